/** What the figures need of a consultation: who promised an answer, and when its collection closed. */
import { lastDay, type When } from '../dates/when';
import type { consultationOpened } from '../events/consultation.events';
import { answerDueOn, type AnswerPromise } from './answer-due';
import { happened, type FactEvent, type KnownData } from './fact-event';

/** JSON-serialisable. */
export interface ConsultationFacts {
  /** Taken over from another system: whatever it says, nothing was promised here and no deadline runs. */
  readonly takenOver: boolean;
  readonly promises: readonly AnswerPromise[];
  /** When its deposit was last closed; null while open, or before. */
  readonly closedOn: When | null;
}

/** One fact more. Null before `consultation.opened`. */
export function evolveConsultation(facts: ConsultationFacts | null, event: FactEvent): ConsultationFacts | null {
  switch (event.type) {
    case 'consultation.opened/1': {
      const { addressees = [], takenOver } = event.data as KnownData<typeof consultationOpened>;
      return {
        takenOver: takenOver !== undefined,
        promises: addressees.flatMap(({ promise }) => promise ?? []),
        closedOn: null,
      };
    }
    case 'consultation.depositOpened/1':
      return facts && { ...facts, closedOn: null };
    case 'consultation.depositClosed/1':
      return facts && { ...facts, closedOn: happened(event) };
    default:
      return facts;
  }
}

/** Whether an authority undertook, in this register, to answer. */
export const isPromised = (facts: ConsultationFacts): boolean => !facts.takenOver && facts.promises.length > 0;

/** The day by which the answers are due: the earliest promised. Null without a promise, or before it can be known. */
export function consultationDueOn(facts: ConsultationFacts | null): string | null {
  if (!facts || facts.takenOver) return null;
  const { closedOn } = facts;
  const days = facts.promises.flatMap(
    (promise) => answerDueOn(promise, closedOn === null ? null : lastDay(closedOn)) ?? [],
  );
  return days.sort()[0] ?? null;
}
