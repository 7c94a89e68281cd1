import { isRefusal } from '@fil/facts/kit/refusal';
import type { outcomeGiven } from '@fil/facts/events/contribution.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { derivedEventId } from '@fil/log/event-store/ids';
import { happenedOn, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { JobHandler } from '@fil/log/jobs/job';
import { triggerOf } from '@fil/log/jobs/process';
import { consultation } from '@fil/record/consultations/consultation.state';
import { decideNotingAnswer, type NotedAnswer } from '@fil/record/consultations/note-answer';
import { contribution } from '@fil/record/contributions/contribution.state';
import { fold } from '@fil/record/deciding/decider';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { synthesis } from '@fil/record/syntheses/synthesis.state';
import { ANSWERS_BEGAN } from './answers-began.process';

const consultationOf = (stream: string, history: readonly RecordedEvent[]): string | null => {
  const state = aggregateOf(stream) === 'synthesis' ? fold(synthesis, history) : fold(contribution, history);
  return state.exists ? state.consultation : null;
};

/**
 * Writes on the consultation what it has to know of one answer. Run again, it writes nothing more.
 *
 * @throws when the register refuses, or cannot write: it is tried again
 */
export const noteAnswers =
  (decisions: DecisionTaker): JobHandler =>
  async ({ data }) => {
    const { stream, rev } = triggerOf(data);
    const history = await decisions.load(stream, rev);
    const trigger = history.find((event) => event.rev === rev);
    // What could be read of an object that is not public may be gone with its words.
    const asked = trigger && consultationOf(stream, history);
    if (!trigger || !asked) return;
    const { openPoint, constraint } = trigger.data as DataOf<typeof outcomeGiven>;
    const answer: NotedAnswer = {
      answered: stream as NotedAnswer['answered'],
      outcome: trigger.id,
      occurredOn: happenedOn(trigger),
      openPoint,
      constraint,
    };
    const outcome = await decisions.take({
      stream: asked,
      decider: consultation,
      by: {
        actor: { role: 'process', body: ANSWERS_BEGAN },
        account: null,
        commandId: derivedEventId(`${ANSWERS_BEGAN}\n${trigger.id}`, 0),
        cause: trigger.id,
      },
      decide: (state) => decideNotingAnswer(state, answer),
    });
    // Only this errand has this key: it was noted before, by rules that may have changed since.
    if (isRefusal(outcome) && outcome.rule !== 'key.reused')
      throw new Error(
        `${trigger.type} ${trigger.id} cannot be noted on ${asked}: ${outcome.rule}: ${outcome.message.en}`,
      );
  };
