import {
  contributionsAttached,
  contributionsDetached,
  synthesisOutcomeGiven,
} from '@fil/facts/events/synthesis.events';
import { jobAfter, type Process } from '@fil/log/jobs/process';

/** Name of the process, of its jobs, and its capacity in what it writes. */
export const SYNTHESIS_OUTCOME = 'synthesis-outcome';

/**
 * Membership and common answers are carried from syntheses to their members (02 §2.2), event by event: who was attached
 * and then answered must not be answered first, so that each synthesis is a lane.
 */
export const synthesisOutcomeProcess: Process = {
  name: SYNTHESIS_OUTCOME,
  concerns: new Set([contributionsAttached.type, contributionsDetached.type, synthesisOutcomeGiven.type]),
  decide: (event) => [{ ...jobAfter(SYNTHESIS_OUTCOME, event), lane: `${SYNTHESIS_OUTCOME}/${event.stream}` }],
};
