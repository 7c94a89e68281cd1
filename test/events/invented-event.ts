/** An event with a history, for the tests of versions: the real ones have only had one each. */
import { defineEvent } from '@fil/facts/kit/event-definition';
import { code, count, flag, localCode, optional } from '@fil/facts/kit/fact-fields';
import { line, listSealed, optionalSealed, text } from '@fil/facts/kit/sealed-fields';
import { upcast } from '@fil/facts/kit/upcast';

export const meaning = { fr: 'Une invention des essais.', en: 'An invention of the tests.' };

export const first = defineEvent('encounter.invented/1', {
  meaning,
  facts: { place: localCode, seats: count },
  sealed: { label: text(), notes: listSealed(line()), host: optionalSealed(line({ audience: 'office' })) },
});
export const second = defineEvent('encounter.invented/2', {
  meaning,
  facts: { place: localCode, capacity: count },
  sealed: {
    title: text(),
    notes: listSealed(line({ audience: 'office' })),
    host: optionalSealed(line()),
    access: optionalSealed(line()),
  },
});
export const third = defineEvent('encounter.invented/3', {
  meaning,
  facts: { place: localCode, capacity: count, size: code(['small', 'large'] as const), indoors: optional(flag) },
  sealed: { title: text(), remarks: listSealed(line()), access: optionalSealed(line()) },
});
export const toSecond = upcast(first, second, {
  facts: ({ place, seats }) => ({ place, capacity: seats }),
  words: { title: 'label' },
});
export const toThird = upcast(second, third, {
  facts: (earlier) => ({ ...earlier, size: earlier.capacity > 50 ? ('large' as const) : ('small' as const) }),
  words: { remarks: 'notes' },
  noLongerRead: ['host'],
});
