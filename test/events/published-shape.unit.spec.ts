import { defineEvent } from '@fil/facts/kit/event-definition';
import {
  code,
  count,
  integer,
  list,
  localCode,
  nullable,
  object,
  optional,
  ref,
  when,
} from '@fil/facts/kit/fact-fields';
import { line, listSealed, optionalSealed, text } from '@fil/facts/kit/sealed-fields';
import { shapeOf } from './golden-entry';
import { meaning } from './invented-event';
import { changesSince } from './published-shape';

const facts = {
  place: localCode,
  size: code(['small', 'large'] as const),
  seats: integer(1, 100),
  of: ref('authority', 'consultation'),
  until: optional(nullable(when)),
  members: list(object({ seat: integer(1, 9) }), 20),
};
const sealed = { title: text(), notes: listSealed(line()), host: optionalSealed(line({ personal: true })) };
const shape = (more: Partial<typeof facts> | object = {}, words: object = {}, rest: object = {}) =>
  shapeOf(
    defineEvent('encounter.invented/1', {
      meaning,
      facts: { ...facts, ...more },
      sealed: { ...sealed, ...words },
      ...rest,
    }),
  );
const without = (fields: object, name: string): object =>
  Object.fromEntries(Object.entries(fields).filter(([one]) => one !== name));

describe('what was published', () => {
  it.each([
    ['nothing else', {}],
    ['one code more', { size: code(['small', 'large', 'huge'] as const) }],
    ['one more aggregate to refer to', { of: ref('authority', 'consultation', 'decision') }],
    ['wider bounds', { seats: integer(0, 1000), members: list(object({ seat: integer(1, 90) }), 500) }],
  ])('may become %s', (_, more) => expect(changesSince(shape(), shape(more))).toEqual([]));

  it.each([
    ['a new fact', shape({ level: count }), ['level is new']],
    ['an optional new fact', shape({ level: optional(count) }), ['level is new']],
    ['a fact of another kind', shape({ place: count }), ['place is another kind']],
    ['a code less', shape({ size: code(['small'] as const) }), ['size is no longer "large"']],
    ['an aggregate less', shape({ of: ref('authority') }), ['of is no longer "consultation"']],
    ['narrower bounds', shape({ seats: integer(2, 100) }), ['seats has narrower bounds']],
    ['a shorter list', shape({ members: list(object({ seat: integer(1, 9) }), 10) }), ['members has narrower bounds']],
    [
      'a new field inside',
      shape({ members: list(object({ seat: integer(1, 9), row: optional(count) }), 20) }),
      ['members[].row is new'],
    ],
    ['a fact that became optional', shape({ place: optional(localCode) }), ['place is optional']],
    ['a fact that became required', shape({ until: nullable(when) }), ['until is required']],
    ['a new word', shape({}, { access: optionalSealed(line()) }), ['access is new']],
    ['another audience', shape({}, { title: text({ audience: 'office' }) }), ['title: audience was public']],
    ['words no longer a person’s', shape({}, { host: optionalSealed(line()) }), ['host: personal was true']],
    ['another effect', shape({}, {}, { visibility: 'opens' }), ['its effect on visibility']],
    ['another object to feed again', shape({}, {}, { refeeds: 'of' }), ['what it feeds again']],
  ])('may not become %s', (_, now, changes) => expect(changesSince(shape(), now)).toEqual(changes));

  it('may lose a bound, and never gain one', () => {
    const bounded = shape();
    for (const bound of ['least', 'most']) {
      const seats = without(bounded.facts['seats']!, bound);
      const unbounded = { ...bounded, facts: { ...bounded.facts, seats: seats as never } };
      expect(changesSince(bounded, unbounded)).toEqual([]);
      expect(changesSince(unbounded, bounded)).toEqual(['seats has narrower bounds']);
    }
  });

  it('may lose nothing', () => {
    const published = shape();
    expect(changesSince(published, { ...published, facts: without(published.facts, 'place') as never })).toEqual([
      'place is gone',
    ]);
    expect(changesSince(published, { ...published, sealed: without(published.sealed, 'title') as never })).toEqual([
      'title is gone',
    ]);
  });
});
