import { aggregateOf } from '@fil/facts/kit/aggregates';

/**
 * The person behind an object, whose key encrypts her words there: of a contribution, the uuid part of its stream's
 * name; null where there is no person.
 */
export const subjectOfTarget = (target: string): string | null =>
  aggregateOf(target) === 'contribution' ? target.slice('contribution-'.length) : null;
