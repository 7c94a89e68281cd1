import type { ObjectId } from '@fil/facts/kit/aggregates';
import { publishable } from '../deciding/publishable';
import { DecideAppeal, decideAppealInput } from './decide-appeal/decide-appeal.command';
import { DecideAppealHandler } from './decide-appeal/decide-appeal.handler';
import { GiveOutcome, giveOutcomeInput } from './give-outcome/give-outcome.command';
import { GiveOutcomeHandler } from './give-outcome/give-outcome.handler';

export const CONTRIBUTION_PUBLISHABLES = [
  publishable({
    kind: 'contribution.outcome',
    label: { fr: 'Suite donnée à une contribution', en: 'Outcome of a contribution' },
    aggregate: 'contribution',
    scope: 'answers',
    input: giveOutcomeInput,
    publish: (decisions, id, input, requested) =>
      new GiveOutcomeHandler(decisions).execute(new GiveOutcome(id as ObjectId<'contribution'>, input, requested)),
  }),
  publishable({
    kind: 'contribution.appealDecision',
    label: { fr: 'Décision sur une demande de réexamen', en: 'Decision on a request for re-examination' },
    aggregate: 'contribution',
    scope: 'contributions',
    input: decideAppealInput,
    publish: (decisions, id, input, requested) =>
      new DecideAppealHandler(decisions).execute(new DecideAppeal(id as ObjectId<'contribution'>, input, requested)),
  }),
];
