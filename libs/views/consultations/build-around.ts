/** What other objects say of a consultation: steps of decisions, guarantors, encounters. Pure. */
import type { decisionRegistered, decisionStepTaken } from '@fil/facts/events/decision.events';
import type { guarantorAppointed } from '@fil/facts/events/guarantor.events';
import { corrected } from '@fil/facts/figures/corrected';
import { evolveEncounter, sheetsUnaccounted, type EncounterFacts } from '@fil/facts/figures/encounter-facts';
import { watchesOver } from '@fil/facts/figures/guarantors';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Names } from '../names/names';
import { eventsOf, type History } from '../reading/history';
import { happening } from '../reading/happening';
import type { EncounterOfConsultation, GuarantorOfConsultation, StepTaken } from './consultations.answer';
import { words } from '../reading/words-of';

/** @param decisions that name the consultation; a step that names none counts for the one its decision names alone */
export function stepsTaken(id: string, decisions: Iterable<History>, organiser: string, names: Names): StepTaken[] {
  const steps: StepTaken[] = [];
  for (const history of decisions) {
    const registered = history.events[0]!;
    const { consultations = [] } = registered.data as KnownData<typeof decisionRegistered>;
    for (const event of eventsOf(history, 'decision.stepTaken/1')) {
      const step = event.data as DataOf<typeof decisionStepTaken>;
      if (step.consultation ? step.consultation !== id : consultations.length > 1) continue;
      steps.push({
        ...happening(event),
        decision: { id: registered.stream, title: words<Text>(registered, 'title') },
        step: step.step,
        body: names.named('bodies', organiser, step.body),
        outcome: step.outcome,
        session: step.session ?? null,
        document: step.document ?? null,
        note: words<Text>(event, 'note'),
        address: words<string>(event, 'address'),
      });
    }
  }
  return steps.sort((a, b) => a.index - b.index);
}

/** @param guarantors that name the consultation, or its organiser and no consultation at all */
export function guarantorsOf(id: string, organiser: string, guarantors: Iterable<History>): GuarantorOfConsultation[] {
  return [...guarantors].flatMap((history) => {
    const appointed = history.events[0]!;
    const { authority, consultations = [] } = appointed.data as KnownData<typeof guarantorAppointed>;
    if (authority === undefined || !watchesOver({ authority, consultations }, id, organiser)) return [];
    const withdrew = eventsOf(history, 'guarantor.withdrew/1')[0];
    return [
      {
        id: appointed.stream,
        title: words<Text>(appointed, 'title'),
        appointed: happening(appointed),
        withdrew: withdrew ? happening(withdrew) : null,
      },
    ];
  });
}

export function encountersOf(encounters: Iterable<History>): EncounterOfConsultation[] {
  return [...encounters].flatMap(({ events }) => {
    const planned = events[0]!;
    const facts = corrected(events).reduce<EncounterFacts | null>((before, one) => evolveEncounter(before, one), null);
    if (!facts) return [];
    const { format, expectedOn, heldOn, cancelled, participants, approximate } = facts;
    return [
      {
        id: planned.stream,
        title: words<Text>(planned, 'title'),
        format,
        expectedOn,
        heldOn,
        cancelled,
        participants,
        approximate,
        sheetsUnaccounted: sheetsUnaccounted(facts),
      },
    ];
  });
}
