import { isRefusal } from '@fil/facts/kit/refusal';
import { derivedEventId } from '@fil/log/event-store/ids';
import { happenedOn, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { contribution } from '@fil/record/contributions/contribution.state';
import { decideCommonAnswer, type CommonAnswerCopy } from '@fil/record/contributions/give-outcome/common-answer.decide';
import { decideGrouping } from '@fil/record/contributions/group-into/group-into.decide';
import { decideRemoval } from '@fil/record/contributions/remove-from/remove-from.decide';
import type { By, DecisionTaker } from '@fil/record/deciding/take-decision';
import type { Membership } from './membership';
import { SYNTHESIS_OUTCOME } from './synthesis-outcome.process';
import type { Errand } from './what-follows';

/** The same errand has the same id, however often it is run: its events are recorded once. */
const commandIdOf = (
  { id }: RecordedEvent,
  { contribution: stream, point }: Errand,
  letInBy: string | undefined,
): string =>
  derivedEventId([SYNTHESIS_OUTCOME, id, stream, ...(letInBy === undefined ? [] : [letInBy])].join('\n'), point);

/** Somebody may write to the same contribution again and again; not for ever. */
const MOST_TRIES = 20;

/**
 * Writes on one member what follows from an event of her synthesis. What stands there now decides: an answer of her own
 * given a moment before is left alone, and so is who has left the synthesis.
 *
 * @param letInBy the event since which she may be answered, when she was passed over before
 * @returns how many events it wrote; 0 when she is passed over
 * @throws when the register refuses what must be written, or cannot write
 */
export async function carryToMember(
  decisions: DecisionTaker,
  trigger: RecordedEvent,
  errand: Errand,
  answer: Omit<CommonAnswerCopy, 'seenAt'> | null,
  membership: Membership,
  letInBy?: string,
): Promise<number> {
  const { contribution: stream, point, does } = errand;
  const grouping = { synthesis: trigger.stream, point, occurredOn: happenedOn(trigger) };
  const by: By = {
    actor: { role: 'process', body: SYNTHESIS_OUTCOME },
    account: null,
    commandId: commandIdOf(trigger, errand, letInBy),
    cause: trigger.id,
  };
  for (let tries = 1; ; tries++) {
    const seenAt = answer ? await membership.revisionWith(errand) : null;
    const copy = answer && seenAt !== null ? { ...answer, seenAt } : null;
    const outcome = await decisions.take({
      stream,
      decider: contribution,
      by,
      decide: (state) => {
        if (does === 'remove') return decideRemoval(state, grouping);
        if (does === 'group') return decideGrouping(state, stream, grouping, copy);
        return copy ? decideCommonAnswer(state, stream, point, copy) : [];
      },
    });
    if (!isRefusal(outcome)) return outcome.duplicate ? 0 : outcome.events.length;
    // Only this errand has this key: it was carried before, by rules that may have changed since.
    if (outcome.rule === 'key.reused') return 0;
    const othersWereFaster = outcome.kind === 'conflict' && outcome.rule === 'revision.stale';
    if (!othersWereFaster || tries >= MOST_TRIES) {
      throw new Error(
        `${trigger.type} ${trigger.id} cannot be carried to ${stream}: ${outcome.rule}: ${outcome.message.en}`,
      );
    }
  }
}
