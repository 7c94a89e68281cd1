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
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { listOf, naming, takenOverLacks, wordsOf, type ThreadReading } from './reading-of';
import { decisionOf } from './thread-decisions';
import { reschedulingsOf } from './thread-reschedulings';
import type { StageStep, ThreadCommitment } from './thread.answer';

export const commitmentFacts = (history: History): CommitmentFacts | null =>
  history.events.reduce<CommitmentFacts | null>((facts, event) => evolveCommitment(facts, event), null);

/** A commitment that follows, with everything that happened to it. */
export function commitmentOf(reading: ThreadReading, history: History): ThreadCommitment | null {
  const facts = commitmentFacts(history);
  const made = history.events[0];
  if (!facts || !made) return null;
  const data = made.data as KnownData<typeof commitmentMade>;
  const named = naming(reading.names, data.authority ?? reading.organiser);
  const { today } = reading;
  const late = isCommitmentLate(facts, today);
  const stages = stagesOf(history);
  const { progress } = facts.advance;
  return {
    id: made.stream,
    title: wordsOf(made, 'title'),
    means: wordsOf(made, 'means'),
    indicator: wordsOf(made, 'indicator'),
    place: wordsOf(made, 'place'),
    made: happening(made),
    owner: named('bodies', data.owner),
    accountable: named('functions', data.accountable),
    decision: decisionOf(reading, data.decision),
    budgetVoted: data.budgetVoted ?? null,
    themes: facts.themes.map((code) => reading.names.named('themes', data.authority ?? null, code)),
    source: data.source ? { ...data.source, address: wordsOf(made, 'sourceAddress') } : null,
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
    reopened: eventsOf(history, 'commitment.reopened/1').map((event) => ({
      given: happening(event),
      reason: wordsOf(event, 'reason'),
      word: (event.data as KnownData<typeof commitmentReopened>).word ?? null,
    })),
    notListed: facts.notListed ? notListedOf(history) : null,
  };
}

function startedOn(history: History): ThreadCommitment['startedOn'] {
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
      reason: wordsOf<Text>(event, 'reason'),
      reasonNotStated: takenOverLacks(event, 'reason'),
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

const reportsOf = (history: History): ThreadCommitment['reports'] =>
  eventsOf(history, 'commitment.progressReported/1').map((event) => {
    const { percent, indicatorValue } = event.data as KnownData<typeof progressReported>;
    return {
      given: happening(event),
      percent: percent ?? null,
      indicatorValue: indicatorValue ?? null,
      note: wordsOf(event, 'note'),
      evidence: listOf(event, 'evidence'),
    };
  });

const last = (history: History, type: string): KeptEvent | undefined => eventsOf(history, type).at(-1);

function doneOf(history: History): ThreadCommitment['done'] {
  const event = last(history, 'commitment.declaredDone/1');
  if (!event) return null;
  const { word } = event.data as KnownData<typeof declaredDone>;
  return {
    given: happening(event),
    note: wordsOf(event, 'note'),
    evidence: listOf(event, 'evidence'),
    word: word ?? null,
  };
}

function abandonedOf(
  reading: ThreadReading,
  history: History,
  named: ReturnType<typeof naming>,
): ThreadCommitment['abandoned'] {
  const event = last(history, 'commitment.abandoned/1');
  if (!event) return null;
  const { reasons, decidedBy, decision, word } = event.data as KnownData<typeof commitmentAbandoned>;
  return {
    given: happening(event),
    reasons: reasons ?? [],
    reason: wordsOf(event, 'reason'),
    reasonNotStated: takenOverLacks(event, 'reason'),
    decidedBy: named('functions', decidedBy),
    decision: decisionOf(reading, decision),
    word: word ?? null,
  };
}

function notListedOf(history: History): ThreadCommitment['notListed'] {
  const event = last(history, 'commitment.sourceNoLongerLists/1');
  if (!event) return null;
  const { lastListedOn } = event.data as KnownData<typeof sourceNoLongerLists>;
  return { given: happening(event), lastListedOn: lastListedOn! };
}
