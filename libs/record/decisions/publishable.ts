import type { ObjectId } from '@fil/facts/kit/aggregates';
import { publishable } from '../deciding/publishable';
import { PublishReasons, publishReasonsInput } from './publish-reasons/publish-reasons.command';
import { PublishReasonsHandler } from './publish-reasons/publish-reasons.handler';
import { RegisterDecision, registerDecisionInput } from './register-decision/register-decision.command';
import { RegisterDecisionHandler } from './register-decision/register-decision.handler';

export const DECISION_PUBLISHABLES = [
  publishable({
    kind: 'decision.registration',
    label: { fr: 'Enregistrement d’une décision', en: 'Registration of a decision' },
    aggregate: null,
    scope: 'decisions',
    input: registerDecisionInput,
    publish: (decisions, _object, input, requested) =>
      new RegisterDecisionHandler(decisions).execute(new RegisterDecision(input, requested)),
  }),
  publishable({
    kind: 'decision.reasons',
    label: { fr: 'Publication des motifs d’une décision', en: 'Publication of the reasons of a decision' },
    aggregate: 'decision',
    scope: 'decisions',
    input: publishReasonsInput,
    publish: (decisions, id, input, requested) =>
      new PublishReasonsHandler(decisions).execute(new PublishReasons(id as ObjectId<'decision'>, input, requested)),
  }),
];
