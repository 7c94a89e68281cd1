import { synthesisPublished } from '@fil/facts/events/synthesis.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { OpenedSynthesis, SynthesisState } from '../synthesis.state';
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
    divergencesUnsaid(state, command) ??
    notYetHappened('synthesis.publicationToCome', command.occurredOn, today) ?? [eventFrom(synthesisPublished, command)]
  );
}

/**
 * The duty to record divergences and minority views (02 §1) is asked for when somebody is about to answer for the text:
 * one is recorded, or who publishes states that none was expressed. Silence is neither.
 */
function divergencesUnsaid({ divergences }: OpenedSynthesis, command: PublishSynthesisInput): Refusal | null {
  if (divergences > 0) {
    return command.noneExpressed
      ? refuse(
          'synthesis.divergencesDenied',
          {
            fr: `Cette synthèse consigne déjà ${divergences} divergence(s) : retirez « noneExpressed ».`,
            en: `This synthesis records ${divergences} divergence(s) already: remove "noneExpressed".`,
          },
          { field: 'noneExpressed' },
        )
      : null;
  }
  if (command.noneExpressed || command.takenOver) return null;
  return refuse(
    'synthesis.divergencesUnsaid',
    {
      fr: 'Une synthèse rend compte des divergences et des avis minoritaires. Consignez-en au moins un avant de publier, ou déclarez qu’aucun n’a été exprimé (« noneExpressed » : true).',
      en: 'A synthesis accounts for divergences and dissenting views. Record at least one before publishing, or state that none was expressed ("noneExpressed": true).',
    },
    { field: 'noneExpressed' },
  );
}
