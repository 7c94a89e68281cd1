/** A decision from its history and those of what it names. Pure. */
import { isOver } from '@fil/facts/dates/when';
import type {
  decisionReasonsPublished,
  decisionRegistered,
  decisionStepTaken,
} from '@fil/facts/events/decision.events';
import type { commitmentMade } from '@fil/facts/events/commitment.events';
import { standingSince, decisionStanding, type DecisionFacts } from '@fil/facts/figures/decision-facts';
import { declaredPath } from '@fil/facts/figures/declared-path';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { actShown, casesOf, changesOf } from '../follow-up/aftermath';
import { commitmentFacts } from '../follow-up/shown-commitment';
import { decisionFacts, decisionShown } from '../follow-up/shown-decision';
import type { Titled } from '../follow-up/shown-decision.answer';
import { titled } from '../follow-up/titled';
import type { Names } from '../names/names';
import { naming } from '../names/naming';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import type { Shown } from '../reading/shown';
import { words } from '../reading/words-of';
import type { Decision, DecisionSummary, PathShown, StepShown } from './decisions.answer';

/** The histories of what a decision names, and of what rests on it. */
export interface AroundDecision {
  readonly consultations: ReadonlyMap<string, History>;
  /** Decisions that amend, annul or repeal it. */
  readonly decisions: ReadonlyMap<string, History>;
  readonly commitments: readonly History[];
  /** Contributions of which an answer names it. */
  readonly contributions: number;
}

type Registered = KnownData<typeof decisionRegistered>;

/** Null when nothing is known of it yet. */
export function buildDecisionSummary(history: History, names: Names): DecisionSummary | null {
  const registered = history.events[0];
  const facts = decisionFacts(history);
  if (!registered || !facts) return null;
  const data = registered.data as Registered;
  const named = naming(names, facts.authority);
  return {
    id: registered.stream,
    title: words(registered, 'title'),
    kind: facts.kind,
    authority: names.authority(data.authority!),
    body: named('bodies', data.body),
    decidedBy: named('functions', data.decidedBy),
    takenOn: facts.takenOn,
    actId: data.act?.id ?? null,
    consultations: facts.consultations.map((id) => ({ id, title: names.consultation(id).title })),
    standing: decisionStanding(facts),
    standingSince: standingSince(facts),
    registered: happening(registered),
  };
}

/** Null when nothing is known of it yet. */
export function buildDecision(
  history: History,
  around: AroundDecision,
  names: Names,
  shown: Shown,
  today: string,
): Decision | null {
  const decision = decisionShown(history, names);
  const facts = decisionFacts(history);
  if (!decision || !facts) return null;
  const registered = history.events[0]!;
  const data = registered.data as Registered;
  const consultation = (id: string): Titled => ({ id, title: names.consultation(id).title });
  const steps = stepsOf(history, facts, names);
  return {
    ...decision,
    shown,
    authority: names.authority(data.authority!),
    consultations: facts.consultations.map(consultation),
    source: data.source ? { ...data.source, address: null } : null,
    act: data.act
      ? {
          ...actShown(data.act),
          subjectName: words(registered, 'subjectName'),
          budgetName: words(registered, 'budgetName'),
        }
      : null,
    paths: facts.consultations.map((id) =>
      pathOf(
        consultation(id),
        around.consultations.get(id),
        steps.filter((step) => step.consultation === id).map(({ shown: one }) => one),
        names,
        today,
      ),
    ),
    otherSteps: steps.filter((step) => step.consultation === null).map(({ shown: one }) => one),
    reasons: eventsOf(history, 'decision.reasonsPublished/1').map((event) => {
      const { consultation: named, document } = event.data as KnownData<typeof decisionReasonsPublished>;
      return {
        ...happening(event),
        consultation: named === undefined ? null : consultation(named),
        reasons: words(event, 'reasons'),
        document: document ?? null,
        address: words(event, 'address'),
      };
    }),
    changes: changesOf(history, (id) => titled(id, around.decisions.get(id))),
    cases: casesOf(history),
    restsOnIt: {
      commitments: around.commitments.flatMap((commitment) => {
        const made = commitmentFacts(commitment);
        const first = commitment.events[0]!;
        // Its first event may name this decision otherwise than as what it follows from.
        return made && (first.data as KnownData<typeof commitmentMade>).decision === registered.stream
          ? [{ ...titled(first.stream, commitment), progress: made.advance.progress }]
          : [];
      }),
      contributions: around.contributions,
    },
  };
}

const stepsOf = (
  history: History,
  facts: DecisionFacts,
  names: Names,
): { readonly consultation: string | null; readonly shown: StepShown }[] => {
  // A step that names no consultation belongs to the only one there is.
  const only = facts.consultations.length === 1 ? facts.consultations[0]! : null;
  return facts.steps.map((taken) => {
    const event = history.events.find(({ id }) => id === taken.event)!;
    return { consultation: taken.consultation ?? only, shown: stepShown(event, taken, facts.authority, names) };
  });
};

const stepShown = (
  event: KeptEvent,
  taken: DecisionFacts['steps'][number],
  authority: string | null,
  names: Names,
): StepShown => ({
  ...happening(event),
  step: taken.step,
  ofPath: taken.ofPath,
  body: names.named('bodies', authority, taken.body),
  outcome: taken.outcome,
  session: taken.session,
  document: (event.data as KnownData<typeof decisionStepTaken>).document ?? null,
  note: words(event, 'note'),
  address: words(event, 'address'),
});

function pathOf(
  consultation: Titled,
  history: History | undefined,
  taken: readonly StepShown[],
  names: Names,
  today: string,
): PathShown {
  const organiser = names.organiserOf(consultation.id);
  const path = history ? declaredPath(history.events) : [];
  const declared = path.map(({ step, body, role, expectedOn = null }) => {
    const these = taken.filter((one) => one.step === step);
    const overdue = these.length === 0 && expectedOn !== null && isOver(expectedOn, today);
    return { step, body: names.named('bodies', organiser, body), role, expectedOn, taken: these, overdue };
  });
  const codes = new Set(path.map(({ step }) => step));
  return { consultation, declared, beside: taken.filter(({ step }) => !codes.has(step)) };
}
