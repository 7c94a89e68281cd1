import { defineEvent } from '../kit/event-definition';
import { eventSchema } from '../kit/event-schema';
import { code, count, list, localCode, nullable, object, optional, ref } from '../kit/fact-fields';
import { line, listSealed, optionalSealed, text } from '../kit/sealed-fields';
import { upcast } from '../kit/upcast';
import { eventCatalogue } from './catalogue';

const meaning = { fr: 'Une invention des essais.', en: 'An invention of the tests.' };
const first = defineEvent('encounter.invented/1', {
  meaning,
  facts: { place: localCode },
  sealed: { label: text(), notes: listSealed(line()) },
});
const second = defineEvent('encounter.invented/2', {
  meaning,
  facts: { place: localCode, size: code(['small', 'large'] as const) },
  sealed: { title: text(), notes: listSealed(line()), access: optionalSealed(line({ audience: 'office' })) },
});
const third = defineEvent('encounter.invented/3', {
  meaning,
  facts: {
    size: code(['small', 'large'] as const),
    place: optional(nullable(localCode)),
    members: list(object({ of: ref('authority'), seats: optional(count) }), 20),
  },
  sealed: { title: text(), access: optionalSealed(line({ audience: 'office' })) },
});
const schema = eventSchema(
  [third],
  [
    upcast(first, second, { facts: ({ place }) => ({ place, size: 'small' as const }), words: { title: 'label' } }),
    upcast(second, third, { facts: (earlier) => ({ ...earlier, members: [] }), noLongerRead: ['notes'] }),
  ],
);

describe('the catalogue of events', () => {
  const { events } = eventCatalogue(schema);

  it('lists each event once, in its current version, with what its fields may hold', () => {
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'encounter.invented/3', name: 'encounter.invented', version: 3, meaning });
    expect(events[0]!.facts).toEqual({
      size: { class: 'fact', kind: 'code', optional: false, codes: ['small', 'large'], since: 2 },
      place: {
        class: 'fact',
        kind: 'nullable',
        optional: true,
        of: { class: 'fact', kind: 'localCode', optional: false, pattern: localCode.pattern!.source },
        since: 1,
      },
      members: {
        class: 'fact',
        kind: 'list',
        optional: false,
        most: 20,
        of: {
          class: 'fact',
          kind: 'object',
          optional: false,
          fields: {
            of: expect.objectContaining({ kind: 'ref(authority)' }) as object,
            seats: { class: 'fact', kind: 'integer', optional: true, least: 0, most: 2_000_000_000 },
          },
        },
        since: 3,
      },
    });
  });

  it('says since which version a word has its name, and for whom it is', () => {
    expect(events[0]!.sealed).toEqual({
      title: {
        class: 'sealed',
        kind: 'text',
        optional: false,
        list: false,
        audience: 'public',
        personal: false,
        since: 2,
      },
      access: {
        class: 'sealed',
        kind: 'line',
        optional: true,
        list: false,
        audience: 'office',
        personal: false,
        since: 2,
      },
    });
  });

  it('keeps the earlier versions, with what their words are called now', () => {
    expect(events[0]!.earlier.map(({ type, renamed }) => [type, renamed])).toEqual([
      ['encounter.invented/1', { label: 'title' }],
      ['encounter.invented/2', {}],
    ]);
    expect(Object.keys(events[0]!.earlier[0]!.sealed)).toEqual(['label', 'notes']);
  });
});
