import {
  event,
  type AnyDefinition,
  type DataOf,
  type NewEventOf,
  type SealedOf,
} from '@fil/facts/kit/event-definition';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';

/**
 * An event that says what a command says: its facts and its words are taken by name from the command, `more` adds what
 * the decider knows. A definition never has a fact and a word of one name.
 */
export function eventFrom<D extends AnyDefinition>(
  definition: D,
  command: object,
  more: Partial<DataOf<D>> = {},
): NewEventOf<D> {
  const given = { ...command, ...more } as Record<string, unknown>;
  const pick = (names: readonly string[]): Record<string, unknown> => {
    const picked: Record<string, unknown> = {};
    for (const name of names) if (given[name] !== undefined) picked[name] = given[name];
    return picked;
  };
  return event(definition, {
    occurredOn: (given['occurredOn'] as string | undefined) ?? null,
    data: pick([...Object.keys(definition.facts as object), ...Object.keys(COMMON_FACTS)]) as DataOf<D>,
    words: pick(Object.keys(definition.sealed as object)) as SealedOf<D>,
  });
}
