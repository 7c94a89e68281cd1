/** The texts of guarantors and committees that a report may cite: in their own words, or not at all. */
import { committeeOpinionAttached, guarantorOpinionAttached } from '@fil/facts/events/report.events';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { event as newEvent, type NewEvent } from '@fil/facts/kit/event-definition';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { committee, type CommitteeState } from '../committees/committee.state';
import type { Decider } from '../deciding/decider';
import { guarantor, type GuarantorState } from '../guarantors/guarantor.state';

export type OverseerState = GuarantorState | CommitteeState;

/** @param stream of a guarantor or of a committee */
export const overseerOf = (stream: string): Decider<OverseerState> =>
  aggregateOf(stream) === 'guarantor' ? guarantor : committee;

/** @param field of the command that names it */
export function notItsText(state: OverseerState, event: string, field: string): Refusal | null {
  if (!state.exists)
    return refuse(
      'report.unknownOverseer',
      {
        fr: 'Ce garant ou ce comité n’existe pas : vérifiez l’identifiant.',
        en: 'There is no such guarantor or committee: check the id.',
      },
      { field },
    );
  return state.passages.texts.has(event)
    ? null
    : refuse(
        'report.notItsText',
        {
          fr: 'L’événement indiqué n’est pas un texte de ce garant ou de ce comité. Indiquez l’événement par lequel il l’a publié.',
          en: 'The event named is not a text of this guarantor or committee. Name the event by which it was published.',
        },
        { field },
      );
}

export const attachedBefore = (cited: ReadonlySet<string>, event: string, field: string): Refusal | null =>
  cited.has(event)
    ? refuse(
        'report.attachedBefore',
        { fr: 'Ce texte est déjà joint au rapport.', en: 'This text is already attached to the report.' },
        { kind: 'conflict', field },
      )
    : null;

/** The text is cited by the event that holds it: there is no copy that could differ. */
export const citation = (by: string, event: string): NewEvent =>
  aggregateOf(by) === 'guarantor'
    ? newEvent(guarantorOpinionAttached, { data: { guarantor: by as `guarantor-${string}`, event }, words: {} })
    : newEvent(committeeOpinionAttached, { data: { committee: by as `committee-${string}`, event }, words: {} });
