import { START_SET } from '@fil/facts/deadlines/start-set';
import { expectEvents, expectRefusal } from '../deciding/specification/given-when-then';
import { decideDeadlineRule } from './adopt-deadline-rule/adopt-deadline-rule.decide';
import type { AdoptDeadlineRuleInput } from './adopt-deadline-rule/adopt-deadline-rule.command';
import { decideStartSet } from './adopt-start-set/adopt-start-set.decide';
import { decideDeadlineRuleAmendment } from './amend-deadline-rule/amend-deadline-rule.decide';
import type { AuthorityState } from './authority.state';
import { decideDeadlineRuleEnd } from './end-deadline-rule/end-deadline-rule.decide';
import { context, tomorrow, town, townAfter, unregistered } from './specification/some-authority';

const terms = {
  trigger: 'documentRequested',
  output: 'answer',
  owes: 'authority',
  amount: 1,
  unit: 'months',
  basisKind: 'regulation',
  validFrom: '2026-01-01',
  name: { fr: 'Communication d’un document' },
  source: 'CRPA, art. R311-13',
} as const;
const adopt =
  (more: Partial<AdoptDeadlineRuleInput> = {}) =>
  (state: AuthorityState) =>
    decideDeadlineRule(state, { rule: 'crpa.doc', ...terms, ...more }, context);
const amend =
  (amends: number, more: Partial<AdoptDeadlineRuleInput> = {}) =>
  (state: AuthorityState) =>
    decideDeadlineRuleAmendment(
      state,
      { ...terms, amount: 2, validFrom: '2026-02-01', ...more, rule: 'crpa.doc', amends, reason: { fr: 'Décret.' } },
      context,
    );
const end = (validTo: string) => (state: AuthorityState) =>
  decideDeadlineRuleEnd(state, { rule: 'crpa.doc', validTo, reason: { fr: 'Abrogée.' } }, context);
const adopted = townAfter(adopt());

describe('a deadline rule', () => {
  it('begins with its first version', () => {
    expect(expectEvents(adopt()(town))[0]).toMatchObject({
      type: 'authority.deadlineRuleAdopted/1',
      data: { rule: 'crpa.doc', version: 1, amount: 1, unit: 'months' },
      words: { source: 'CRPA, art. R311-13' },
    });
    expect(expectRefusal(adopt()(adopted))).toBe('authority.codeUsed');
  });

  it('that is amended gets the next version and keeps the old one for running deadlines', () => {
    const { versions } = townAfter(adopt(), amend(1)).deadlineRules.get('crpa.doc')!;
    expect(versions.map(({ version, amount, validFrom }) => ({ version, amount, validFrom }))).toEqual([
      { version: 1, amount: 1, validFrom: '2026-01-01' },
      { version: 2, amount: 2, validFrom: '2026-02-01' },
    ]);
  });

  it('is amended by who has read its latest version, and not before that one applied', () => {
    expect(expectRefusal(amend(2)(adopted))).toBe('deadlineRule.otherVersion');
    expect(expectRefusal(amend(1)(townAfter(adopt(), amend(1))))).toBe('deadlineRule.otherVersion');
    expect(expectRefusal(amend(1, { validFrom: '2025-12-31' })(adopted))).toBe('deadlineRule.beforeEarlierVersion');
    expect(amend(1)(town)).toMatchObject({ kind: 'notFound' });
  });

  it('ends once, and its code is never used again', () => {
    const ended = townAfter(adopt(), end('2026-12-31'));
    expect(ended.deadlineRules.get('crpa.doc')).toMatchObject({ endedOn: '2026-12-31', versions: [{ version: 1 }] });
    expect(expectRefusal(end('2026-12-31')(ended))).toBe('deadlineRule.ended');
    expect(expectRefusal(amend(1)(ended))).toBe('deadlineRule.ended');
    expect(expectRefusal(adopt()(ended))).toBe('authority.codeUsed');
    expect(expectRefusal(end('2025-12-31')(adopted))).toBe('deadlineRule.period');
  });

  it('says how many where it counts, and only there', () => {
    expect(expectRefusal(adopt({ amount: undefined })(town))).toBe('deadlineRule.amount');
    expect(expectRefusal(adopt({ unit: 'promised' })(town))).toBe('deadlineRule.amount');
    expect(expectRefusal(adopt({ unit: 'nextSession' })(town))).toBe('deadlineRule.amount');
    expectEvents(adopt({ unit: 'nextSession', amount: undefined, body: 'voirie' })(town));
    expect(expectRefusal(adopt({ body: 'voirie' })(town))).toBe('deadlineRule.body');
    expect(expectRefusal(adopt({ unit: 'nextSession', amount: undefined, body: 'conseil' })(town))).toBe(
      'authority.unknownBody',
    );
  });

  it('has a time in which it applies, and a text that was checked', () => {
    expect(expectRefusal(adopt({ validTo: '2025-12-31' })(town))).toBe('deadlineRule.period');
    expect(expectRefusal(adopt({ lastChecked: tomorrow })(town))).toBe('deadlineRule.checkedToCome');
    expect(expectRefusal(adopt()(unregistered))).toBe('authority.missing');
  });
});

describe('the start set', () => {
  it('fits the events of its adoption', () => {
    const events = expectEvents(decideStartSet(town, { validFrom: '2026-03-01' }, START_SET));
    expect(events).toHaveLength(START_SET.length);
  });

  it('is adopted rule by rule, but for what was adopted, amended or ended before', () => {
    const startSet = START_SET.filter(({ rule }) => ['crpa.doc', 'gdpr.right', 'a11y.complaint'].includes(rule));
    const state = townAfter(adopt(), end('2026-02-01'));
    const events = expectEvents(decideStartSet(state, { validFrom: '2026-03-01' }, startSet));
    expect(events.map(({ data }) => data)).toMatchObject([
      { rule: 'a11y.complaint', version: 1, validFrom: '2026-03-01' },
      { rule: 'gdpr.right', version: 1, validFrom: '2026-03-01' },
    ]);
    const all = townAfter(
      () => events,
      (after) => decideStartSet(after, { validFrom: '2026-03-01' }, startSet),
    );
    expect(decideStartSet(all, { validFrom: '2026-03-01' }, startSet)).toEqual([]);
  });
});
