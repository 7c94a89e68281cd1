/** Who watches over a consultation: what every page of it says, also that nobody does. */
import type { guarantorAppointed } from '../events/guarantor.events';
import { firstDay, lastDay } from '../dates/when';
import { happened, type FactEvent, type KnownData } from './fact-event';

/** JSON-serialisable. Days `YYYY-MM-DD`. */
export interface GuarantorFacts {
  readonly authority: string;
  readonly code: string;
  /** Empty: all consultations of the authority. */
  readonly consultations: readonly string[];
  readonly from: string;
  /** From this day on it watches over nothing; null while it does. */
  readonly withdrewOn: string | null;
}

/** One fact more. Null before `guarantor.appointed`. */
export function evolveGuarantor(
  facts: GuarantorFacts | null,
  event: Pick<FactEvent, 'type' | 'at' | 'occurredOn' | 'data'>,
): GuarantorFacts | null {
  switch (event.type) {
    case 'guarantor.appointed/1': {
      const { authority, code, consultations = [] } = event.data as KnownData<typeof guarantorAppointed>;
      if (authority === undefined || code === undefined) return facts;
      return { authority, code, consultations, from: firstDay(happened(event)), withdrewOn: null };
    }
    case 'guarantor.withdrew/1':
      return facts && { ...facts, withdrewOn: lastDay(happened(event)) };
    default:
      return facts;
  }
}

/**
 * Whether a guarantor was appointed for this consultation, or for all those of its authority.
 *
 * @param organiser the authority that holds the consultation
 */
export const watchesOver = (
  { authority, consultations }: Pick<GuarantorFacts, 'authority' | 'consultations'>,
  consultation: string,
  organiser: string | null,
): boolean => (consultations.length > 0 ? consultations.includes(consultation) : authority === organiser);

/** Whether it is one on that day. @param day `YYYY-MM-DD` */
export const isActingOn = ({ from, withdrewOn }: GuarantorFacts, day: string): boolean =>
  from <= day && (withdrewOn === null || day < withdrewOn);

/** Whether anybody watches over a consultation on that day: one over which nobody does says so on every page. */
export const isWatchedOn = (
  guarantors: Iterable<GuarantorFacts>,
  consultation: { readonly id: string; readonly organiser: string | null },
  day: string,
): boolean =>
  [...guarantors].some((one) => watchesOver(one, consultation.id, consultation.organiser) && isActingOn(one, day));
