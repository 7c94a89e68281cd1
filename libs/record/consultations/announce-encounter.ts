import { encounterAnnounced } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided } from '../deciding/decider';
import { eventFrom } from '../deciding/event-from';
import type { ConsultationState } from './consultation.state';
import { missingConsultation } from './missing-consultation';

/** Whoever closes the collection reads them all, and an event names at most 500 objects it rests on. */
const MOST_ENCOUNTERS = 400;

/** Makes an encounter known to its consultation, before there is one; said twice, it changes nothing. */
export function decideAnnouncement(
  state: ConsultationState,
  encounter: ObjectId<'encounter'>,
  takenOver: CommonFacts['takenOver'],
): Decided {
  if (!state.exists) return missingConsultation();
  if (state.encounters.includes(encounter)) return [];
  if (state.encounters.length >= MOST_ENCOUNTERS) {
    return refuse(
      'consultation.tooManyEncounters',
      {
        fr: `Une démarche a au plus ${MOST_ENCOUNTERS} rencontres. Ouvrez une démarche par territoire ou par période.`,
        en: `A consultation has at most ${MOST_ENCOUNTERS} encounters. Open a consultation for each territory or period.`,
      },
      { field: 'consultation' },
    );
  }
  return [eventFrom(encounterAnnounced, { encounter, takenOver: takenOver && { source: takenOver.source } })];
}
