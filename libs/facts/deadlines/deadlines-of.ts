/** Every deadline of a record: the one implementation behind the page of deadlines, reports and the clock. Pure. */
import { parisDay } from '../dates/paris-day';
import { isCorrection } from '../events/about-entries';
import { corrected } from '../figures/corrected';
import type { FactEvent } from '../figures/fact-event';
import { evolveSettling, settledWithOthers, type Settling } from '../figures/settling';
import { aggregateOf, type Aggregate } from '../kit/aggregates';
import { calendarAt, evolveAuthorityRules, type AuthorityRules } from './authority-rules';
import { commitmentTriggers } from './commitment-triggers';
import { consultationTriggers, type ConsultationTriggers } from './consultation-triggers';
import { contributionTriggers } from './contribution-triggers';
import { evolveCourse, NO_COURSE, type Course } from './course';
import { deadlineOn, openedRun, runsOf, type Answers, type Deadline, type Run } from './deadline';
import {
  committeeTriggers,
  encounterTriggers,
  erasureTriggers,
  openedTriggers,
  type OpenedDeadline,
} from './other-triggers';
import type { Started, TriggerFold } from './started';

/** How deadlines follow from the events of each aggregate. Those people opened are in the streams of deadlines. */
export const TRIGGER_FOLDS = {
  consultation: consultationTriggers,
  contribution: contributionTriggers,
  commitment: commitmentTriggers,
  committee: committeeTriggers,
  encounter: encounterTriggers,
  erasure: erasureTriggers,
} as const;
export type TriggeringAggregate = keyof typeof TRIGGER_FOLDS;

export const triggers = (aggregate: Aggregate): TriggerFold<unknown> | null =>
  ((TRIGGER_FOLDS as Partial<Record<Aggregate, TriggerFold<never>>>)[aggregate] as TriggerFold<unknown> | undefined) ??
  null;

/** What deadlines are computed from, whether folded just now or kept in tables. */
export interface DeadlineMaterial {
  readonly started: Iterable<Started>;
  readonly opened: Iterable<OpenedDeadline>;
  authority(stream: string): AuthorityRules | null;
  organiser(consultation: string): string | null;
  answers(consultation: string): Answers;
  /** What the log says of the deadline of this rule and this trigger event. */
  course(rule: string, trigger: string): Course;
}

/** Whose rules and sessions count for it. */
export const rulesFor = (
  { authority, consultation }: Started,
  material: Pick<DeadlineMaterial, 'authority' | 'organiser'>,
): AuthorityRules | null => {
  const stream = authority ?? (consultation === null ? null : material.organiser(consultation));
  return stream === null ? null : material.authority(stream);
};

/** In the order in which they began. */
export function deadlinesFrom(material: DeadlineMaterial, today: string): readonly Deadline[] {
  const standing = (run: Run, rules: AuthorityRules | null): Deadline =>
    deadlineOn(run, today, {
      course: material.course(run.rule.rule, run.started.trigger.event),
      calendar: calendarAt(rules, run.started.trigger),
      answers:
        run.rule.output === 'finalOutcome' && run.started.consultation !== null
          ? material.answers(run.started.consultation)
          : null,
    });
  const all: Deadline[] = [];
  for (const started of material.started) {
    const rules = rulesFor(started, material);
    for (const run of runsOf(started, rules)) all.push(standing(run, rules));
  }
  for (const opened of material.opened) {
    const rules = rulesFor(opened.run, material);
    all.push(standing(openedRun(opened, rules), rules));
  }
  return all.sort((a, b) => a.run.started.trigger.index - b.run.started.trigger.index || (a.rule < b.rule ? -1 : 1));
}

/** Deadlines as a record grows: for whoever reads the log in pieces. */
export interface DeadlineFolding {
  /** One public entry more, in the order of the log, from its first one. */
  add(event: FactEvent): void;
  /** @param today the day of the cut in Paris */
  deadlines(today: string): readonly Deadline[];
}

export function deadlineFolding(): DeadlineFolding {
  const states = new Map<string, unknown>();
  const authorities = new Map<string, AuthorityRules>();
  const openedDeadlines = new Map<string, OpenedDeadline>();
  const settling = new Map<string, Settling>();
  const streams = new Map<string, Course>();
  /** Kept for when an entry is corrected. Contributions, of which there are many, start nothing by what is corrected. */
  const histories = new Map<string, FactEvent[]>();
  const fold = (event: FactEvent): void => {
    const { stream } = event;
    const triggering = triggers(aggregateOf(stream));
    if (triggering) keep(states, stream, triggering.evolve(states.get(stream) ?? null, event));
    else keep(authorities, stream, evolveAuthorityRules(authorities.get(stream) ?? null, event));
  };
  const add = (event: FactEvent): void => {
    const { stream } = event;
    const aggregate = aggregateOf(stream);
    if (aggregate === 'deadline') {
      keep(openedDeadlines, stream, openedTriggers.evolve(openedDeadlines.get(stream) ?? null, event));
      streams.set(stream, evolveCourse(streams.get(stream) ?? NO_COURSE, event));
    } else if (aggregate === 'contribution') {
      keep(settling, stream, evolveSettling(settling.get(stream) ?? null, event));
      fold(event);
    } else if (aggregate === 'authority' || triggers(aggregate)) {
      const history = histories.get(stream) ?? [];
      history.push(event);
      histories.set(stream, history);
      if (!isCorrection(event.type)) return fold(event);
      authorities.delete(stream);
      states.delete(stream);
      for (const one of corrected(history)) fold(one);
    }
  };
  const deadlines = (today: string): readonly Deadline[] => {
    const courses = new Map([...streams.values()].map((course) => [`${course.rule} ${course.trigger?.event}`, course]));
    const answers = answersByConsultation(settling);
    return deadlinesFrom(
      {
        started: [...states].flatMap(([stream, state]) => [...triggers(aggregateOf(stream))!.started(state)]),
        opened: openedDeadlines.values(),
        authority: (stream) => authorities.get(stream) ?? null,
        organiser: (stream) => (states.get(stream) as ConsultationTriggers | undefined)?.organiser ?? null,
        answers: (consultation) => answers.get(consultation) ?? [],
        course: (rule, trigger) => courses.get(`${rule} ${trigger}`) ?? NO_COURSE,
      },
      today,
    );
  };
  return { add, deadlines };
}

/** @param events public entries, in the order of the log, from its first one @param today the day of the cut in Paris */
export function deadlinesOf(events: Iterable<FactEvent>, today: string): readonly Deadline[] {
  const folding = deadlineFolding();
  for (const event of events) folding.add(event);
  return folding.deadlines(today);
}

function keep<S>(states: Map<string, S>, stream: string, state: S | null): void {
  if (state !== null) states.set(stream, state);
}

function answersByConsultation(all: ReadonlyMap<string, Settling>): ReadonlyMap<string, Answers> {
  const found = new Map<string, Answers[number][]>();
  for (const [stream, { facts }] of all) {
    if (facts.voided) continue;
    const settled = settledWithOthers(stream, (one) => all.get(one));
    const ofConsultation = found.get(facts.consultation) ?? [];
    ofConsultation.push({
      settledOn: settled && parisDay(settled.at),
      happenedOn: settled && settled.on,
      count: 1,
    });
    found.set(facts.consultation, ofConsultation);
  }
  return found;
}
