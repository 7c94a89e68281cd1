/** Every event type this register knows. The published schema, the sealing of fields and the tests are made from it. */
import { aggregateOf } from '../kit/aggregates';
import type { AnyDefinition, EventSchema } from '../kit/event-definition';
import { AUTHORITY_EVENTS } from './authority.events';
import { COMMITMENT_EVENTS } from './commitment.events';
import { CONSULTATION_EVENTS } from './consultation.events';
import { CONTRIBUTION_EVENTS } from './contribution.events';
import { DECISION_EVENTS } from './decision.events';
import { ERASURE_EVENTS } from './erasure.events';
import { SYNTHESIS_EVENTS } from './synthesis.events';

export const EVENT_DEFINITIONS = [
  ...AUTHORITY_EVENTS,
  ...CONSULTATION_EVENTS,
  ...CONTRIBUTION_EVENTS,
  ...SYNTHESIS_EVENTS,
  ...DECISION_EVENTS,
  ...COMMITMENT_EVENTS,
  ...ERASURE_EVENTS,
] as const;

const BY_TYPE: ReadonlyMap<string, AnyDefinition> = new Map(
  EVENT_DEFINITIONS.map((definition) => [definition.type, definition as AnyDefinition]),
);

export const definitionOf = (type: string): AnyDefinition => {
  const definition = BY_TYPE.get(type);
  if (!definition) throw new Error(`unknown event type "${type}"`);
  return definition;
};

export const isKnownType = (type: string): boolean => BY_TYPE.has(type);

const OPENED_LATER = new Set(
  EVENT_DEFINITIONS.filter(({ visibility }) => visibility === 'opens').map(({ aggregate }) => aggregate),
);

export const EVENT_SCHEMA: EventSchema = {
  definitionOf,
  mustBeOpened: (stream) => OPENED_LATER.has(aggregateOf(stream)),
};
