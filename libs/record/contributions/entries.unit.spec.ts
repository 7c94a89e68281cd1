/** Admission, points, transfers, corrections and voidings. */
import { contributionVoided, contributionWithdrawn } from '@fil/facts/events/contribution.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import type { Decided } from '../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  someId,
  stateAfter,
} from '../deciding/specification/given-when-then';
import { decideAdmission } from './admit-contribution/admit-contribution.decide';
import { contribution } from './contribution.state';
import type { CorrectEntryInput } from './correct-entry/correct-entry.command';
import { decideCorrection } from './correct-entry/correct-entry.decide';
import { decideMarking } from './mark-point/mark-point.decide';
import { admitted, answered, CONTEXT, CONTRIBUTION, mandate, recorded } from './specification/some-mandate';
import { transferContributionInput } from './transfer-contribution/transfer-contribution.command';
import { decideTransfer } from './transfer-contribution/transfer-contribution.decide';
import type { VoidContributionInput } from './void-contribution/void-contribution.command';
import { decideVoiding } from './void-contribution/void-contribution.decide';
import { decideWithdrawal } from './withdraw/withdraw.decide';

const given = (...events: readonly NewEvent[]) => stateAfter(contribution, ...events);
const withdrawn = event(contributionWithdrawn, { data: {}, words: {} });
const voided = event(contributionVoided, { data: { ground: 'test' }, words: { reason: { fr: 'Essai' } } });
const reason = { fr: 'Mal lu sur la fiche.' };

describe('admitting a contribution', () => {
  it('publishes it once', () => {
    expect(expectEvents(decideAdmission(given(recorded()), {}, CONTEXT))).toHaveLength(1);
    expect(expectRefusal(decideAdmission(given(recorded(), admitted), {}, CONTEXT))).toBe(
      'contribution.alreadyAdmitted',
    );
  });

  it('refuses what is not public: nothing is public before an authorisation', () => {
    const restricted = given(recorded({ sensitivity: 'restricted' }));
    expect(expectRefusal(decideAdmission(restricted, {}, CONTEXT))).toBe('contribution.notPublic');
  });

  it('refuses what does not exist, was withdrawn or voided', () => {
    expect(expectRefusal(decideAdmission(contribution.initial, {}, CONTEXT))).toBe('contribution.unknown');
    expect(expectRefusal(decideAdmission(given(recorded(), withdrawn), {}, CONTEXT))).toBe('contribution.withdrawn');
    expect(expectRefusal(decideAdmission(given(recorded(), voided), {}, CONTEXT))).toBe('contribution.voided');
  });
});

describe('marking a point', () => {
  const mark = (point: number, state = given(recorded()), theme?: string): Decided =>
    decideMarking(state, { point, theme, extract: { fr: 'Un banc' } }, mandate(), CONTEXT);

  it('numbers points in order', () => {
    const [first] = expectEvents(mark(1));
    expect(expectRefusal(mark(2))).toBe('point.outOfOrder');
    expect(expectRefusal(mark(1, given(recorded(), first!)))).toBe('point.alreadyMarked');
    expectEvents(mark(2, given(recorded(), first!)));
  });

  it('refuses a theme the authority does not have', () => {
    expectEvents(mark(1, given(recorded()), 'nature'));
    expect(expectRefusal(mark(1, given(recorded()), 'espace'))).toBe('authority.unknownTheme');
  });
});

describe('transferring a contribution', () => {
  const authority = { fr: 'Département inventé' };

  it('transferred names an authority', () => {
    expect(expectEvents(decideTransfer(given(recorded()), { authority }, CONTEXT))[0]).toMatchObject({
      words: { authority },
    });
    expect(expectRefusal(decideTransfer(given(recorded()), { authority: { fr: ' ' } }, CONTEXT))).toBe(
      'transfer.authorityMissing',
    );
    expect(transferContributionInput.safeParse({}).success).toBe(false);
  });

  it('happens once, of a point that exists', () => {
    const [done] = expectEvents(decideTransfer(given(recorded()), { authority }, CONTEXT));
    expect(expectRefusal(decideTransfer(given(recorded(), done!), { authority }, CONTEXT))).toBe('transfer.done');
    expect(expectRefusal(decideTransfer(given(recorded()), { authority, point: 2 }, CONTEXT))).toBe(
      'contribution.pointUnknown',
    );
  });
});

describe('withdrawing a contribution', () => {
  it('happens once', () => {
    expectEvents(decideWithdrawal(given(recorded(), admitted, answered()), {}, CONTEXT));
    expect(expectRefusal(decideWithdrawal(given(recorded(), withdrawn), {}, CONTEXT))).toBe('contribution.withdrawn');
  });
});

describe('correcting an error of entry', () => {
  const entry = givenEventId(0);
  const writer = { role: 'official', body: 'mairie' } as const;
  const correct = (
    change: Partial<CorrectEntryInput>,
    state = given(recorded()),
    actor: Parameters<typeof decideCorrection>[2] = writer,
    today = CONTEXT.today,
  ): Decided => decideCorrection(state, { event: entry, reason, ...change }, actor, mandate(), { ...CONTEXT, today });

  it('writes one event per field, and both values stay', () => {
    const events = expectEvents(correct({ kind: 'view', receivedOn: '2026-03-02' }));
    expect(events.map(({ data }) => data)).toEqual([
      { event: entry, field: '/kind', kind: 'view' },
      { event: entry, field: '/receivedOn', receivedOn: '2026-03-02' },
    ]);
    expect(given(recorded(), ...events)).toMatchObject({ kind: 'view', receivedOn: '2026-03-02' });
  });

  it('gives at least one new value, other than the one on record', () => {
    expect(expectRefusal(correct({}))).toBe('correction.empty');
    expect(expectRefusal(correct({ kind: 'proposal' }))).toBe('correction.same');
  });

  it('is done by the body that wrote it', () => {
    expect(expectRefusal(correct({ kind: 'view' }, undefined, { role: 'official', body: 'voirie' }))).toBe(
      'correction.notItsWriter',
    );
    expect(expectRefusal(correct({ kind: 'view' }, undefined, { role: 'author', body: null }))).toBe(
      'correction.notItsWriter',
    );
  });

  it('is done within 30 days', () => {
    expectEvents(correct({ kind: 'view' }, undefined, writer, '2026-04-02'));
    expect(expectRefusal(correct({ kind: 'view' }, undefined, writer, '2026-04-03'))).toBe('correction.tooLate');
  });

  it('is never that of an outcome, nor of another event', () => {
    const state = given(recorded(), admitted, answered());
    expect(expectRefusal(correct({ event: givenEventId(2), kind: 'view' }, state))).toBe('correction.ofOutcome');
    expect(expectRefusal(correct({ event: givenEventId(1), kind: 'view' }, state))).toBe('correction.notTheEntry');
  });

  it('obeys the rules of a deposit', () => {
    expect(expectRefusal(correct({ themes: ['espace'] }))).toBe('authority.unknownTheme');
    expect(expectRefusal(correct({ channel: 'petition' }))).toBe('deposit.channelNotOffered');
    expect(expectRefusal(correct({ channel: 'fieldReport' }))).toBe('fieldReport.public');
    expect(expectRefusal(correct({ receivedOn: '2026-03-04' }))).toBe('contribution.toCome');
  });

  it('does not make a question into what its answer does not fit', () => {
    const state = given(recorded({ kind: 'question' }), admitted, answered({ outcome: 'answered' }));
    expect(expectRefusal(correct({ kind: 'view' }, state))).toBe('correction.unfitForAnswer');
  });
});

describe('voiding an entry', () => {
  const kept = someId('contribution', 2);
  const voidIt = (
    change: Partial<VoidContributionInput>,
    other = given(recorded()),
    state = given(recorded()),
  ): Decided => decideVoiding(state, CONTRIBUTION, { ground: 'duplicateEntry', reason, ...change }, other, CONTEXT);

  it('names the entry that is kept, when it was entered twice', () => {
    expectEvents(voidIt({ duplicateOf: kept }));
    expect(expectRefusal(voidIt({}))).toBe('voiding.keptMissing');
    expect(expectRefusal(voidIt({ duplicateOf: kept }, contribution.initial))).toBe('voiding.keptUnknown');
    expect(expectRefusal(voidIt({ duplicateOf: kept }, given(recorded(), voided)))).toBe('voiding.keptUnknown');
    expect(expectRefusal(voidIt({ duplicateOf: CONTRIBUTION }))).toBe('voiding.keptUnknown');
    expect(expectRefusal(voidIt({ ground: 'test', duplicateOf: kept }))).toBe('voiding.notADuplicate');
  });

  it('happens once, to an answered or withdrawn contribution too', () => {
    expectEvents(voidIt({ ground: 'test' }, undefined, given(recorded(), admitted, answered(), withdrawn)));
    expect(expectRefusal(voidIt({ ground: 'test' }, undefined, given(recorded(), voided)))).toBe(
      'contribution.alreadyVoided',
    );
  });
});
