import { erasureOrdered } from '@fil/facts/events/erasure.events';
import { jobAfter, type Process } from '@fil/log/jobs/process';

/** Name of the process, of its jobs, and its capacity in what it writes. */
export const ERASURE = 'erasure';

/** Each order is carried out. */
export const erasureProcess: Process = {
  name: ERASURE,
  concerns: new Set([erasureOrdered.type]),
  decide: (order) => [jobAfter(ERASURE, order)],
};
