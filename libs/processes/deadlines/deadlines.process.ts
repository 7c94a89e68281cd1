import { CORRECTION_EVENTS } from '@fil/facts/events/correction.events';
import { jobAfter, type Process } from '@fil/log/jobs/process';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { namedVersion } from '@fil/facts/kit/event-definition';
import { definitionNamed } from './definition-named';

/** Name of the process, and of its jobs: what a deadline's day is, and what is to be done about it. */
export const DEADLINES = 'deadlines';
/** Name of the jobs by which the clock judges the instant at which a day is over. */
export const DEADLINE_DUE = 'deadline-due';

/** What starts, moves or ends a deadline. */
const CONCERNS = [
  'authority.sessionScheduled',
  'authority.sessionMoved',
  'authority.sessionCancelled',
  'consultation.opened',
  'consultation.mandateAmended',
  'consultation.addresseeJoined',
  'consultation.depositOpened',
  'consultation.depositClosed',
  'encounter.held',
  'encounter.minutesPublished',
  'contribution.recorded',
  'contribution.acknowledged',
  'commitment.made',
  'commitment.rescheduled',
  'commitment.progressReported',
  'commitment.modified',
  'commitment.reassigned',
  'commitment.stageLost',
  'commitment.declaredDone',
  'commitment.abandoned',
  'commitment.reopened',
  'committee.findingRecorded',
  'committee.replyGiven',
  'committee.findingClosed',
  'erasure.requested',
  'erasure.ordered',
  'erasure.refused',
  'deadline.opened',
  'deadline.met',
  'deadline.waived',
] as const;

/**
 * Each event that may start, move or end a deadline is looked at once. Of a contribution only what was deposited online
 * can start one, and what was taken over cannot: an import of thousands writes no job.
 */
export const deadlinesProcess: Process = {
  name: DEADLINES,
  concerns: new Set([
    ...CONCERNS.map((name) => definitionNamed(name).type),
    ...CORRECTION_EVENTS.map(({ type }) => type),
  ]),
  decide: (event) => (startsNothing(event) ? [] : [{ ...jobAfter(DEADLINES, event), ...laneOf(event) }]),
};

/** A change of the calendar concerns everything that waits for a session: one at a time, or they would take every place. */
const laneOf = ({ stream }: Parameters<Process['decide']>[0]): { readonly lane?: string } =>
  aggregateOf(stream) === 'authority' ? { lane: `${DEADLINES}/${stream}` } : {};

const startsNothing = ({ type, data }: Parameters<Process['decide']>[0]): boolean =>
  namedVersion(type).name === 'contribution.recorded' &&
  (data['channel'] !== 'online' || data['takenOver'] !== undefined);
