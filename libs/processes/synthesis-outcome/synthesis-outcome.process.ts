import { contributionEntryCorrected } from '@fil/facts/events/contribution.events';
import { appealDecided } from '@fil/facts/events/moderation.events';
import {
  contributionsAttached,
  contributionsDetached,
  synthesisOutcomeGiven,
} from '@fil/facts/events/synthesis.events';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { jobAfter, type Process } from '@fil/log/jobs/process';
import { mayLetIn } from './let-in';

/** Name of the process, of its jobs, and its capacity in what it writes. */
export const SYNTHESIS_OUTCOME = 'synthesis-outcome';

/**
 * Membership and common answers are carried from syntheses to their members (02 §2.2), event by event: who was attached
 * and then answered must not be answered first, so that each synthesis is a lane. Who was passed over and may be answered
 * since gets the common answer that stands, as who joins later does.
 */
export const synthesisOutcomeProcess: Process = {
  name: SYNTHESIS_OUTCOME,
  concerns: new Set([
    contributionsAttached.type,
    contributionsDetached.type,
    synthesisOutcomeGiven.type,
    appealDecided.type,
    contributionEntryCorrected.type,
  ]),
  decide: (event) =>
    aggregateOf(event.stream) === 'contribution' && !mayLetIn(event)
      ? []
      : [{ ...jobAfter(SYNTHESIS_OUTCOME, event), lane: `${SYNTHESIS_OUTCOME}/${event.stream}` }],
};
