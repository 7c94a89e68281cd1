import { isWatched } from './watchers';

const consultation = { id: 'consultation-1', organiser: 'authority-1' };
const fact = (type: string, data: object = {}, occurredOn = '2026-03-01') => ({
  type,
  at: '2026-03-01T09:00:00Z',
  occurredOn,
  data: { authority: 'authority-1', code: 'x', ...data },
});
const guarantor = (consultations: readonly string[] = []) => [fact('guarantor.appointed/1', { consultations })];
const committee = (more: object = {}) => [fact('committee.established/1', { scope: [], ...more })];
const watched = (watchers: Parameters<typeof isWatched>[0], day = '2026-03-15'): boolean =>
  isWatched(watchers, consultation, day);

it('nobody watches over a consultation that has neither guarantor nor committee', () => {
  expect(watched([])).toBe(false);
  expect(watched([guarantor(['consultation-2']), committee({ scope: ['consultation-2'] })])).toBe(false);
  expect(watched([committee({ authority: 'authority-2' })])).toBe(false);
});

it('a guarantor watches, or a committee, named for it or for all its authority does', () => {
  for (const one of [guarantor(), guarantor(['consultation-1']), committee(), committee({ scope: ['consultation-1'] })])
    expect(watched([one])).toBe(true);
});

it('not before, nor after its time', () => {
  expect(watched([guarantor()], '2026-02-28')).toBe(false);
  expect(watched([committee()], '2026-02-28')).toBe(false);
  expect(watched([committee({ until: '2026-03-14' })])).toBe(false);
  expect(watched([[...guarantor(), fact('guarantor.withdrew/1', {}, '2026-03-10')]])).toBe(false);
});
