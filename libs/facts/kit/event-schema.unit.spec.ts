import { meaning, second, third, toSecond, toThird } from '../../../test/events/invented-event';
import { defineEvent, type AnyDefinition } from './event-definition';
import { eventSchema, pathNow } from './event-schema';
import { line, optionalSealed, text } from './sealed-fields';
import { upcast } from './upcast';

describe('events in several versions', () => {
  const schema = eventSchema([third], [toThird, toSecond]);

  it('takes every step from the version of the entry to the current one', () => {
    expect(schema.readingOf('encounter.invented/1').facts({ place: 'hall', seats: 80 })).toEqual({
      place: 'hall',
      capacity: 80,
      size: 'large',
    });
    expect(schema.readingOf('encounter.invented/2').facts({ place: 'hall', capacity: 8 })).toEqual({
      place: 'hall',
      capacity: 8,
      size: 'small',
    });
    const asItIs = { place: 'hall', capacity: 8, size: 'small' };
    expect(schema.readingOf('encounter.invented/3').facts(asItIs)).toBe(asItIs);
  });

  it('lets the facts that any event may carry go along', () => {
    const takenOver = { source: 'paris' };
    expect(schema.readingOf('encounter.invented/1').facts({ place: 'hall', seats: 8, takenOver })).toMatchObject({
      capacity: 8,
      takenOver,
    });
  });

  it('finds words under the names they had, and never shows them to more people than any version said', () => {
    expect(schema.readingOf('encounter.invented/1').words).toEqual([
      { name: 'title', recordedAs: 'label', list: false, audience: 'public', always: false },
      { name: 'remarks', recordedAs: 'notes', list: true, audience: 'office', always: false },
    ]);
    expect(eventSchema([second], [toSecond]).readingOf('encounter.invented/1').words).toContainEqual({
      name: 'host',
      recordedAs: 'host',
      list: false,
      audience: 'office',
      always: false,
    });
  });

  it('says what a path of an entry is called now', () => {
    const reading = schema.readingOf('encounter.invented/1');
    expect(['/label', '/notes/2', '/host', '/actor/account'].map((path) => pathNow(reading, path))).toEqual([
      '/title',
      '/remarks/2',
      null,
      null,
    ]);
  });

  it('does not take a new field for an old one that is no longer read under the same name', () => {
    const before = defineEvent('encounter.reused/1', { meaning, sealed: { note: line() } });
    const after = defineEvent('encounter.reused/2', { meaning, sealed: { note: optionalSealed(line()) } });
    const step = upcast(before, after, { facts: () => ({}), noLongerRead: ['note'] });
    expect(eventSchema([after], [step]).readingOf('encounter.reused/1').words).toEqual([]);
  });

  it('gives the current definition to whoever writes, and refuses the earlier ones', () => {
    expect(schema.definitionOf('encounter.invented/3')).toBe(third);
    expect(() => schema.definitionOf('encounter.invented/2')).toThrow(
      /earlier version.*encounter\.invented\/3 is written/,
    );
  });

  it('says of a later version that a later release wrote it', () => {
    expect(() => schema.readingOf('encounter.invented/4')).toThrow(/knows encounter\.invented up to version 3/);
    expect(() => schema.readingOf('encounter.forgotten/1')).toThrow('unknown event type "encounter.forgotten/1"');
  });
});

describe('a register whose versions do not follow each other', () => {
  const start =
    (current: AnyDefinition[], ...steps: Parameters<typeof eventSchema>[1][]) =>
    (): unknown =>
      eventSchema(current, steps.flat() as never);

  it.each([
    ['without a step', start([third], [toSecond]), /version 2 or the step from it is missing/],
    ['without the first version', start([third], [toThird]), /version 1 or the step from it is missing/],
    ['without any earlier version', start([third]), /version 1 or the step from it is missing/],
    ['with a step twice', start([third], [toSecond, toThird, toThird]), /there twice/],
    ['with two current versions', start([second, third], [toSecond]), /two current versions/],
    ['with a step beyond the current version', start([second], [toSecond, toThird]), /there twice|is missing/],
    ['with steps of an event that is written no more', start([], [toSecond]), /leads to no current version/],
    [
      'with a step to another definition of the same version',
      start([{ ...second }], [toSecond]),
      /leads to another definition/,
    ],
  ])('does not start %s', (_, starting, message) => expect(starting).toThrow(message));

  const one = (more: object): AnyDefinition => defineEvent('encounter.tried/1', { meaning, ...more });
  const two = (more: object, type = 'encounter.tried/2'): AnyDefinition => defineEvent(type, { meaning, ...more });
  const facts = (): never => {
    throw new Error('not read');
  };
  it.each([
    ['another event', upcast(one({}), two({}, 'encounter.other/2'), { facts }), /another type/],
    ['a version further', upcast(one({}), two({}, 'encounter.tried/3'), { facts }), /the next version/],
    ['another visibility', upcast(one({}), two({ visibility: 'opens' }), { facts }), /visibility/],
    ['another object to feed again', upcast(one({}), two({ refeeds: 'target' }), { facts }), /feeds again/],
    ['a lost word', upcast(one({ sealed: { note: line() } }), two({}), { facts }), /"note" is lost/],
    [
      'a word from nowhere',
      upcast(one({}), two({ sealed: { note: line() } }), { facts }),
      /earlier entries have nothing/,
    ],
    [
      'a word that may be absent',
      upcast(one({ sealed: { note: optionalSealed(line()) } }), two({ sealed: { note: line() } }), { facts }),
      /may lack it/,
    ],
    [
      'a word of another kind',
      upcast(one({ sealed: { note: line() } }), two({ sealed: { note: text() } }), { facts }),
      /another kind/,
    ],
    [
      'one word for two',
      upcast(one({ sealed: { note: line() } }), two({ sealed: { note: line(), copy: line() } }), {
        facts,
        words: { copy: 'note' },
      }),
      /continued twice/,
    ],
    [
      'a word from a name that was not there',
      upcast(one({}), two({ sealed: { note: optionalSealed(line()) } }), { facts, words: { note: 'other' } }),
      /continues "other", which is not there/,
    ],
    [
      'a name that is not there',
      upcast(one({ sealed: { note: line() } }), two({ sealed: { note: line() } }), { facts, words: { other: 'note' } }),
      /no sealed field "other"/,
    ],
  ])('does not start with a step to %s', (_, step, message) =>
    expect(() => eventSchema([step.to], [step])).toThrow(message),
  );
});
