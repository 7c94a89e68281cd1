/**
 * Where a contribution stands, from its own facts: 02 §3. One fold, shared by the published figures and the views that
 * cache them.
 */
import type { Channel, ContributionKind, Sensitivity } from '../codes/contribution';
import type { Label, Labels } from '../codes/label';
import { isFinal, outcomeRow, standingLabel, type Outcome, type Standing } from '../codes/outcome';
import type { Reason } from '../codes/reason';
import { compareWhen, type When } from '../dates/when';
import type {
  contributionEntryCorrected,
  contributionRecorded,
  contributionTransferred,
  groupedInto,
  outcomeGiven,
  pointMarked,
  removedFrom,
} from '../events/contribution.events';
import type { themesAssigned } from '../events/words.events';
import type { appealDecided, appealLodged, disclosureAuthorised } from '../events/moderation.events';
import { happened, type FactEvent, type KnownData } from './fact-event';

/**
 * The standing of a contribution as a whole. Of a contribution with several points: while one of them waits, that one's;
 * when all have the same, that; else `mixed`. `undisclosed`: its answer is not public.
 */
export type OverallStanding = Standing | 'mixed' | 'undisclosed';

const ONLY_OVERALL: Labels<'mixed' | 'undisclosed'> = {
  mixed: { fr: 'Suites différentes selon les points', en: 'Different outcomes by point' },
  undisclosed: { fr: 'Suite non publique', en: 'Answer not public' },
};
export const overallLabel = (standing: OverallStanding): Label =>
  standing === 'mixed' || standing === 'undisclosed' ? ONLY_OVERALL[standing] : standingLabel(standing);

/** The answer that stands for one point. */
export interface StandingAnswer {
  readonly event: string;
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly commitments: readonly string[];
  readonly decision: string | null;
  readonly department: string | null;
  /** The function that gave it. */
  readonly decidedBy: string | null;
  /** Date of the next answer, of a provisional outcome. */
  readonly answerOn: When | null;
  /** The contribution of which this is a duplicate. */
  readonly mergedInto: string | null;
}

export interface PointStanding {
  readonly answer: StandingAnswer | null;
  readonly transferred: boolean;
  /**
   * Of a duplicate: where the contribution it counts with stands. No fact of its own: `withDuplicates` adds it from the
   * other one's; without it a duplicate stands as merged.
   */
  readonly counts?: { readonly standing: Standing; readonly answerOn: When | null };
}

/** JSON-serialisable: read models keep it as it is. */
export interface ContributionFacts {
  readonly consultation: string;
  readonly sensitivity: Sensitivity;
  /** Null when its facts are not public. */
  readonly kind: ContributionKind | null;
  readonly channel: Channel | null;
  readonly themes: readonly string[];
  readonly receivedOn: When;
  readonly territory: string | null;
  readonly takenOver: boolean;
  /** Admitted, or disclosed: its words are public. */
  readonly published: boolean;
  /** A ground of moderation was invoked, whatever became of it. */
  readonly moderated: boolean;
  /** The decision by which it is inadmissible, while it stands. */
  readonly inadmissible: string | null;
  /** Requests for re-examination, each with the decision it is about. */
  readonly appeals: Readonly<Record<string, string>>;
  /** By number: those marked, up to the highest, and those answered. Empty: the whole is point 1 and waits. */
  readonly points: Readonly<Record<string, PointStanding>>;
  /** Syntheses it is in. One entry per point grouped. */
  readonly groupedIn: readonly { readonly synthesis: string; readonly point: number }[];
  readonly withdrawn: boolean;
  readonly voided: boolean;
  /** An answer was given whose facts are not public. */
  readonly undisclosed: boolean;
}

const NO_ANSWER: PointStanding = { answer: null, transferred: false };

function recordedFacts(event: FactEvent): ContributionFacts {
  const data = event.data as KnownData<typeof contributionRecorded>;
  return {
    consultation: data.consultation!,
    sensitivity: data.sensitivity!,
    kind: data.kind ?? null,
    channel: data.channel ?? null,
    themes: data.themes ?? [],
    receivedOn: data.receivedOn ?? happened(event),
    territory: data.territory ?? null,
    takenOver: data.takenOver !== undefined,
    published: false,
    moderated: false,
    inadmissible: null,
    appeals: {},
    points: {},
    groupedIn: [],
    withdrawn: false,
    voided: false,
    undisclosed: false,
  };
}

const withPoint = (facts: ContributionFacts, point: number, change: Partial<PointStanding>): ContributionFacts => ({
  ...facts,
  points: { ...facts.points, [point]: { ...(facts.points[point] ?? NO_ANSWER), ...change } },
});

const withPointsUpTo = (facts: ContributionFacts, last: number): ContributionFacts =>
  Array.from({ length: last }, (_, n) => n + 1).reduce((all, n) => withPoint(all, n, {}), facts);

/** With none marked the whole is point 1. */
export const pointNumbers = (facts: Pick<ContributionFacts, 'points'>): number[] => {
  const numbers = Object.keys(facts.points).map(Number);
  return numbers.length > 0 ? numbers.sort((a, b) => a - b) : [1];
};

function corrected(facts: ContributionFacts, data: KnownData<typeof contributionEntryCorrected>): ContributionFacts {
  return {
    ...facts,
    kind: data.kind ?? facts.kind,
    channel: data.channel ?? facts.channel,
    themes: data.themes ?? facts.themes,
    receivedOn: data.receivedOn ?? facts.receivedOn,
    territory: data.territory === undefined ? facts.territory : data.territory,
  };
}

/**
 * What was sealed until then is told by this event, as far as totals need it. Nothing inadmissible is disclosed: a
 * decision that it was has been reversed before, by an event whose result is sealed.
 */
function disclosed(before: ContributionFacts, data: KnownData<typeof disclosureAuthorised>): ContributionFacts {
  const { kind, channel, themes, receivedOn, points = 0, answers } = data;
  const facts: ContributionFacts = {
    ...before,
    published: true,
    inadmissible: null,
    undisclosed: before.undisclosed && answers === undefined,
    kind: kind ?? before.kind,
    channel: channel ?? before.channel,
    themes: themes ?? before.themes,
    receivedOn: receivedOn ?? before.receivedOn,
  };
  const marked = withPointsUpTo(facts, points);
  return (answers ?? []).reduce((all, { point, event, outcome }) => {
    // Who read it opened knows more of it.
    if (all.points[point]?.answer) return all;
    const untold = {
      reasons: [],
      commitments: [],
      decision: null,
      department: null,
      decidedBy: null,
      answerOn: null,
      mergedInto: null,
    };
    return withPoint(all, point, { answer: { event, outcome, ...untold } });
  }, marked);
}

/** One fact more. Null before `contribution.recorded`; facts that are not public change only what their type tells. */
export function evolveContribution(facts: ContributionFacts | null, event: FactEvent): ContributionFacts | null {
  if (event.type === 'contribution.recorded/2') return recordedFacts(event);
  if (!facts) return null;
  switch (event.type) {
    case 'contribution.admitted/1':
      return { ...facts, published: true };
    case 'contribution.disclosureAuthorised/1':
      return disclosed(facts, event.data);
    case 'contribution.notPublished/1':
      return { ...facts, published: false, moderated: true };
    case 'contribution.declaredInadmissible/1':
      return { ...facts, published: false, moderated: true, inadmissible: event.id };
    case 'contribution.redacted/1':
      return { ...facts, moderated: true };
    case 'contribution.appealLodged/1': {
      const { event: decision } = event.data as KnownData<typeof appealLodged>;
      return decision === undefined ? facts : { ...facts, appeals: { ...facts.appeals, [event.id]: decision } };
    }
    case 'contribution.appealDecided/1': {
      const { appeal, result } = event.data as KnownData<typeof appealDecided>;
      const reversed = result === 'reversed' && appeal !== undefined && facts.appeals[appeal] === facts.inadmissible;
      return reversed ? { ...facts, inadmissible: null } : facts;
    }
    case 'contribution.pointMarked/1': {
      const { point } = event.data as KnownData<typeof pointMarked>;
      return withPointsUpTo(facts, point ?? 0);
    }
    case 'contribution.groupedInto/1': {
      const { synthesis, point } = event.data as KnownData<typeof groupedInto>;
      if (synthesis === undefined || point === undefined) return facts;
      return { ...facts, groupedIn: [...facts.groupedIn, { synthesis, point }] };
    }
    case 'contribution.removedFrom/1': {
      const { synthesis, point } = event.data as KnownData<typeof removedFrom>;
      return {
        ...facts,
        groupedIn: facts.groupedIn.filter((one) => one.synthesis !== synthesis || one.point !== point),
      };
    }
    case 'contribution.outcomeGiven/1': {
      const data = event.data as KnownData<typeof outcomeGiven>;
      if (data.outcome === undefined || data.point === undefined) return { ...facts, undisclosed: true };
      return withPoint(facts, data.point, {
        transferred: false,
        answer: {
          event: event.id,
          outcome: data.outcome,
          reasons: data.reasons ?? [],
          commitments: data.commitments ?? [],
          decision: data.decision ?? null,
          department: data.department ?? null,
          decidedBy: data.decidedBy ?? null,
          answerOn: data.answerOn ?? data.session ?? null,
          mergedInto: data.mergedInto ?? null,
        },
      });
    }
    case 'contribution.transferred/1': {
      const { point } = event.data as KnownData<typeof contributionTransferred>;
      if (point !== undefined) return withPoint(facts, point, { transferred: true });
      return pointNumbers(facts).reduce((all, n) => withPoint(all, n, { transferred: true }), facts);
    }
    case 'contribution.withdrawn/1':
      return { ...facts, withdrawn: true };
    case 'contribution.voided/1':
      return { ...facts, voided: true };
    case 'contribution.entryCorrected/1':
      return corrected(facts, event.data);
    case 'contribution.themesAssigned/1': {
      const { to } = event.data as KnownData<typeof themesAssigned>;
      return to === undefined ? facts : { ...facts, themes: to };
    }
    default:
      return facts;
  }
}

const pointsOf = (facts: ContributionFacts): readonly PointStanding[] =>
  pointNumbers(facts).map((n) => facts.points[n] ?? NO_ANSWER);

export const pointStanding = (facts: ContributionFacts, point: PointStanding): Standing => {
  if (facts.withdrawn) return 'withdrawn';
  if (facts.inadmissible !== null) return 'inadmissible';
  if (point.transferred) return 'transferred';
  return point.counts?.standing ?? point.answer?.outcome ?? 'pending';
};

/** Answered for now. */
const PROVISIONAL: ReadonlySet<Standing> = new Set(['underReview', 'proposedForDecision', 'deferred']);

/** What still waits hides what is settled: of several points the one furthest from an answer speaks for the whole. */
const WAITING: readonly Standing[] = ['pending', 'underReview', 'proposedForDecision', 'deferred'];

export function overallStanding(facts: ContributionFacts): OverallStanding {
  if (facts.withdrawn) return 'withdrawn';
  if (facts.inadmissible !== null) return 'inadmissible';
  if (facts.undisclosed) return 'undisclosed';
  const standings = pointsOf(facts).map((point) => pointStanding(facts, point));
  const waiting = WAITING.find((standing) => standings.includes(standing));
  if (waiting) return waiting;
  return standings.every((standing) => standing === standings[0]) ? standings[0]! : 'mixed';
}

/** A final outcome for each point; a point transferred needs none, but one point at least was answered here. */
export function isAnswered(facts: ContributionFacts): boolean {
  if (facts.withdrawn || facts.inadmissible !== null || facts.undisclosed) return false;
  const standings = pointsOf(facts).map((point) => pointStanding(facts, point));
  return standings.every(isFinal) && standings.some((standing) => standing !== 'transferred');
}

/** Nothing more is owed: answered, withdrawn, inadmissible, transferred, voided; or answered in a way that is not public. */
export const isSettled = (facts: ContributionFacts): boolean =>
  facts.voided ||
  facts.withdrawn ||
  facts.undisclosed ||
  pointsOf(facts).every((point) => isFinal(pointStanding(facts, point)));

/** The answers that stand, one per point. */
export const standingAnswers = (facts: ContributionFacts): readonly StandingAnswer[] =>
  pointsOf(facts).flatMap(({ answer }) => answer ?? []);

/** Not answered, with a provisional outcome on one point at least. */
export const isProvisional = (facts: ContributionFacts): boolean =>
  !isSettled(facts) &&
  pointsOf(facts).some((point) => !point.transferred && PROVISIONAL.has(pointStanding(facts, point)));

/** The earliest date at which an answer was announced for a point that waits. */
export function nextAnswerOn(facts: ContributionFacts): When | null {
  if (isSettled(facts)) return null;
  const dates = pointsOf(facts).flatMap((point) => {
    const answerOn = point.counts ? point.counts.answerOn : point.answer?.answerOn;
    return answerOn && (point.counts || outcomeRow(point.answer!.outcome).provisional) ? [answerOn] : [];
  });
  return dates.sort(compareWhen)[0] ?? null;
}

/** Reasons of the answers that stand, each once. */
export const reasonsOf = (facts: ContributionFacts): readonly Reason[] =>
  [...new Set(standingAnswers(facts).flatMap(({ reasons }) => reasons))].sort();
