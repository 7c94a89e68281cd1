/** Chapter 3: who decides what, where and when; the steps announced, and beside them those really taken. */
import { compareWhen, isOver, lastDay, type When } from '../../dates/when';
import type { DecisionStanding } from '../../codes/decision';
import { decisionStanding, standingSince } from '../../figures/decision-facts';
import type { decisionStepTaken } from '../../events/decision.events';
import { declaredPath } from '../../figures/declared-path';
import type { FactEvent, KnownData } from '../../figures/fact-event';
import { cite, nameOf, type Cited } from '../cited';
import type { ReportRecord } from '../report-record';

/**
 * `held`: taken, by the last day announced or without one. `heldLate`: taken after it. `missed`: the day is over and it
 * was not taken. `toCome`: neither taken nor over.
 */
export type StepState = 'held' | 'heldLate' | 'missed' | 'toCome';

export interface PathStep {
  readonly step: string;
  readonly body: string;
  readonly role: string;
  readonly expectedOn: When | null;
  readonly state: StepState;
  readonly taken: readonly Cited[];
}

export interface DecisionPath {
  readonly paths: readonly {
    readonly consultation: string;
    /** As the mandate stood at the cut. */
    readonly steps: readonly PathStep[];
    /** Steps taken that the path did not announce. */
    readonly unannounced: readonly Cited[];
  }[];
  /** The acts: each decision with everything that happened to it, annulments and court rulings included. */
  readonly decisions: readonly {
    readonly decision: string;
    /** Whether it may be relied on at the cut, and since when not. */
    readonly standing: DecisionStanding;
    readonly since: When | null;
    readonly events: readonly Cited[];
  }[];
  /** Sessions of the bodies concerned, as scheduled, moved or cancelled. */
  readonly sessions: readonly Cited[];
}

export function decisionPath(record: ReportRecord): DecisionPath {
  const decisions = record.of('decision');
  const taken = decisions.flatMap(({ events }) => events.filter((event) => nameOf(event) === 'decision.stepTaken'));
  const paths = record.of('consultation').map(({ id, events }) => {
    const own = taken.filter(({ data }) => (data as KnownData<typeof decisionStepTaken>).consultation === id);
    const declared = declaredPath(events);
    const announced = new Set(declared.map(({ step }) => step));
    return {
      consultation: id,
      steps: declared.map(({ step, body, role, expectedOn = null }) => {
        const these = own.filter((event) => stepOf(event) === step).map(cite);
        return { step, body, role, expectedOn, state: stateOf(expectedOn, these, record.cut.on), taken: these };
      }),
      unannounced: own.filter((event) => !announced.has(stepOf(event)!)).map(cite),
    };
  });
  const bodies = new Set(paths.flatMap(({ steps }) => steps.map(({ body }) => body)));
  return {
    paths,
    decisions: decisions.map(({ id, events }) => {
      const facts = record.facts.decisions.get(id)!;
      return {
        decision: id,
        standing: decisionStanding(facts),
        since: standingSince(facts),
        events: events.map(cite),
      };
    }),
    sessions: sessionsOf(record, bodies),
  };
}

const stepOf = ({ data }: FactEvent): string | undefined => (data as KnownData<typeof decisionStepTaken>).step;

function stateOf(expectedOn: When | null, taken: readonly Cited[], today: string): StepState {
  const first = [...taken].sort((a, b) => compareWhen(a.on, b.on))[0];
  if (!first) return expectedOn !== null && isOver(expectedOn, today) ? 'missed' : 'toCome';
  return expectedOn !== null && lastDay(first.on) > lastDay(expectedOn) ? 'heldLate' : 'held';
}

/** Of the authorities of the report. A session that moved is named by its code. */
function sessionsOf(record: ReportRecord, bodies: ReadonlySet<string>): Cited[] {
  return record.of('authority').flatMap(({ events }) => {
    const concerned = new Set<unknown>();
    return events.flatMap((event) => {
      if (!nameOf(event).startsWith('authority.session')) return [];
      const { session, body } = event.data as { session?: string; body?: string };
      if (body !== undefined && bodies.has(body)) concerned.add(session);
      return concerned.has(session) ? [cite(event)] : [];
    });
  });
}
