/** A commitment from its history and those of what it names, and of what is part of it. Pure. */
import { addMonths } from '@fil/facts/dates/calendar-date';
import { firstDay, lastDay } from '@fil/facts/dates/when';
import type { commitmentMade } from '@fil/facts/events/commitment.events';
import type { followedUp } from '@fil/facts/events/words.events';
import { isCommitmentLate, isOpen, type CommitmentFacts } from '@fil/facts/figures/commitment-progress';
import { FORMULA, partsByParent, treeProgress } from '@fil/facts/figures/commitment-tree';
import { councilOn, evolveCouncils, sharesByCouncil, type Council } from '@fil/facts/figures/councils';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { casesOf, changesOf } from '../follow-up/aftermath';
import { commitmentFacts, commitmentShown } from '../follow-up/shown-commitment';
import { titled } from '../follow-up/titled';
import type { Names } from '../names/names';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import type { Shown } from '../reading/shown';
import { words } from '../reading/words-of';
import type { Commitment, CommitmentSummary, ContributorVerdict, CouncilsShown, TreeShown } from './commitments.answer';

type Histories = ReadonlyMap<string, History>;

/** What is read with a commitment. */
export interface AroundCommitment {
  readonly authority: History | undefined;
  readonly decisions: Histories;
  readonly committees: Histories;
  /** Contributions and syntheses it answers. */
  readonly answered: Histories;
  /** The one it is a part of, its parts, theirs, and so on. */
  readonly tree: Histories;
  /** `contribution.followedUp` that name it, in order. */
  readonly followUps: readonly KeptEvent[];
}

/** Null when nothing is known of it yet. */
export function buildCommitmentSummary(
  history: History,
  { decisions, authorities }: { readonly decisions: Histories; readonly authorities: Histories },
  names: Names,
  today: string,
): CommitmentSummary | null {
  const shown = commitmentShown(history, { decisions, committees: new Map(), names, today });
  const facts = commitmentFacts(history);
  if (!shown || !facts) return null;
  const { madeUnder, review } = councilsOf(facts, authorities.get(facts.authority ?? ''), today);
  return {
    id: shown.id,
    title: shown.title,
    authority: facts.authority === null ? null : names.authority(facts.authority),
    owner: shown.owner,
    accountable: shown.accountable,
    made: shown.made,
    progress: shown.progress,
    percent: shown.percent,
    plannedFirst: shown.plannedFirst,
    plannedNow: shown.plannedNow,
    slippedDays: shown.slippedDays,
    reschedulings: facts.reschedulings,
    late: shown.late,
    daysLate: shown.daysLate,
    noNewsForDays: shown.noNewsForDays,
    parent: facts.parent,
    decision: facts.decision,
    actStanding: shown.actStanding,
    councils: { madeUnder, review },
    budget: facts.budget,
  };
}

/** Null when nothing is known of it yet. */
export function buildCommitment(
  history: History,
  around: AroundCommitment,
  names: Names,
  shown: Shown,
  today: string,
): Commitment | null {
  const commitment = commitmentShown(history, { ...around, names, today });
  const facts = commitmentFacts(history);
  if (!commitment || !facts) return null;
  const { territory } = history.events[0]!.data as KnownData<typeof commitmentMade>;
  const decision = facts.decision === null ? undefined : around.decisions.get(facts.decision);
  return {
    ...commitment,
    shown,
    authority: facts.authority === null ? null : names.authority(facts.authority),
    answers: facts.answers.map((id) => titled(id, around.answered.get(id))),
    territory: territory ?? null,
    plannedWhenMade: facts.plannedWhenMade,
    closedOn: facts.closedOn,
    reportEveryMonths: facts.reportEveryMonths,
    nextReportBy:
      facts.reportEveryMonths !== null && isOpen(facts)
        ? addMonths(lastDay(facts.lastNewsOn), facts.reportEveryMonths)
        : null,
    parent:
      facts.parent === null
        ? null
        : { ...titled(facts.parent, around.tree.get(facts.parent)), weight: facts.weight ?? 1 },
    tree: treeOf(commitment.id, around.tree, today),
    verdicts: {
      authority: commitment.done,
      contributors: contributorVerdicts(around.followUps, commitment.done?.given.event ?? null),
      committees: commitment.committeeVerdicts,
    },
    councils: councilsOf(facts, around.authority, today),
    decisionChanges: decision ? changesOf(decision, (id) => titled(id, around.decisions.get(id))) : [],
    decisionCases: decision ? casesOf(decision) : [],
  };
}

function treeOf(id: string, histories: Histories, today: string): TreeShown | null {
  const facts = new Map(
    [...histories].flatMap(([one, history]) => {
      const known = commitmentFacts(history);
      return known ? [[one, known] as const] : [];
    }),
  );
  const progress = treeProgress(id, partsByParent(facts), (one) => facts.get(one));
  return (
    progress && {
      formula: FORMULA,
      percent: progress.percent,
      parts: progress.parts.map(({ percent, ...part }) => ({
        ...titled(part.id, histories.get(part.id)),
        ...part,
        percent: Math.round(percent * 10) / 10,
        progress: facts.get(part.id)!.advance.progress,
        late: isCommitmentLate(facts.get(part.id)!, today),
      })),
    }
  );
}

/** @param claim event of the claim that stands */
const contributorVerdicts = (followUps: readonly KeptEvent[], claim: string | null): ContributorVerdict[] =>
  followUps.map((event, n) => {
    const { verdict, declared } = event.data as KnownData<typeof followedUp>;
    const laterWord = followUps.slice(n + 1).some(({ stream }) => stream === event.stream);
    return {
      ...happening(event),
      contribution: event.stream,
      verdict: verdict!,
      text: words(event, 'text'),
      declared: declared!,
      current: declared === claim && !laterWord,
    };
  });

function councilsOf(facts: CommitmentFacts, authority: History | undefined, today: string): CouncilsShown {
  const councils = (authority?.events ?? []).reduce<readonly Council[]>(evolveCouncils, []);
  const madeUnder = councilOn(councils, firstDay(facts.madeOn));
  const inOffice = councilOn(councils, today);
  return {
    madeUnder: madeUnder?.mandate ?? null,
    inOffice: inOffice?.mandate ?? null,
    review: inOffice && inOffice !== madeUnder ? reviewOf(facts, inOffice, today) : null,
    shares: sharesByCouncil(facts, councils, today),
  };
}

function reviewOf(facts: CommitmentFacts, council: Council, today: string): CouncilsShown['review'] {
  const { reviewBy, mandate, began } = council;
  // What had ended when the council took office was not its to review.
  if (facts.closedOn !== null && lastDay(facts.closedOn) < began) return null;
  if (facts.confirmedBy.includes(mandate)) return { reviewBy, state: 'confirmed' };
  if (!isOpen(facts)) return { reviewBy, state: 'closed' };
  if (facts.modifiedOn !== null && lastDay(facts.modifiedOn) >= began) return { reviewBy, state: 'modified' };
  return { reviewBy, state: reviewBy < today ? 'overdue' : 'awaited' };
}

/** Commitments that a commitment has been part of, or that are part of it, are found by these. */
export const parentOf = (history: History): string | null => commitmentFacts(history)?.parent ?? null;

/** Decisions by which its decision was undone. */
export const undoingOf = (decision: History | undefined): string[] =>
  decision
    ? eventsOf(decision, 'decision.amended/1', 'decision.annulled/1', 'decision.repealed/1').flatMap(
        ({ data }) => (data['decision'] as string | undefined) ?? [],
      )
    : [];
