import { aggregateOf } from '@fil/facts/kit/aggregates';
import type { JobHandler } from '@fil/log/jobs/job';
import { triggerOf } from '@fil/log/jobs/process';
import { fold } from '@fil/record/deciding/decider';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { synthesis } from '@fil/record/syntheses/synthesis.state';
import { carryToLetIn } from './carry-to-let-in';
import { carryToMember } from './carry-to-member';
import { copyOf } from './common-answer-copy';
import { Membership } from './membership';
import { byContribution, whatFollows } from './what-follows';

/** Contributions written to at the same moment. */
const IN_FLIGHT = 8;

/**
 * Carries one event of a synthesis to all it concerns, or to one contribution what stands in the syntheses it is in. Begun again after a part, it finds that part recorded and writes
 * the rest.
 */
export const carryToMembers =
  (decisions: DecisionTaker): JobHandler =>
  async ({ data, signal }) => {
    const { stream, rev } = triggerOf(data);
    const history = await decisions.load(stream, rev);
    const trigger = history.at(-1);
    if (trigger?.rev !== rev) throw new Error(`${stream} has no event ${rev}`);
    if (aggregateOf(stream) === 'contribution') return carryToLetIn(decisions, trigger, signal);
    const { errands, answer } = whatFollows(trigger, fold(synthesis, history));
    const copy = answer
      ? copyOf(
          history.find(({ id }) => id === answer.event)!,
          answer,
          trigger,
        )
      : null;
    const membership = new Membership(decisions, stream, history);
    const waiting = byContribution(errands).values();
    let failed = false;
    const carrier = async (): Promise<void> => {
      for (const group of waiting) {
        if (failed) return;
        try {
          signal.throwIfAborted();
          for (const errand of group) await carryToMember(decisions, trigger, errand, copy, membership);
        } catch (error) {
          failed = true;
          throw error;
        }
      }
    };
    // All have ended before the first failure is told: nothing is written behind the back of the next try.
    const ends = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, carrier));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };
