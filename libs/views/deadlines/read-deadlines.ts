import type { EntityManager } from 'typeorm';
import type { Answers, Deadline } from '@fil/facts/deadlines/deadline';
import type { ConsultationTriggers } from '@fil/facts/deadlines/consultation-triggers';
import { NO_COURSE, type Course } from '@fil/facts/deadlines/course';
import { deadlinesFrom, TRIGGER_FOLDS, triggers, type TriggeringAggregate } from '@fil/facts/deadlines/deadlines-of';
import type { Started } from '@fil/facts/deadlines/started';
import { derivedEventId } from '@fil/log/event-store/ids';
import { tableOf } from '@fil/log/projections/projection';
import { countedContributions } from '../standings/counted.sql';
import { DEADLINES, deadlineTable, type AuthorityDeadlines, type DeadlineStream } from './deadlines.projection';

/** Everything a page of deadlines is made from, at one moment. */
export interface DeadlineBook {
  readonly deadlines: readonly Deadline[];
  readonly authorities: ReadonlyMap<string, AuthorityDeadlines>;
  readonly streams: ReadonlyMap<string, DeadlineStream>;
  organiser(consultation: string): string | null;
}

const statesOf = async <S>(
  manager: EntityManager,
  aggregate: Parameters<typeof deadlineTable>[0],
): Promise<ReadonlyMap<string, S>> => {
  const table = tableOf(DEADLINES, deadlineTable(aggregate));
  const rows = await manager.query<{ stream: string; state: S }[]>(`SELECT stream, state FROM ${table}`);
  return new Map(rows.map(({ stream, state }) => [stream, state]));
};

/** Deposits are many: read only where some authority has a rule that one of them starts. */
const startedByDeposits = (authorities: ReadonlyMap<string, AuthorityDeadlines>): boolean =>
  [...authorities.values()].some(({ rules }) =>
    rules.rules.some(({ trigger }) => trigger === 'electronicDeposit' || trigger === 'electronicDepositWithAddress'),
  );

/** @param today the day for which they are shown */
export async function readDeadlines(manager: EntityManager, today: string): Promise<DeadlineBook> {
  const authorities = await statesOf<AuthorityDeadlines>(manager, 'authority');
  const streams = await statesOf<DeadlineStream>(manager, 'deadline');
  const consultations = await statesOf<ConsultationTriggers>(manager, 'consultation');
  const started: Started[] = [];
  for (const aggregate of Object.keys(TRIGGER_FOLDS) as TriggeringAggregate[]) {
    if (aggregate === 'contribution' && !startedByDeposits(authorities)) continue;
    const states = aggregate === 'consultation' ? consultations : await statesOf(manager, aggregate);
    for (const state of states.values()) started.push(...triggers(aggregate)!.started(state));
  }
  const answers = await answersOf(manager);
  const organiser = (consultation: string): string | null => consultations.get(consultation)?.organiser ?? null;
  const courses = new Map<string, Course>();
  for (const { course } of streams.values()) courses.set(`${course.rule} ${course.trigger?.event}`, course);
  const deadlines = deadlinesFrom(
    {
      started,
      opened: [...streams.values()].flatMap(({ opened }) => opened ?? []),
      authority: (stream) => authorities.get(stream)?.rules ?? null,
      organiser,
      answers: (consultation) => answers.get(consultation) ?? [],
      course: (rule, trigger) => courses.get(`${rule} ${trigger}`) ?? NO_COURSE,
    },
    today,
  );
  return { deadlines, authorities, streams, organiser };
}

async function answersOf(manager: EntityManager): Promise<ReadonlyMap<string, Answers>> {
  const { table } = await countedContributions(manager);
  const rows = await manager.query<(Answers[number] & { consultation: string })[]>(
    `SELECT consultation, settled_on::text AS "settledOn", settled_happened::text AS "happenedOn",
       count(*)::int AS count
     FROM ${table} s WHERE NOT voided GROUP BY consultation, settled_on, settled_happened`,
  );
  const answers = new Map<string, Answers[number][]>();
  for (const { consultation, ...row } of rows) answers.set(consultation, [...(answers.get(consultation) ?? []), row]);
  return answers;
}

/** One that a person opened is named by its own stream, the others by their rule and what started them. */
export const idOf = ({ rule, run: { started } }: Deadline): string =>
  started.trigger.stream.startsWith('deadline-')
    ? started.trigger.stream
    : `deadline-${derivedEventId(`deadline\n${rule}\n${started.trigger.event}`, 0)}`;
