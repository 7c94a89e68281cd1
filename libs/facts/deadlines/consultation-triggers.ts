import type { consultationOpened } from '../events/consultation.events';
import { lastDay } from '../dates/when';
import { evolveConsultation, type ConsultationFacts } from '../figures/consultation-facts';
import type { FactEvent, KnownData } from '../figures/fact-event';
import { namedVersion } from '../kit/event-definition';
import { recordedIn, startedBy, type Recorded, type Started, type TriggerFold } from './started';
import type { Promised } from './count-due';

/** JSON-serialisable. */
export interface ConsultationTriggers {
  readonly facts: ConsultationFacts;
  readonly organiser: string | null;
  readonly opened: Started;
  /** Each close of its deposit, and when it was opened again. */
  readonly closes: readonly { readonly close: Started; readonly reopened: Recorded | null }[];
}

const OUTPUTS = { finalOutcome: null } as const;

/**
 * The promise to answer. One that names a date runs from the opening of the consultation, one that names a time from the
 * close of its deposit; opened again, the deposit has not closed. What is promised now counts: a mandate is amended.
 */
export const consultationTriggers: TriggerFold<ConsultationTriggers> = {
  evolve(state, event) {
    const facts = evolveConsultation(state?.facts ?? null, event);
    if (!facts) return null;
    if (!state) {
      const { organiser } = event.data as KnownData<typeof consultationOpened>;
      const beginning = { startedBy: 'consultationClosed', outputs: OUTPUTS, onlyPromised: true } as const;
      const opened = startedBy(event, { ...beginning, authority: organiser ?? null, consultation: event.stream });
      return { facts, organiser: organiser ?? null, opened, closes: [] };
    }
    return { ...state, facts, closes: closesAfter(state, event) };
  },
  started({ facts, opened, closes }) {
    if (facts.takenOver) return [];
    const promising = facts.addressees.filter(({ promise }) => promise !== null);
    const debtors = promising.map(({ authority }) => authority);
    const byDate = promising.some(({ promise }) => promise!.by !== undefined);
    const promised = (closedOn: string | null): Promised[] =>
      promising.flatMap(({ promise }): Promised[] => {
        if (promise!.by !== undefined) return [{ by: promise!.by }];
        return closedOn === null ? [] : [{ ...promise!, from: closedOn }];
      });
    const fromOpening = { ...opened, debtors, promised: promised(facts.closedOn && lastDay(facts.closedOn)) };
    return [
      ...(byDate ? [fromOpening] : []),
      ...closes.map(({ close, reopened }) => ({
        ...close,
        debtors,
        promised: byDate ? [] : promised(close.trigger.on),
        lifted: reopened,
      })),
    ];
  },
};

function closesAfter({ closes, organiser }: ConsultationTriggers, event: FactEvent): ConsultationTriggers['closes'] {
  switch (namedVersion(event.type).name) {
    case 'consultation.depositClosed': {
      const beginning = { startedBy: 'consultationClosed', outputs: OUTPUTS } as const;
      const close = startedBy(event, { ...beginning, authority: organiser, consultation: event.stream });
      return [...closes, { close, reopened: null }];
    }
    case 'consultation.depositOpened':
      return closes.map(({ close, reopened }) => ({ close, reopened: reopened ?? recordedIn(event) }));
    default:
      return closes;
  }
}
