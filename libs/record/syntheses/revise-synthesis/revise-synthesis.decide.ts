import { synthesisRevised } from '@fil/facts/events/synthesis.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { SynthesisState } from '../synthesis.state';
import { unknownSynthesis } from '../unknown-synthesis';
import type { ReviseSynthesisInput } from './revise-synthesis.command';

/** Of what was shown, and is now shown otherwise. Before the publication the text is a draft: it is given with it. */
export function decideRevision(
  state: SynthesisState,
  command: ReviseSynthesisInput,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownSynthesis();
  if (!state.published) {
    return refuse(
      'synthesis.notPublished',
      {
        fr: 'Cette synthèse n’est pas encore publiée : il n’y a rien à réviser. Donnez son texte en la publiant.',
        en: 'This synthesis is not published yet: there is nothing to revise. Give its text when you publish it.',
      },
      { kind: 'conflict' },
    );
  }
  return notYetHappened('revision.toCome', command.occurredOn, today) ?? [eventFrom(synthesisRevised, command)];
}
