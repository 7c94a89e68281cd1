/** What of a definition may change once entries have been written by it: next to nothing. */
import type { DescribedFact, DescribedFacts, DescribedWord, DescribedWords } from '@fil/facts/kit/describe-fields';
import type { VisibilityEffect } from '@fil/facts/kit/event-definition';

export interface PublishedShape {
  readonly visibility: VisibilityEffect | null;
  readonly refeeds: string | null;
  readonly facts: DescribedFacts;
  readonly sealed: DescribedWords;
}

/**
 * What is no longer as published. Values may be added to a code, to a reference and to bounds: what was written still
 * reads the same. All else is another version.
 */
export function changesSince(published: PublishedShape, now: PublishedShape): string[] {
  const changes: string[] = [];
  if (published.visibility !== now.visibility) changes.push('its effect on visibility');
  if (published.refeeds !== now.refeeds) changes.push('what it feeds again');
  return [
    ...changes,
    ...ofEach('', published.facts, now.facts, factChanges),
    ...ofEach('', published.sealed, now.sealed, wordChanges),
  ];
}

function ofEach<T>(
  prefix: string,
  published: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  compare: (name: string, published: T, now: T) => string[],
): string[] {
  return [...new Set([...Object.keys(published), ...Object.keys(now)])].flatMap((name) => {
    if (!Object.hasOwn(now, name)) return [`${prefix}${name} is gone`];
    if (!Object.hasOwn(published, name)) return [`${prefix}${name} is new`];
    return compare(`${prefix}${name}`, published[name]!, now[name]!);
  });
}

const isRef = ({ kind }: DescribedFact): boolean => kind.startsWith('ref(');
const valuesOf = (fact: DescribedFact): readonly string[] | undefined =>
  isRef(fact) ? fact.kind.slice(4, -1).split('|') : fact.codes;

function factChanges(name: string, published: DescribedFact, now: DescribedFact): string[] {
  const bothRefs = isRef(published) && isRef(now);
  if (published.kind !== now.kind && !bothRefs) return [`${name} is another kind`];
  const changes: string[] = [];
  if (published.optional !== now.optional) changes.push(`${name} is ${now.optional ? 'optional' : 'required'}`);
  if (!bothRefs && published.pattern !== now.pattern) changes.push(`${name} has another pattern`);
  for (const value of valuesOf(published) ?? [])
    if (!valuesOf(now)!.includes(value)) changes.push(`${name} is no longer "${value}"`);
  if (
    (now.least ?? -Infinity) > (published.least ?? -Infinity) ||
    (now.most ?? Infinity) < (published.most ?? Infinity)
  )
    changes.push(`${name} has narrower bounds`);
  if (published.of && now.of) changes.push(...factChanges(`${name}[]`, published.of, now.of));
  if (published.fields && now.fields) changes.push(...ofEach(`${name}.`, published.fields, now.fields, factChanges));
  return changes;
}

const wordChanges = (name: string, published: DescribedWord, now: DescribedWord): string[] =>
  (['kind', 'optional', 'list', 'audience', 'personal', 'always'] as const).flatMap((property) =>
    published[property] === now[property] ? [] : [`${name}: ${property} was ${published[property]}`],
  );
