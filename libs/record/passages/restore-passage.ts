import { z } from 'zod';
import { RESTORATION_FACTS, RESTORATION_WORDS } from '@fil/facts/events/passage';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { notTheAuthority } from '../deciding/acting-for';
import { inputs } from '../deciding/input-kinds';
import type { Passages } from './passages';
import { unknownSuspension } from './unknown-suspension';

export const restorePassageInput = z.strictObject({ ...inputs(RESTORATION_FACTS), ...inputs(RESTORATION_WORDS) });
export type RestorePassageInput = z.infer<typeof restorePassageInput>;

/** What stands against showing a passage again; null when nothing does. */
export const notRestorable = (passages: Passages, { suspension }: RestorePassageInput, actor: Actor): Refusal | null =>
  notTheAuthority('passage.byTheAuthority', actor) ??
  unknownSuspension(passages, suspension) ??
  (passages.suspensions.get(suspension)!.restored
    ? refuse(
        'passage.restoredBefore',
        { fr: 'Ce passage est déjà rendu au public.', en: 'This passage is already shown again.' },
        { kind: 'conflict', field: 'suspension' },
      )
    : null);
