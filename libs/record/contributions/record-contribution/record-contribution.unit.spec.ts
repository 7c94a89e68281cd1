import { contribution } from '../contribution.state';
import type { Decided } from '../../deciding/decider';
import { expectEvents, expectRefusal, stateAfter } from '../../deciding/specification/given-when-then';
import { CONSULTATION, CONTEXT, depositClosedOn, depositFrom, mandate, recorded } from '../specification/some-mandate';
import { consultation } from '../../consultations/consultation.state';
import { recordContributionInput, type RecordContributionInput } from './record-contribution.command';
import { decideRecording } from './record-contribution.decide';

const DIGEST = 'a'.repeat(64);
const slip: RecordContributionInput = {
  consultation: CONSULTATION,
  kind: 'proposal',
  channel: 'counter',
  language: 'fr',
  themes: ['nature'],
  authorKind: 'person',
  title: { fr: 'Planter des arbres' },
};
const record = (change: Partial<RecordContributionInput> = {}, ...of: Parameters<typeof mandate>): Decided =>
  decideRecording(contribution.initial, { ...slip, ...change }, DIGEST, mandate(...of), CONTEXT);

describe('recording a contribution', () => {
  it('keeps what was said, the digest of its author’s key, and counts the files', () => {
    const attachments = [{ bytes: 10, mediaType: 'image/png', sha256: 'b'.repeat(64) }];
    const events = expectEvents(record({ attachments }));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: 'contribution.recorded/2',
      data: { sensitivity: 'public', attachmentCount: 1 },
      words: { title: slip.title, authorKey: DIGEST },
    });
  });

  it('nobody records twice with one source reference', () => {
    const again = decideRecording(stateAfter(contribution, recorded()), slip, DIGEST, mandate(), CONTEXT);
    expect(expectRefusal(again)).toBe('contribution.exists');
  });

  it('needs a consultation that exists', () => {
    const nowhere = { ...mandate(), consultation: consultation.initial };
    expect(expectRefusal(decideRecording(contribution.initial, slip, DIGEST, nowhere, CONTEXT))).toBe(
      'consultation.unknown',
    );
  });

  describe('deposit only while open', () => {
    const closed = [depositFrom('2026-02-01'), depositClosedOn('2026-02-20')];
    const closedToday = [depositFrom('2026-02-01'), depositClosedOn(CONTEXT.today)];

    it.each([
      ['before it opens', []],
      ['after the close', closed],
      ['on the day of the close, once it is closed', closedToday],
      ['after the last day announced', [depositFrom('2026-02-01', '2026-02-20')]],
    ])('refuses %s', (_, deposit) => {
      expect(expectRefusal(record({}, {}, deposit))).toBe('deposit.closed');
      expect(expectRefusal(record({ channel: 'online' }, {}, deposit))).toBe('deposit.closed');
    });

    it('accepts a letter or a slip received in time, entered after the close', () => {
      expectEvents(record({ channel: 'letter', receivedOn: '2026-02-20' }, {}, closed));
      expect(expectRefusal(record({ channel: 'letter', receivedOn: '2026-02-21' }, {}, closed))).toBe(
        'deposit.receivedOutsidePeriod',
      );
      expect(expectRefusal(record({ channel: 'letter', receivedOn: '2026-02' }, {}, closed))).toBe(
        'deposit.receivedOutsidePeriod',
      );
    });

    it('does not accept that an online deposit was received earlier', () => {
      expect(expectRefusal(record({ channel: 'online', receivedOn: '2026-02-20' }, {}, closed))).toBe('deposit.closed');
    });

    it('accepts what was deposited in time in a consultation that is recorded afterwards', () => {
      const afterwards = { recordedAfterwards: true };
      expectEvents(record({ channel: 'online', occurredOn: '2026-02-10' }, afterwards, closed));
      expect(expectRefusal(record({ channel: 'online', occurredOn: '2026-01-10' }, afterwards, closed))).toBe(
        'deposit.receivedOutsidePeriod',
      );
    });

    it('accepts what is taken over at any time', () => {
      expectEvents(record({ takenOver: { source: 'paris' }, channel: 'import' }, {}, closed));
    });
  });

  it('accepts only the channels of the mandate', () => {
    expect(expectRefusal(record({ channel: 'petition' }))).toBe('deposit.channelNotOffered');
  });

  it('accepts only themes of the authority', () => {
    expect(expectRefusal(record({ themes: ['nature', 'espace'] }))).toBe('authority.unknownTheme');
  });

  it('has a title or a text, unless a source states none', () => {
    expect(expectRefusal(record({ title: undefined }))).toBe('contribution.saysNothing');
    expectEvents(record({ title: undefined, text: { fr: 'Des arbres.' } }));
    expectEvents(record({ title: undefined, takenOver: { source: 'paris', notStated: ['text'] } }));
  });

  it('has at most ten files', () => {
    const attachments = Array.from({ length: 11 }, () => ({
      bytes: 1,
      mediaType: 'image/png',
      sha256: 'b'.repeat(64),
    }));
    expect(expectRefusal(record({ attachments }))).toBe('contribution.tooManyFiles');
  });

  it('is not dated to come', () => {
    expect(expectRefusal(record({ occurredOn: '2026-03-04' }))).toBe('contribution.toCome');
    expect(expectRefusal(record({ receivedOn: '2026-03-04' }))).toBe('contribution.toCome');
  });

  it('is published at once when the mandate says words are public on deposit, if it is public', () => {
    const onDeposit = { wordsPublic: 'onDeposit' as const };
    expect(expectEvents(record({}, onDeposit)).map(({ type }) => type)).toEqual([
      'contribution.recorded/2',
      'contribution.admitted/1',
    ]);
    expect(expectEvents(record({ sensitivity: 'internal' }, onDeposit))).toHaveLength(1);
  });

  describe('a field report', () => {
    const report = { channel: 'fieldReport' as const, authorKind: 'agent' as const };

    it('is restricted by default and never public when it is recorded', () => {
      expect(expectEvents(record(report))[0]).toMatchObject({ data: { sensitivity: 'restricted' } });
      expect(expectRefusal(record({ ...report, sensitivity: 'public' }))).toBe('fieldReport.public');
    });

    it('is written by an agent', () => {
      expect(expectRefusal(record({ ...report, authorKind: 'person' }))).toBe('fieldReport.notByAgent');
    });
  });

  it('conceals what is not public, and only that', () => {
    const concealment = (sensitivity: 'public' | 'restricted') =>
      contribution.concealment!(stateAfter(contribution, recorded({ sensitivity })));
    expect(concealment('public')).toBeNull();
    expect(concealment('restricted')).toEqual({ consultation: CONSULTATION, sensitivity: 'restricted' });
  });

  it('never takes what is secret, and says why', () => {
    const { error } = recordContributionInput.safeParse({ ...slip, sensitivity: 'secret' });
    expect(error?.issues[0]).toMatchObject({ path: ['sensitivity'], message: 'secretNeverEntered' });
  });

  it('takes no digest from outside', () => {
    expect(recordContributionInput.safeParse({ ...slip, authorKey: DIGEST }).success).toBe(false);
  });
});
