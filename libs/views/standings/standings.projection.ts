/**
 * Where each contribution and each commitment stands: one row per object, folded by the functions of facts/figures. The
 * questions that count or sort by standing (overview, backlog, search, consultations) read these rows; kept four times
 * they would cost four times as much to make.
 */
import type { Progress } from '@fil/facts/codes/progress';
import { addMonths } from '@fil/facts/dates/calendar-date';
import { parisDay } from '@fil/facts/dates/paris-day';
import { lastDay } from '@fil/facts/dates/when';
import { COMMITMENT_EVENTS } from '@fil/facts/events/commitment.events';
import { CONTRIBUTION_EVENTS } from '@fil/facts/events/contribution.events';
import { evolveCommitment, isOpen, slippedDays, type CommitmentFacts } from '@fil/facts/figures/commitment-progress';
import { hasDuplicates } from '@fil/facts/figures/duplicates';
import { settledBy, type SettledBy } from '@fil/facts/figures/settling';
import {
  evolveContribution,
  isAnswered,
  isProvisional,
  isSettled,
  nextAnswerOn,
  overallStanding,
  reasonsOf,
  standingAnswers,
  type ContributionFacts,
} from '@fil/facts/figures/standing';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Fold, Projection } from '@fil/log/projections/projection';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import type { Opened, OpenedEvent } from '@fil/log/vault/vault';
import { saidAfter, type Said } from '../reading/said-now';
import { progressBit } from './progress-mask';

export interface ContributionStanding {
  /** Index of `contribution.recorded`. */
  readonly index: number;
  readonly title: Opened<Text> | null;
  /** Where that stands. */
  readonly titleIn: Omit<Said, 'words'>;
  readonly facts: ContributionFacts;
  /** What settled it; null: something is owed. */
  readonly settled: SettledBy | null;
}

const types = (
  definitions: readonly { readonly type: string }[],
  without: readonly string[] = [],
): ReadonlySet<string> => new Set(definitions.map(({ type }) => type).filter((type) => !without.includes(type)));

/** The department of a provisional answer: who is working on it. */
export const departmentOf = (facts: ContributionFacts): string | null =>
  standingAnswers(facts).find(({ department }) => department !== null)?.department ?? null;

/** The function that gave a standing answer: who is asked what became of it. */
export const deciderOf = (facts: ContributionFacts): string | null =>
  standingAnswers(facts).find(({ decidedBy }) => decidedBy !== null)?.decidedBy ?? null;

/** What was sealed stays out of the figures even once it is opened: they are computed from the entries alone. */
const inClear = (event: OpenedEvent): OpenedEvent => {
  if (!(CONCEALED_DATA in event.sealed)) return event;
  const { consultation, sensitivity } = event.data;
  return { ...event, data: { consultation, sensitivity } };
};

/** What of a row depends, for a duplicate, on the contribution it counts with: see `countedContributions`. */
export function standingColumns(
  facts: ContributionFacts,
  settled: SettledBy | null,
): Readonly<Record<StandingColumn, string | boolean | null>> {
  const next = nextAnswerOn(facts);
  return {
    answered: isAnswered(facts),
    provisional: isProvisional(facts),
    settled: isSettled(facts),
    settled_on: settled && parisDay(settled.at),
    settled_happened: settled && settled.on,
    standing: overallStanding(facts),
    next_answer: next === null ? null : lastDay(next),
  };
}

/** With their types. */
export const STANDING_COLUMNS = {
  answered: 'boolean NOT NULL',
  provisional: 'boolean NOT NULL',
  settled: 'boolean NOT NULL',
  settled_on: 'date',
  settled_happened: 'date',
  standing: 'text NOT NULL',
  next_answer: 'date',
} as const;
type StandingColumn = keyof typeof STANDING_COLUMNS;

const contributionFold: Fold<ContributionStanding> = {
  aggregate: 'contribution',
  concerns: types(CONTRIBUTION_EVENTS, ['contribution.contested/1']),
  table: {
    name: 'standings_contribution',
    columns: {
      index: 'bigint NOT NULL',
      consultation: 'text NOT NULL',
      published: 'boolean NOT NULL',
      moderated: 'boolean NOT NULL',
      voided: 'boolean NOT NULL',
      withdrawn: 'boolean NOT NULL',
      ...STANDING_COLUMNS,
      reasons: 'text[] NOT NULL',
      channel: 'text',
      themes: 'text[] NOT NULL',
      commitments: 'text[] NOT NULL',
      syntheses: 'text[] NOT NULL',
      received: 'date NOT NULL',
      department: 'text',
      decider: 'text',
      duplicate: 'boolean NOT NULL',
    },
    indexes: [
      '(index) WHERE published',
      '(received, index) WHERE NOT settled',
      'USING gin (syntheses) WITH (fastupdate = off)',
      '(stream) WHERE duplicate',
    ],
  },
  evolve(before, event) {
    const facts = evolveContribution(before?.facts ?? null, inClear(event));
    if (!facts) return null;
    const settled = isSettled(facts) ? (before?.settled ?? settledBy(event)) : null;
    const said = before && { ...before.titleIn, words: before.title };
    const { words: title, ...titleIn } = saidAfter('title', said, event)!;
    return { index: before?.index ?? event.index, title, titleIn, facts, settled };
  },
  row({ index, facts, settled }) {
    return {
      index,
      consultation: facts.consultation,
      published: facts.published,
      moderated: facts.moderated,
      voided: facts.voided,
      withdrawn: facts.withdrawn,
      ...standingColumns(facts, settled),
      reasons: reasonsOf(facts),
      channel: facts.channel,
      themes: facts.themes,
      commitments: [...new Set(standingAnswers(facts).flatMap(({ commitments }) => commitments))],
      syntheses: [...new Set(facts.groupedIn.map(({ synthesis }) => synthesis))],
      received: lastDay(facts.receivedOn),
      department: departmentOf(facts),
      decider: deciderOf(facts),
      duplicate: hasDuplicates(facts),
    };
  },
};

const commitmentFold: Fold<CommitmentFacts> = {
  aggregate: 'commitment',
  concerns: types(COMMITMENT_EVENTS),
  table: {
    name: 'standings_commitment',
    columns: {
      answers: 'text[] NOT NULL',
      progress: 'text NOT NULL',
      bit: 'smallint NOT NULL',
      open: 'boolean NOT NULL',
      planned: 'date',
      report_due: 'date',
      not_listed: 'boolean NOT NULL',
      slipped_days: 'integer',
      reschedulings: 'integer NOT NULL',
    },
  },
  evolve: (before, event) => evolveCommitment(before ?? null, event),
  row: (facts) => ({
    answers: facts.answers,
    progress: facts.advance.progress,
    bit: progressBit(facts.advance.progress satisfies Progress),
    open: isOpen(facts),
    planned: facts.plannedNow === null ? null : lastDay(facts.plannedNow),
    report_due: facts.reportEveryMonths === null ? null : addMonths(lastDay(facts.lastNewsOn), facts.reportEveryMonths),
    not_listed: facts.notListed && isOpen(facts),
    slipped_days: slippedDays(facts),
    reschedulings: facts.reschedulings,
  }),
};

export const STANDINGS: Projection = { name: 'standings', version: 3, folds: [contributionFold, commitmentFold] };
