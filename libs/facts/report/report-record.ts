/** What a report is written from: the record up to a size, and of it what the report accounts for. */
import type { Deadline } from '../deadlines/deadline';
import { commitmentCells, contributionCells } from '../figures/cells';
import { corrected } from '../figures/corrected';
import type { FactEvent } from '../figures/fact-event';
import {
  sumCommitments,
  sumContributions,
  type CommitmentFigures,
  type ContributionTables,
} from '../figures/published-figures';
import type { RecordFacts } from '../figures/record-facts';
import type { Aggregate } from '../kit/aggregates';
import type { ContributionLine } from './contribution-line';
import { authoritiesOf, belonging, concerns, consultationsIn, followedIn, type Ids } from './in-scope';
import { previousReport } from './previous-report';
import type { ReportScope } from './report-scope';

/** The state of the log a report rests on. */
export interface Cut {
  /** Number of entries. */
  readonly size: number;
  /** Root of their tree, in hexadecimal. */
  readonly root: string;
  /** The day of the last one in Paris: lateness is told for it. */
  readonly on: string;
}

/** An object that is no contribution, with its events in the order of the log. */
export interface ObjectHistory {
  readonly id: string;
  readonly events: readonly FactEvent[];
}

/** The report before this one, of the same scope. */
export interface PreviousReport {
  readonly report: string;
  readonly size: number;
  readonly cutOn: string;
}

export interface ReportRecord {
  readonly scope: ReportScope;
  readonly cut: Cut;
  readonly facts: RecordFacts;
  /** By contribution, in the order they were recorded: the same ones as in `facts`. */
  readonly lines: ReadonlyMap<string, ContributionLine>;
  readonly contributions: ContributionTables;
  readonly commitments: CommitmentFigures;
  readonly previous: PreviousReport | null;
  /** Every deadline of what the report is about, as it stood on the day of the cut. */
  readonly deadlines: readonly Deadline[];
  /** The objects of this aggregate that the report is about, in the order they came. */
  of(aggregate: Exclude<Aggregate, 'contribution'>): readonly ObjectHistory[];
}

/** Everything read so far, not yet cut to a scope. */
export interface Gathered {
  readonly facts: RecordFacts;
  readonly lines: ReadonlyMap<string, ContributionLine>;
  readonly objects: ReadonlyMap<Aggregate, ReadonlyMap<string, readonly FactEvent[]>>;
  readonly deadlines: readonly Deadline[];
}

const only = <V>(map: ReadonlyMap<string, V>, ids: Ids): Map<string, V> =>
  new Map([...map].filter(([id]) => ids.has(id)));

/** @param previous the report that chapter 9 starts from; undefined: the last one of the same scope */
export function reportRecord(scope: ReportScope, cut: Cut, gathered: Gathered, previous?: string | null): ReportRecord {
  const histories = (aggregate: Aggregate): ObjectHistory[] =>
    [...(gathered.objects.get(aggregate) ?? [])].map(([id, events]) => ({ id, events: corrected(events) }));
  const consultations = consultationsIn(scope, histories('consultation'));
  const contributions = new Set(
    [...gathered.facts.contributions].flatMap(([id, facts]) => (consultations.has(facts.consultation) ? [id] : [])),
  );
  const facts: RecordFacts = {
    ...gathered.facts,
    contributions: only(gathered.facts.contributions, contributions),
    consultations: only(gathered.facts.consultations, consultations),
  };
  const followed = followedIn(scope, facts, histories);
  const about = new Set([...consultations, ...followed.decisions, ...followed.commitments, ...contributions]);
  if (scope.kind === 'authority') about.add(scope.authority);
  const belongs = belonging(scope, about, authoritiesOf(scope, histories('consultation'), consultations));
  const chosen = new Map<Aggregate, readonly ObjectHistory[]>();
  // What starts a deadline may be a finding, an encounter, a guarantor's report: found before deadlines are.
  for (const aggregate of ['encounter', 'synthesis', 'guarantor', 'committee', 'evaluation', 'report'] as const) {
    const found = histories(aggregate).filter((one) => belongs(aggregate, one));
    chosen.set(aggregate, found);
    for (const { id } of found) about.add(id);
  }
  return {
    scope,
    cut,
    facts,
    lines: only(gathered.lines, contributions),
    contributions: sumContributions(contributionCells(facts, null), cut.on),
    commitments: sumCommitments(commitmentCells(facts, cut.on, followed.commitments)),
    deadlines: gathered.deadlines.filter(({ run: { started } }) => concerns(scope, about, started)),
    previous: previousReport(scope, histories('report'), previous),
    of(aggregate) {
      const found = chosen.get(aggregate) ?? histories(aggregate).filter((one) => belongs(aggregate, one));
      chosen.set(aggregate, found);
      return found;
    },
  };
}

/** The lines of contributions that count: voided ones have left every question but that of how many they are. */
export const countedLines = ({ lines, facts }: ReportRecord): ContributionLine[] =>
  [...lines].flatMap(([id, line]) => (facts.contributions.get(id)!.voided ? [] : [line]));
