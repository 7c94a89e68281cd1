/** Every event this register knows. The catalogue, the sealing of fields and the tests are made from it. */
import type { AnyDefinition } from '../kit/event-definition';
import { eventSchema, type EventSchema } from '../kit/event-schema';
import type { Upcast } from '../kit/upcast';
import { AUTHORITY_EVENTS } from './authority.events';
import { COMMITMENT_EVENTS } from './commitment.events';
import { CONSULTATION_EVENTS } from './consultation.events';
import { CONTRIBUTION_EVENTS } from './contribution.events';
import { DECISION_EVENTS } from './decision.events';
import { ERASURE_EVENTS } from './erasure.events';
import { LOG_EVENTS } from './log.events';
import { SYNTHESIS_EVENTS } from './synthesis.events';

/** The current version of each event: what may be written. */
export const EVENT_DEFINITIONS = [
  ...AUTHORITY_EVENTS,
  ...CONSULTATION_EVENTS,
  ...CONTRIBUTION_EVENTS,
  ...SYNTHESIS_EVENTS,
  ...DECISION_EVENTS,
  ...COMMITMENT_EVENTS,
  ...ERASURE_EVENTS,
  ...LOG_EVENTS,
] as const;

/**
 * From each earlier version to the next (see docs/how-to/change-an-event.md). Never shortened: entries are for ever.
 * The first version of an event needs no line.
 */
export const UPCASTS: readonly Upcast[] = [];

export const EVENT_SCHEMA: EventSchema = eventSchema(EVENT_DEFINITIONS, UPCASTS);

/** Of a current version. @throws when the type is unknown, or an earlier version */
export const definitionOf = (type: string): AnyDefinition => EVENT_SCHEMA.definitionOf(type);
