import { outcomeGiven } from '@fil/facts/events/contribution.events';
import { synthesisOutcomeGiven } from '@fil/facts/events/synthesis.events';
import { jobAfter, type Process } from '@fil/log/jobs/process';

/** Name of the process, of its jobs, and its capacity in what it writes. */
export const ANSWERS_BEGAN = 'answers-began';

/**
 * That answers began is a fact about all contributions and syntheses: it is made an event of the consultation (02 §2.1).
 * The copies of a common answer say nothing new, and what is taken over was not answered here.
 */
export const answersBeganProcess: Process = {
  name: ANSWERS_BEGAN,
  concerns: new Set([outcomeGiven.type, synthesisOutcomeGiven.type]),
  decide: (event) =>
    event.data['common'] !== undefined || event.data['takenOver'] !== undefined ? [] : [jobAfter(ANSWERS_BEGAN, event)],
};
