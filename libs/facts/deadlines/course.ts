/** What the log says of one deadline: the facts of its stream. */
import type { MoveCause, Oversight, WaiverGround } from '../codes/deadline-course';
import type { deadlineMissed, deadlineMissedInError, deadlineMoved, deadlineWaived } from '../events/deadline.events';
import type { FactEvent, KnownData } from '../figures/fact-event';
import { namedVersion } from '../kit/event-definition';
import { recordedIn, type Recorded } from './started';

/** What the clock found; several events of one finding are one. */
export interface Miss extends Recorded {
  readonly dueOn: string;
  readonly dueUntil: string;
  /** For what it was owed, and when that came, if it has. */
  readonly owed: readonly { readonly object: string; readonly event?: string; readonly recordedAt?: string }[];
  readonly owedInAll: number;
  readonly inAll: number;
}

export interface DeclaredError extends Recorded {
  readonly missed: string;
  readonly oversight: Oversight;
  readonly overlooked: { readonly stream: string; readonly event: string } | null;
  /** Empty: all. */
  readonly objects: readonly string[];
}

/** JSON-serialisable. */
export interface Course {
  /** Which deadline: rule, version and trigger; null before any event that says. */
  readonly rule: string | null;
  readonly ruleVersion: number | null;
  readonly trigger: { readonly stream: string; readonly event: string } | null;
  readonly missed: readonly Miss[];
  readonly errors: readonly DeclaredError[];
  readonly moved: readonly (Recorded & {
    readonly from: string | null;
    readonly to: string | null;
    readonly why: MoveCause;
    readonly movedBy: { readonly stream: string; readonly event: string };
  })[];
  readonly waived: (Recorded & { readonly ground: WaiverGround }) | null;
  /** Produced, as somebody stated; null: nobody has. */
  readonly met: Recorded | null;
}

export const NO_COURSE: Course = {
  rule: null,
  ruleVersion: null,
  trigger: null,
  missed: [],
  errors: [],
  moved: [],
  waived: null,
  met: null,
};

export function evolveCourse(course: Course, event: FactEvent): Course {
  const { name } = namedVersion(event.type);
  const { rule, ruleVersion, trigger } = event.data as KnownData<typeof deadlineMissed>;
  const which = {
    rule: course.rule ?? rule ?? null,
    ruleVersion: course.ruleVersion ?? ruleVersion ?? null,
    trigger: course.trigger ?? trigger ?? { stream: event.stream, event: event.id },
  };
  const recorded = recordedIn(event);
  switch (name) {
    case 'deadline.opened':
      return { ...course, ...which };
    case 'deadline.met':
      return { ...course, ...which, met: course.met ?? recorded };
    case 'deadline.missed': {
      const { dueOn, dueUntil, owed, owedInAll, inAll } = event.data as KnownData<typeof deadlineMissed>;
      const miss = {
        ...recorded,
        dueOn: dueOn!,
        dueUntil: dueUntil!,
        owed: owed!,
        owedInAll: owedInAll!,
        inAll: inAll!,
      };
      const before = course.missed.find((one) => one.dueOn === dueOn);
      if (!before) return { ...course, ...which, missed: [...course.missed, miss] };
      const together = { ...before, owed: [...before.owed, ...miss.owed] };
      return { ...course, missed: course.missed.map((one) => (one === before ? together : one)) };
    }
    case 'deadline.moved': {
      const { from, to, why, movedBy } = event.data as KnownData<typeof deadlineMoved>;
      const move = { ...recorded, from: from ?? null, to: to ?? null, why: why!, movedBy: movedBy! };
      return { ...course, ...which, moved: [...course.moved, move] };
    }
    case 'deadline.waived': {
      const { ground } = event.data as KnownData<typeof deadlineWaived>;
      return { ...course, ...which, waived: course.waived ?? { ...recorded, ground: ground! } };
    }
    case 'deadline.missedInError': {
      const { missed, oversight, overlooked, objects } = event.data as KnownData<typeof deadlineMissedInError>;
      const error = {
        ...recorded,
        missed: missed!,
        oversight: oversight!,
        overlooked: overlooked ?? null,
        objects: objects ?? [],
      };
      return { ...course, ...which, errors: [...course.errors, error] };
    }
    default:
      return course;
  }
}

/** Whether a finding of the clock was declared an error as a whole. */
export const isInError = ({ errors }: Course, { event, owed }: Miss): boolean => {
  const wrong = errors.filter(({ missed }) => missed === event);
  if (wrong.some(({ objects }) => objects.length === 0)) return true;
  const objects = new Set(wrong.flatMap((error) => error.objects));
  return objects.size > 0 && owed.every(({ object }) => objects.has(object));
};
