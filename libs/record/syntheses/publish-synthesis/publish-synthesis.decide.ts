import { synthesisPublished } from '@fil/facts/events/synthesis.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { SynthesisState } from '../synthesis.state';
import { unknownSynthesis } from '../unknown-synthesis';
import type { PublishSynthesisInput } from './publish-synthesis.command';

export function decidePublication(
  state: SynthesisState,
  command: PublishSynthesisInput,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownSynthesis();
  if (state.published) {
    return refuse(
      'synthesis.alreadyPublished',
      { fr: 'Cette synthèse est déjà publiée.', en: 'This synthesis is already published.' },
      { kind: 'conflict' },
    );
  }
  if (state.members.size === 0) {
    return refuse('synthesis.empty', {
      fr: 'Cette synthèse ne regroupe encore aucune contribution : rattachez-en au moins une avant de la publier.',
      en: 'This synthesis groups no contribution yet: attach at least one before publishing it.',
    });
  }
  return (
    notYetHappened('synthesis.publicationToCome', command.occurredOn, today) ?? [eventFrom(synthesisPublished, command)]
  );
}
