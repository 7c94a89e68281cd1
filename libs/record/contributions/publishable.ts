import type { ObjectId } from '@fil/facts/kit/aggregates';
import { publishable } from '../deciding/publishable';
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
];
