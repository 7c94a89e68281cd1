/** What the figures need of a consultation: who promised an answer, and when its collection closed. */
import { lastDay, type When } from '../dates/when';
import type { addresseeJoined, consultationOpened, mandateAmended } from '../events/consultation.events';
import { answerDueOn, type AnswerPromise } from './answer-due';
import { happened, type FactEvent, type KnownData } from './fact-event';

/** Who is asked to answer, and what was promised; null: nothing. */
export interface AddresseeFacts {
  readonly authority: string;
  readonly promise: AnswerPromise | null;
}

/** JSON-serialisable. */
export interface ConsultationFacts {
  /** Taken over from another system: whatever it says, nothing was promised here and no deadline runs. */
  readonly takenOver: boolean;
  readonly addressees: readonly AddresseeFacts[];
  /** When its deposit was last closed; null while open, or before. */
  readonly closedOn: When | null;
}

/** One fact more. Null before `consultation.opened`. */
export function evolveConsultation(facts: ConsultationFacts | null, event: FactEvent): ConsultationFacts | null {
  switch (event.type) {
    case 'consultation.opened/2': {
      const { addressees = [], takenOver } = event.data as KnownData<typeof consultationOpened>;
      return {
        takenOver: takenOver !== undefined,
        addressees: addressees.map(({ authority, promise }) => ({ authority, promise: promise ?? null })),
        closedOn: null,
      };
    }
    case 'consultation.addresseeJoined/1': {
      const { authority, promise } = event.data as KnownData<typeof addresseeJoined>;
      if (!facts || authority === undefined) return facts;
      return { ...facts, addressees: promising(facts.addressees, authority, promise ?? null) };
    }
    case 'consultation.mandateAmended/1': {
      const { promises } = event.data as KnownData<typeof mandateAmended>;
      if (!facts || promises === undefined) return facts;
      return {
        ...facts,
        addressees: promises.reduce(
          (all, { authority, promise }) => promising(all, authority, promise),
          facts.addressees,
        ),
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

/** Each authority once, in the order in which they came. */
export const promising = (
  addressees: readonly AddresseeFacts[],
  authority: string,
  promise: AnswerPromise | null,
): readonly AddresseeFacts[] =>
  addressees.some((one) => one.authority === authority)
    ? addressees.map((one) => (one.authority === authority ? { authority, promise } : one))
    : [...addressees, { authority, promise }];

/** Whether an authority undertook, in this register, to answer. */
export const isPromised = (facts: ConsultationFacts): boolean =>
  !facts.takenOver && facts.addressees.some(({ promise }) => promise !== null);

/** The day by which the answers are due: the earliest promised. Null without a promise, or before it can be known. */
export function consultationDueOn(facts: ConsultationFacts | null): string | null {
  if (!facts || facts.takenOver) return null;
  const { closedOn } = facts;
  const days = facts.addressees.flatMap(
    ({ promise }) => answerDueOn(promise, closedOn === null ? null : lastDay(closedOn)) ?? [],
  );
  return days.sort()[0] ?? null;
}
