/** Every event this register knows. The catalogue, the sealing of fields and the tests are made from it. */
import type { AnyDefinition } from '../kit/event-definition';
import { eventSchema, type EventSchema } from '../kit/event-schema';
import type { Upcast } from '../kit/upcast';
import { AUTHORITY_EVENTS, AUTHORITY_UPCASTS } from './authority.events';
import { COMMITMENT_EVENTS, COMMITMENT_UPCASTS } from './commitment.events';
import { COMMITTEE_EVENTS } from './committee.events';
import { CONSULTATION_EVENTS, CONSULTATION_UPCASTS } from './consultation.events';
import { CONTRIBUTION_EVENTS, CONTRIBUTION_UPCASTS } from './contribution.events';
import { CORRECTION_EVENTS } from './correction.events';
import { DEADLINE_EVENTS } from './deadline.events';
import { DECISION_EVENTS, DECISION_UPCASTS } from './decision.events';
import { ENCOUNTER_EVENTS } from './encounter.events';
import { ERASURE_EVENTS, ERASURE_UPCASTS } from './erasure.events';
import { EVALUATION_EVENTS, EVALUATION_RESPONSE_EVENTS } from './evaluation.events';
import { GUARANTOR_EVENTS } from './guarantor.events';
import { LOG_EVENTS } from './log.events';
import { OBSERVATION_EVENTS } from './observation.events';
import { REPORT_EVENTS } from './report.events';
import { SYNTHESIS_EVENTS, SYNTHESIS_UPCASTS } from './synthesis.events';
import { TEXT_EVENTS } from './text.events';

/** The current version of each event: what may be written. */
export const EVENT_DEFINITIONS = [
  ...AUTHORITY_EVENTS,
  ...CONSULTATION_EVENTS,
  ...ENCOUNTER_EVENTS,
  ...CONTRIBUTION_EVENTS,
  ...SYNTHESIS_EVENTS,
  ...DECISION_EVENTS,
  ...COMMITMENT_EVENTS,
  ...GUARANTOR_EVENTS,
  ...COMMITTEE_EVENTS,
  ...EVALUATION_EVENTS,
  ...EVALUATION_RESPONSE_EVENTS,
  ...REPORT_EVENTS,
  ...CORRECTION_EVENTS,
  ...TEXT_EVENTS,
  ...OBSERVATION_EVENTS,
  ...DEADLINE_EVENTS,
  ...ERASURE_EVENTS,
  ...LOG_EVENTS,
] as const;

/**
 * From each earlier version to the next (see docs/how-to/change-an-event.md). Never shortened: entries are for ever.
 * The first version of an event needs no line.
 */
export const UPCASTS: readonly Upcast[] = [
  ...AUTHORITY_UPCASTS,
  ...CONSULTATION_UPCASTS,
  ...CONTRIBUTION_UPCASTS,
  ...SYNTHESIS_UPCASTS,
  ...DECISION_UPCASTS,
  ...COMMITMENT_UPCASTS,
  ...ERASURE_UPCASTS,
];

export const EVENT_SCHEMA: EventSchema = eventSchema(EVENT_DEFINITIONS, UPCASTS);

/** Of a current version. @throws when the type is unknown, or an earlier version */
export const definitionOf = (type: string): AnyDefinition => EVENT_SCHEMA.definitionOf(type);
