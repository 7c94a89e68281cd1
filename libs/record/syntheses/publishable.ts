import type { ObjectId } from '@fil/facts/kit/aggregates';
import { publishable } from '../deciding/publishable';
import { GiveSynthesisOutcome, giveSynthesisOutcomeInput } from './give-outcome/give-synthesis-outcome.command';
import { GiveSynthesisOutcomeHandler } from './give-outcome/give-synthesis-outcome.handler';
import { PublishSynthesis, publishSynthesisInput } from './publish-synthesis/publish-synthesis.command';
import { PublishSynthesisHandler } from './publish-synthesis/publish-synthesis.handler';
import { ReviseSynthesis, reviseSynthesisInput } from './revise-synthesis/revise-synthesis.command';
import { ReviseSynthesisHandler } from './revise-synthesis/revise-synthesis.handler';

export const SYNTHESIS_PUBLISHABLES = [
  publishable({
    kind: 'synthesis.outcome',
    label: { fr: 'Suite commune aux membres d’une synthèse', en: 'Common outcome of the members of a synthesis' },
    aggregate: 'synthesis',
    scope: 'answers',
    input: giveSynthesisOutcomeInput,
    publish: (decisions, id, input, requested) =>
      new GiveSynthesisOutcomeHandler(decisions).execute(
        new GiveSynthesisOutcome(id as ObjectId<'synthesis'>, input, requested),
      ),
  }),
  publishable({
    kind: 'synthesis.publication',
    label: { fr: 'Publication d’une synthèse', en: 'Publication of a synthesis' },
    aggregate: 'synthesis',
    scope: 'syntheses',
    input: publishSynthesisInput,
    publish: (decisions, id, input, requested) =>
      new PublishSynthesisHandler(decisions).execute(
        new PublishSynthesis(id as ObjectId<'synthesis'>, input, requested),
      ),
  }),
  publishable({
    kind: 'synthesis.revision',
    label: { fr: 'Révision du texte d’une synthèse', en: 'Revision of the text of a synthesis' },
    aggregate: 'synthesis',
    scope: 'syntheses',
    input: reviseSynthesisInput,
    publish: (decisions, id, input, requested) =>
      new ReviseSynthesisHandler(decisions).execute(new ReviseSynthesis(id as ObjectId<'synthesis'>, input, requested)),
  }),
];
