/** What an object's own facts say of deadlines: what started them, and what ended them. */
import type { DeadlineOutput, DeadlineTrigger } from '../codes/deadline';
import { lastDay } from '../dates/when';
import { happened, type FactEvent } from '../figures/fact-event';
import type { Promised } from './count-due';

/** Where and when something was recorded. JSON-serialisable, like all of this. */
export interface Recorded {
  readonly stream: string;
  readonly event: string;
  readonly index: number;
  /** Instant it was written: whether it was in time is judged by it. */
  readonly at: string;
  /** Last day on which it may have happened. */
  readonly on: string;
}

export interface Started {
  readonly startedBy: DeadlineTrigger;
  readonly trigger: Recorded;
  /** The object it is about; null: nothing of this register. */
  readonly about: string | null;
  readonly takenOver: boolean;
  /** Whose rules count; null: those of the organiser of `consultation`. */
  readonly authority: string | null;
  readonly consultation: string | null;
  /** Authorities that owe it; empty: the one whose rules count. */
  readonly debtors: readonly string[];
  /** Department or function accountable for it. */
  readonly owner: string | null;
  readonly promised: readonly Promised[];
  /** Nothing but a promise starts it. */
  readonly onlyPromised: boolean;
  /** What events of the record can produce, and have; null: not yet. Any other output is stated by hand. */
  readonly outputs: Readonly<Partial<Record<DeadlineOutput, Recorded | null>>>;
  /** It no longer runs: what had started it is open again, or what was owed has lost its object. */
  readonly lifted: Recorded | null;
}

export const recordedIn = (event: FactEvent): Recorded => ({
  stream: event.stream,
  event: event.id,
  index: event.index,
  at: event.at,
  on: lastDay(happened(event)),
});

type Beginning = Pick<Started, 'startedBy' | 'outputs'> & Partial<Started>;

/** Started by this event. */
export const startedBy = (event: FactEvent, beginning: Beginning): Started => ({
  trigger: recordedIn(event),
  about: event.stream,
  takenOver: event.data['takenOver'] !== undefined,
  authority: null,
  consultation: null,
  debtors: [],
  owner: null,
  promised: [],
  onlyPromised: false,
  lifted: null,
  ...beginning,
});

export const isOpen = ({ outputs, lifted }: Started): boolean =>
  lifted === null && Object.values(outputs).some((done) => done === null);

/** Output and way in which one event ends a deadline. */
export const ended = (started: Started, output: DeadlineOutput, by: FactEvent): Started =>
  started.outputs[output] === null
    ? { ...started, outputs: { ...started.outputs, [output]: recordedIn(by) } }
    : started;

export const liftedBy = (started: Started, by: FactEvent): Started =>
  isOpen(started) ? { ...started, lifted: recordedIn(by) } : started;

/** How what one aggregate's events start follows from them. */
export interface TriggerFold<S> {
  evolve(state: S | null, event: FactEvent): S | null;
  started(state: S): readonly Started[];
}
