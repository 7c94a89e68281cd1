/** What became of a decision, from its own facts: the steps really taken, and whether it may be relied on. */
import {
  DECISION_STANDINGS,
  type CaseOutcome,
  type Court,
  type DecisionKind,
  type DecisionStanding,
  type Extent,
  type StepOutcome,
  type Undoer,
} from '../codes/decision';
import type { When } from '../dates/when';
import type {
  decisionAnnulled,
  decisionChallengedInCourt,
  decisionCourtRuled,
  decisionRegistered,
  decisionStepTaken,
} from '../events/decision.events';
import { happened, type FactEvent, type KnownData } from './fact-event';

export interface StepTaken {
  /** Id of the event. */
  readonly event: string;
  readonly consultation: string | null;
  readonly step: string;
  /** Whether the declared path had it when it was recorded. */
  readonly ofPath: boolean;
  readonly body: string;
  readonly outcome: StepOutcome;
  readonly session: string | null;
  readonly on: When;
}

export interface CourtCase {
  readonly case: string;
  readonly court: Court;
  readonly challengedOn: When;
  readonly suspended: boolean;
  /** The last ruling. */
  readonly ruling: { readonly court: Court; readonly outcome: CaseOutcome; readonly on: When } | null;
}

export interface Annulment {
  readonly by: Undoer;
  /** The case in which a court ruled so; null when an act says it. */
  readonly case: string | null;
  readonly extent: Extent;
  readonly on: When;
}

/** JSON-serialisable. */
export interface DecisionFacts {
  readonly authority: string | null;
  readonly kind: DecisionKind;
  readonly body: string | null;
  readonly decidedBy: string | null;
  readonly consultations: readonly string[];
  readonly takenOn: When;
  readonly steps: readonly StepTaken[];
  readonly reasonsPublishedOn: When | null;
  readonly amendments: number;
  readonly repealedOn: When | null;
  /** By an act, or by a ruling that no higher court overturned. */
  readonly annulments: readonly Annulment[];
  readonly cases: readonly CourtCase[];
}

function registeredFacts(event: FactEvent): DecisionFacts {
  const data = event.data as KnownData<typeof decisionRegistered>;
  return {
    authority: data.authority ?? null,
    kind: data.kind ?? 'other',
    body: data.body ?? null,
    decidedBy: data.decidedBy ?? null,
    consultations: data.consultations ?? [],
    takenOn: happened(event),
    steps: [],
    reasonsPublishedOn: null,
    amendments: 0,
    repealedOn: null,
    annulments: [],
    cases: [],
  };
}

/** One fact more. Null before `decision.registered`. */
export function evolveDecision(facts: DecisionFacts | null, event: FactEvent): DecisionFacts | null {
  if (event.type === 'decision.registered/2') return registeredFacts(event);
  if (!facts) return null;
  switch (event.type) {
    case 'decision.stepTaken/1':
      return { ...facts, steps: [...facts.steps, ...stepIn(event)] };
    case 'decision.reasonsPublished/1':
      return { ...facts, reasonsPublishedOn: facts.reasonsPublishedOn ?? happened(event) };
    case 'decision.amended/1':
      return { ...facts, amendments: facts.amendments + 1 };
    case 'decision.repealed/1':
      return { ...facts, repealedOn: happened(event) };
    case 'decision.annulled/1': {
      const { by = 'court', extent = 'whole' } = event.data as KnownData<typeof decisionAnnulled>;
      return { ...facts, annulments: [...facts.annulments, { by, case: null, extent, on: happened(event) }] };
    }
    case 'decision.challengedInCourt/1': {
      const data = event.data as KnownData<typeof decisionChallengedInCourt>;
      if (data.case === undefined || data.court === undefined) return facts;
      const challenged = { case: data.case, court: data.court, challengedOn: happened(event) };
      return { ...facts, cases: [...facts.cases, { ...challenged, suspended: false, ruling: null }] };
    }
    case 'decision.suspendedByCourt/1':
      return inCase(facts, event, (one) => ({ ...one, suspended: true }));
    case 'decision.courtRuled/1':
      return ruled(facts, event);
    default:
      return facts;
  }
}

function stepIn(event: FactEvent): StepTaken[] {
  const { consultation, step, ofPath, body, outcome, session } = event.data as KnownData<typeof decisionStepTaken>;
  if (step === undefined || body === undefined || outcome === undefined) return [];
  return [
    {
      event: event.id,
      consultation: consultation ?? null,
      step,
      ofPath: ofPath ?? false,
      body,
      outcome,
      session: session ?? null,
      on: happened(event),
    },
  ];
}

const inCase = (facts: DecisionFacts, { data }: FactEvent, change: (one: CourtCase) => CourtCase): DecisionFacts => ({
  ...facts,
  cases: facts.cases.map((one) => (one.case === data['case'] ? change(one) : one)),
});

const EXTENT_RULED: Partial<Record<CaseOutcome, Extent>> = { annulled: 'whole', annulledInPart: 'part' };

/** A ruling ends the suspension it was sought in. Only a higher court's ruling undoes an annulment, and only a court's. */
function ruled(facts: DecisionFacts, event: FactEvent): DecisionFacts {
  const data = event.data as KnownData<typeof decisionCourtRuled>;
  const { case: name, court, outcome } = data;
  if (name === undefined || court === undefined || outcome === undefined) return facts;
  const on = happened(event);
  const after = inCase(facts, event, (one) => ({ ...one, suspended: false, ruling: { court, outcome, on } }));
  const extent = EXTENT_RULED[outcome];
  if (!extent && outcome !== 'annulmentOverturned') return after;
  const others = facts.annulments.filter((one) => one.by !== 'court' || (one.case !== null && one.case !== name));
  return { ...after, annulments: extent ? [...others, { by: 'court', case: name, extent, on }] : others };
}

/** The annulment that says most; of several, the first. */
export const annulmentOf = ({ annulments }: DecisionFacts): Annulment | null =>
  annulments.find(({ extent }) => extent === 'whole') ?? annulments[0] ?? null;

/** Whether a decision may be relied on. What rests on it says so and is never rewritten (02 §2.2). */
export function decisionStanding(facts: DecisionFacts): DecisionStanding {
  const annulment = annulmentOf(facts);
  if (annulment?.extent === 'whole') return 'annulled';
  if (facts.repealedOn !== null) return 'repealed';
  if (facts.cases.some(({ suspended }) => suspended)) return 'suspended';
  return annulment ? 'annulledInPart' : 'inForce';
}

/** The day since which it is annulled or repealed; null while it is in force, or suspended (its cases say since when). */
export function standingSince(facts: DecisionFacts): When | null {
  const standing = decisionStanding(facts);
  if (standing === 'annulled' || standing === 'annulledInPart') return annulmentOf(facts)!.on;
  return standing === 'repealed' ? facts.repealedOn : null;
}

/** Of what rests on several decisions, the standing of the one that may be relied on least; null when it rests on none. */
export const weakestStanding = (standings: readonly DecisionStanding[]): DecisionStanding | null =>
  DECISION_STANDINGS.findLast((standing) => standings.includes(standing)) ?? null;
