import { synthesisOpened } from '@fil/facts/events/synthesis.events';
import { refuse } from '@fil/facts/kit/refusal';
import { assistanceOff } from '../../authority/assistance';
import { unknownTheme } from '../../authority/known-in-authority';
import type { Mandate } from '../../contributions/mandate-of';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { SynthesisState } from '../synthesis.state';
import type { OpenSynthesisInput } from './open-synthesis.command';

export function decideOpening(
  state: SynthesisState,
  command: OpenSynthesisInput,
  { consultation, authority }: Mandate,
  { today }: DecidingContext,
): Decided {
  if (state.exists) {
    return refuse(
      'synthesis.exists',
      { fr: 'Cette synthèse est déjà ouverte.', en: 'This synthesis is already open.' },
      { kind: 'conflict' },
    );
  }
  if (!consultation.exists) {
    return refuse(
      'consultation.unknown',
      {
        fr: 'La démarche indiquée n’existe pas. Vérifiez son identifiant : il figure dans l’adresse de sa page.',
        en: 'There is no such consultation. Check its id: it is in the address of its page.',
      },
      { field: 'consultation' },
    );
  }
  return (
    unknownTheme(authority, command.themes, 'themes') ??
    assistanceOff(authority, command) ??
    notYetHappened('synthesis.toCome', command.occurredOn, today) ?? [
      eventFrom(synthesisOpened, command, { divergenceCount: command.divergences.length }),
    ]
  );
}
