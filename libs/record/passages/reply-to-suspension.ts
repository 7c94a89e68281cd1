import { z } from 'zod';
import { SUSPENSION_REPLY_FACTS, SUSPENSION_REPLY_WORDS } from '@fil/facts/events/passage';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { inputs } from '../deciding/input-kinds';
import type { Passages } from './passages';
import { unknownSuspension } from './unknown-suspension';

export const replyToSuspensionInput = z.strictObject({
  ...inputs(SUSPENSION_REPLY_FACTS),
  ...inputs(SUSPENSION_REPLY_WORDS),
});
export type ReplyToSuspensionInput = z.infer<typeof replyToSuspensionInput>;

/** What stands against the author's reply, which is read beside what is shown instead. Once. */
export const noReplyTo = (passages: Passages, { suspension }: ReplyToSuspensionInput): Refusal | null =>
  unknownSuspension(passages, suspension) ??
  (passages.suspensions.get(suspension)!.replied
    ? refuse(
        'passage.repliedBefore',
        { fr: 'Il a déjà été répondu à cette suspension.', en: 'This suspension has already been replied to.' },
        { kind: 'conflict', field: 'suspension' },
      )
    : null);
