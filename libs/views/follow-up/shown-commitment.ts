import type {
  commitmentAbandoned,
  commitmentMade,
  commitmentReopened,
  declaredDone,
  progressReported,
  sourceNoLongerLists,
  stageLost,
  stageReached,
} from '@fil/facts/events/commitment.events';
import { daysBetween } from '@fil/facts/dates/calendar-date';
import { lastDay } from '@fil/facts/dates/when';
import {
  evolveCommitment,
  hasNoNews,
  isCommitmentLate,
  slippedDays,
  type CommitmentFacts,
} from '@fil/facts/figures/commitment-progress';
import { happened, type KnownData } from '@fil/facts/figures/fact-event';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Names } from '../names/names';
import { naming, type Naming } from '../names/naming';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { allOf, words } from '../reading/words-of';
import { contentNow, lifeOf } from './commitment-life';
import { isNotStated } from './not-stated';
import { reschedulingsOf } from './reschedulings';
import { decisionNamed } from './shown-decision';
import type { ShownCommitment, StageStep } from './shown-commitment.answer';

export const commitmentFacts = (history: History): CommitmentFacts | null =>
  history.events.reduce<CommitmentFacts | null>((facts, event) => evolveCommitment(facts, event), null);

/** What is read with a commitment. */
export interface CommitmentReading {
  /** Histories of the decisions and the committees it names, by id. */
  readonly decisions: ReadonlyMap<string, History>;
  readonly committees: ReadonlyMap<string, History>;
  readonly names: Names;
  readonly today: string;
}

/** A commitment that follows, with everything that happened to it. */
export function commitmentShown(history: History, reading: CommitmentReading): ShownCommitment | null {
  const facts = commitmentFacts(history);
  const made = history.events[0];
  if (!facts || !made) return null;
  const data = made.data as KnownData<typeof commitmentMade>;
  const { names, today } = reading;
  const named = naming(names, facts.authority);
  const late = isCommitmentLate(facts, today);
  const stages = stagesOf(history);
  const { progress } = facts.advance;
  const content = contentNow(history);
  const decision = decisionNamed(reading.decisions, names, data.decision);
  return {
    id: made.stream,
    title: content.title,
    means: content.means,
    indicator: content.indicator,
    place: words(made, 'place'),
    made: happening(made),
    owner: named('bodies', facts.owner),
    accountable: named('functions', facts.accountable),
    decision,
    actStanding: decision?.standing ?? null,
    budgetVoted: facts.budget.voted,
    ...lifeOf(history, facts, named, reading.committees),
    themes: facts.themes.map((code) => names.named('themes', facts.authority, code)),
    source: data.source ? { ...data.source, address: words(made, 'sourceAddress') } : null,
    progress,
    late,
    daysLate: late ? daysBetween(lastDay(facts.plannedNow!), today) : null,
    noNewsForDays: hasNoNews(facts, today) ? daysBetween(lastDay(facts.lastNewsOn), today) : null,
    lastNewsOn: facts.lastNewsOn,
    percent: facts.percent,
    stage: facts.advance.stage === null ? null : { stage: facts.advance.stage, word: stages.at(-1)?.word ?? null },
    plannedFirst: facts.plannedFirst,
    plannedNow: facts.plannedNow,
    reschedulings: reschedulingsOf(history, named),
    slippedDays: slippedDays(facts),
    startedOn: startedOn(history),
    stages,
    reports: reportsOf(history),
    done: progress === 'done' || progress === 'verified' ? doneOf(history) : null,
    abandoned: progress === 'abandoned' ? abandonedOf(reading, history, named) : null,
    reopened: eventsOf(history, 'commitment.reopened/2').map((event) => ({
      given: happening(event),
      reason: words(event, 'reason'),
      word: (event.data as KnownData<typeof commitmentReopened>).word ?? null,
      finding: (event.data as KnownData<typeof commitmentReopened>).finding ?? null,
    })),
    notListed: facts.notListed ? notListedOf(history) : null,
  };
}

function startedOn(history: History): ShownCommitment['startedOn'] {
  const first = history.events.find(
    ({ type, data }) =>
      type === 'commitment.started/1' || (type === 'commitment.stageReached/1' && data['stage'] !== 'notStarted'),
  );
  return first ? happened(first) : null;
}

const stagesOf = (history: History): StageStep[] =>
  eventsOf(history, 'commitment.stageReached/1', 'commitment.stageLost/1').map((event) => {
    const common = {
      given: happening(event),
      reason: words<Text>(event, 'reason'),
      reasonNotStated: isNotStated(event, 'reason'),
    };
    if (event.type === 'commitment.stageReached/1') {
      const { stage, from, word } = event.data as KnownData<typeof stageReached>;
      return { ...common, stage: stage!, from: from ?? null, word: word ?? null, wordBefore: null, lost: false };
    }
    const { to, from, word, wordBefore } = event.data as KnownData<typeof stageLost>;
    return {
      ...common,
      stage: to!,
      from: from ?? null,
      word: word ?? null,
      wordBefore: wordBefore ?? null,
      lost: true,
    };
  });

const reportsOf = (history: History): ShownCommitment['reports'] =>
  eventsOf(history, 'commitment.progressReported/2').map((event) => {
    const { percent, indicatorValue, evidenceHashes } = event.data as KnownData<typeof progressReported>;
    return {
      given: happening(event),
      percent: percent ?? null,
      indicatorValue: indicatorValue ?? null,
      note: words(event, 'note'),
      evidence: allOf(event, 'evidence'),
      evidenceHashes: evidenceHashes ?? [],
    };
  });

const last = (history: History, type: string): KeptEvent | undefined => eventsOf(history, type).at(-1);

function doneOf(history: History): ShownCommitment['done'] {
  const event = last(history, 'commitment.declaredDone/2');
  if (!event) return null;
  const { word, evidenceHashes } = event.data as KnownData<typeof declaredDone>;
  return {
    given: happening(event),
    note: words(event, 'note'),
    evidence: allOf(event, 'evidence'),
    evidenceHashes: evidenceHashes ?? [],
    word: word ?? null,
  };
}

function abandonedOf(reading: CommitmentReading, history: History, named: Naming): ShownCommitment['abandoned'] {
  const event = last(history, 'commitment.abandoned/1');
  if (!event) return null;
  const { reasons, decidedBy, decision, word } = event.data as KnownData<typeof commitmentAbandoned>;
  return {
    given: happening(event),
    reasons: reasons ?? [],
    reason: words(event, 'reason'),
    reasonNotStated: isNotStated(event, 'reason'),
    decidedBy: named('functions', decidedBy),
    decision: decisionNamed(reading.decisions, reading.names, decision),
    word: word ?? null,
  };
}

function notListedOf(history: History): ShownCommitment['notListed'] {
  const event = last(history, 'commitment.sourceNoLongerLists/1');
  if (!event) return null;
  const { lastListedOn } = event.data as KnownData<typeof sourceNoLongerLists>;
  return { given: happening(event), lastListedOn: lastListedOn! };
}
