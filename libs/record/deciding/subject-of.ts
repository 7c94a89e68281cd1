import { aggregateOf, type Aggregate } from '@fil/facts/kit/aggregates';

/** Aggregates whose words are a person's. */
const PERSONAL: ReadonlySet<Aggregate> = new Set(['contribution', 'evaluationResponse']);

/**
 * The person whose words an object's are: the uuid part of its stream's name (docs/decisions/0002); null where there is no
 * person. Her key encrypts them, and is destroyed with them.
 */
export const subjectOf = (stream: string): string | null =>
  PERSONAL.has(aggregateOf(stream)) ? stream.slice(stream.indexOf('-') + 1) : null;
