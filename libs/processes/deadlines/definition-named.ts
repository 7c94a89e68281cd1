import { EVENT_DEFINITIONS } from '@fil/facts/events/registry';
import { namedVersion, type AnyDefinition } from '@fil/facts/kit/event-definition';

/** The current version of an event by its name. @throws when there is no such event */
export function definitionNamed(name: string): AnyDefinition {
  const found = (EVENT_DEFINITIONS as readonly AnyDefinition[]).find(({ type }) => namedVersion(type).name === name);
  if (!found) throw new Error(`there is no event "${name}"`);
  return found;
}
