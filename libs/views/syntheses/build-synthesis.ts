/** A synthesis from what happened to it: pure. */
import { outcomeRow } from '@fil/facts/codes/outcome';
import type { synthesisOpened, synthesisOutcomeGiven, synthesisPublished } from '@fil/facts/events/synthesis.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { NameBook, Named } from '../names/named';
import type { Names } from '../names/names';
import { happening, type KeptEvent } from '../reading/happening';
import { eventsOf, type History } from '../reading/history';
import type { Shown } from '../reading/shown';
import { currentText, divergencesOf, textsOf } from '../reading/synthesis-texts';
import { allOf, words } from '../reading/words-of';
import { summedUp, type MemberStanding } from '../standings/carried';
import type { CommonOutcomeShown, MemberShown, MovementShown, Synthesis, SynthesisSummary } from './syntheses.answer';

const MOVEMENTS = {
  'synthesis.contributionsAttached/1': 'attached',
  'synthesis.contributionsDetached/1': 'detached',
} as const;

const assistedOf = ({ data }: KeptEvent): NonNullable<CommonFacts['assisted']> | null =>
  (data as CommonFacts).assisted ?? null;

const movementsOf = (history: History): MovementShown[] =>
  eventsOf(history, ...Object.keys(MOVEMENTS)).map((event) => ({
    ...happening(event),
    does: MOVEMENTS[event.type as keyof typeof MOVEMENTS],
    members: (event.data as { readonly memberCount?: number }).memberCount ?? 0,
    reason: words(event, 'reason'),
    assisted: assistedOf(event),
  }));

export function buildSynthesisSummary(history: History, names: Names): SynthesisSummary {
  const opened = history.events[0]!;
  const { consultation, themes = [] } = opened.data as KnownData<typeof synthesisOpened>;
  const organiser = names.organiserOf(consultation!);
  const published = eventsOf(history, 'synthesis.published/2')[0];
  const given = eventsOf(history, 'synthesis.outcomeGiven/1').at(-1);
  return {
    id: opened.stream,
    consultation: { id: consultation!, title: names.consultation(consultation!).title },
    title: currentText(history).title,
    themes: themes.map((code) => names.named('themes', organiser, code)),
    opened: happening(opened),
    published: published ? happening(published) : null,
    members: movementsOf(history).reduce(
      (sum, { does, members }) => sum + (does === 'attached' ? members : -members),
      0,
    ),
    divergences: divergencesOf(history).length,
    outcome: given
      ? { given: happening(given), outcome: (given.data as KnownData<typeof synthesisOutcomeGiven>).outcome! }
      : null,
  };
}

/** @param standings of everybody its answer is for; @param passedOver the first of whom it passed over */
export function buildSynthesis(
  history: History,
  names: Names,
  standings: readonly MemberStanding[],
  passedOver: readonly MemberShown[],
  shown: Shown,
): Synthesis {
  const summary = buildSynthesisSummary(history, names);
  const outcomes = outcomesOf(history, names, names.organiserOf(summary.consultation.id));
  return {
    ...summary,
    shown,
    text: currentText(history).text,
    texts: textsOf(history),
    noneExpressed: eventsOf(history, 'synthesis.published/2').some(
      ({ data }) => (data as KnownData<typeof synthesisPublished>).noneExpressed === true,
    ),
    recordedDivergences: divergencesOf(history),
    movements: movementsOf(history),
    outcomes,
    carried: outcomes.length > 0 ? summedUp(standings) : null,
    passedOver,
    assisted: assistedOf(history.events[0]!),
  };
}

function outcomesOf(history: History, names: Names, organiser: string | null): CommonOutcomeShown[] {
  const named = (kind: keyof NameBook, code: string | undefined): Named | null => names.optional(kind, organiser, code);
  const given = eventsOf(history, 'synthesis.outcomeGiven/1');
  return given.map((event) => {
    const data = event.data as KnownData<typeof synthesisOutcomeGiven>;
    return {
      given: happening(event),
      outcome: data.outcome!,
      provisional: outcomeRow(data.outcome!).provisional,
      current: event === given.at(-1),
      supersedes: data.supersedes ?? null,
      reasons: data.reasons ?? [],
      justification: words(event, 'justification'),
      advice: words(event, 'advice'),
      partTaken: words(event, 'partTaken'),
      condition: words(event, 'condition'),
      proposersOpinion: words(event, 'proposersOpinion'),
      reference: words(event, 'reference'),
      evidence: allOf(event, 'evidence'),
      worseningReason: words(event, 'worseningReason'),
      department: named('bodies', data.department),
      decidedBy: named('functions', data.decidedBy),
      answerOn: data.answerOn ?? null,
      decision: data.decision ?? null,
      commitments: data.commitments ?? [],
      members: data.members ?? 0,
    };
  });
}
