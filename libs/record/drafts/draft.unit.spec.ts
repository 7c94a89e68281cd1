import { isRefusal, type Refusal } from '@fil/facts/kit/refusal';
import { missingVisas, recalled, revised, scheduled, withVisa, type Draft, type Release } from './draft';

const NOW = '2026-03-03T09:00:00.000Z';
const LATER = '2026-03-04T07:00:00.000Z';

const draft = (more: Partial<Draft> = {}): Draft => ({
  id: '0b6c1b2e-6f0e-4d2b-9f43-000000000001',
  kind: 'contribution.outcome',
  authority: 'authority-0b6c1b2e-6f0e-4d2b-9f43-000000000001',
  object: 'contribution-0b6c1b2e-6f0e-4d2b-9f43-000000000001',
  content: { outcome: 'answered' },
  version: 1,
  preparedBy: 'voirie',
  preparer: 'token:clerk',
  visasRequired: ['directrice'],
  visas: [],
  state: 'preparing',
  release: null,
  releases: 0,
  refusal: null,
  recorded: null,
  ...more,
});
const release = (at = LATER): Release => ({
  decidedBy: 'adjointe',
  delegation: null,
  account: 'token:deputy',
  actor: { role: 'official', body: 'conseil' },
  at,
});
const visa = (version = 1, account = 'token:director') => ({ function: 'directrice', account, version, at: NOW });
const ok = (outcome: Draft | Refusal): Draft => {
  if (isRefusal(outcome)) throw new Error(outcome.rule);
  return outcome;
};
const ruleOf = (outcome: Draft | Refusal): string | null => (isRefusal(outcome) ? outcome.rule : null);

it('a visa counts for the version that was read, and no other', () => {
  const seen = ok(withVisa(draft(), visa()));
  expect(missingVisas(seen)).toEqual([]);
  const rewritten = ok(revised(seen, { outcome: 'accepted' }, { account: 'token:clerk' }));
  expect(missingVisas(rewritten)).toEqual(['directrice']);
  expect(ruleOf(withVisa(rewritten, visa(1)))).toBe('draft.changedMeanwhile');
  expect(missingVisas(ok(withVisa(rewritten, visa(2))))).toEqual([]);
});

it('nobody gives a visa to her own text, also when she only rewrote it', () => {
  expect(ruleOf(withVisa(draft(), visa(1, 'token:clerk')))).toBe('draft.ownVisa');
  const rewritten = ok(revised(draft(), { outcome: 'accepted' }, { account: 'token:director' }));
  expect(ruleOf(withVisa(rewritten, visa(2)))).toBe('draft.ownVisa');
  expect(ruleOf(withVisa(rewritten, visa(2, 'token:clerk')))).toBeNull();
});

it('one account gives at most one visa: two functions are two pairs of eyes', () => {
  const two = draft({ visasRequired: ['directrice', 'juriste'] });
  const seen = ok(withVisa(two, visa()));
  expect(ruleOf(withVisa(seen, { ...visa(), function: 'juriste' }))).toBe('draft.secondVisa');
  expect(missingVisas(ok(withVisa(seen, { ...visa(1, 'token:jurist'), function: 'juriste' })))).toEqual([]);
  // The same visa again, or of another version, is no second one.
  expect(ruleOf(withVisa(seen, visa()))).toBeNull();
  const rewritten = ok(revised(seen, { outcome: 'accepted' }, { account: 'token:clerk' }));
  expect(ruleOf(withVisa(rewritten, { ...visa(2), function: 'juriste' }))).toBeNull();
});

it('the publication names who decided: the same function in the release and in what is released', () => {
  const ready = (decidedBy: string) => draft({ visasRequired: [], content: { outcome: 'answered', decidedBy } });
  expect(ruleOf(scheduled(ready('maire'), release(), NOW))).toBe('draft.otherDecider');
  expect(ok(scheduled(ready('adjointe'), release(), NOW))).toMatchObject({ state: 'scheduled' });
});

it('is released with all its visas, at an hour to come', () => {
  expect(ruleOf(scheduled(draft(), release(), NOW))).toBe('draft.visaMissing');
  const ready = ok(withVisa(draft(), visa()));
  expect(ruleOf(scheduled(ready, release('2026-03-03T08:59:59.999Z'), NOW))).toBe('draft.hourOver');
  expect(ok(scheduled(ready, release(), NOW))).toMatchObject({
    state: 'scheduled',
    releases: 1,
    release: { at: LATER },
  });
});

it('is recalled before its hour, changed, and released anew', () => {
  const set = ok(scheduled(draft({ visasRequired: [] }), release(), NOW));
  expect(ruleOf(revised(set, {}, { account: 'token:clerk' }))).toBe('draft.notBeingPrepared');
  expect(ruleOf(scheduled(set, release(), NOW))).toBe('draft.notBeingPrepared');
  const back = ok(recalled(set));
  expect(back).toMatchObject({ state: 'preparing', release: null });
  expect(ok(scheduled(ok(revised(back, {}, { account: 'token:clerk' })), release(), NOW)).releases).toBe(2);
});

it.each(['preparing', 'releasing', 'released'] as const)('is not recalled while %s', (state) =>
  expect(ruleOf(recalled(draft({ state })))).toBe('draft.notScheduled'),
);
