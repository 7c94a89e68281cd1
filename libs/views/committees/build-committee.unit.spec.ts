import {
  committeeEstablished,
  committeePassageRestored,
  committeePassageSuspended,
  findingClosed,
  findingRecorded,
  memberAppointed,
  memberLeft,
  replyGiven,
} from '@fil/facts/events/committee.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { WITHHELD } from '@fil/log/vault/vault';
import { Names } from '../names/names';
import type { KeptEvent } from '../reading/happening';
import type { History } from '../reading/history';
import { buildCommittee, buildSummary } from './build-committee';

const NAMES = Names.of([], []);
const SHOWN = { size: 12, at: null, asOf: false };
const text = { fr: 'Un texte.' };
const idOf = (n: number): string => `event-${n}`;

const kept = ({ type, data, words, occurredOn }: NewEvent, n: number): KeptEvent =>
  ({
    index: n,
    id: idOf(n),
    type,
    stream: 'committee-1',
    at: '2026-03-03T09:00:00Z',
    occurredOn,
    cause: null,
    actor: { role: 'committeeMember', body: 'suivi' },
    data,
    words,
  }) as KeptEvent;
const lived = (...events: NewEvent[]): History => ({ events: [established, ...events].map(kept) });

const established = event(committeeEstablished, {
  data: { authority: 'authority-1', code: 'suivi', scope: [], replyDays: 30 },
  words: { title: text, mandate: text, neutralityRule: text },
});
const member = (code: string, ties: readonly { kind: 'post' }[]): NewEvent =>
  event(memberAppointed, {
    occurredOn: '2026-01-05',
    data: { member: code, appointedBy: 'residents', chosenBy: 'election', ties },
    words: {},
  });
const left = event(memberLeft, {
  occurredOn: '2026-02-01',
  data: { member: 'b', reason: 'conflictOfInterest' },
  words: {},
});
const finding = (replyDueOn: string): NewEvent =>
  event(findingRecorded, { data: { target: 'commitment-1', kind: 'alert', replyDueOn }, words: { text } });
const reply = (n: number): NewEvent => event(replyGiven, { data: { finding: idOf(n) }, words: { text } });

describe('a committee', () => {
  it('is shown with its independence on the day asked', () => {
    const history = lived(member('a', []), member('b', [{ kind: 'post' }]), left);
    const on = (day: string) => buildSummary(history, NAMES, day);
    expect(on('2026-01-04')).toMatchObject({ independence: 'noMembers', memberCount: 0 });
    expect(on('2026-01-31')).toMatchObject({ independence: 'mixed', memberCount: 2 });
    expect(on('2026-02-01')).toMatchObject({ independence: 'independent', memberCount: 1 });
  });

  it('counts its findings: awaiting a reply, without one in time, closed', () => {
    const closed = event(findingClosed, { data: { finding: idOf(1), satisfied: false }, words: {} });
    const history = lived(finding('2026-04-02'), finding('2026-04-02'), finding('2026-05-02'), reply(1), closed);
    expect(buildSummary(history, NAMES, '2026-04-02').findings).toEqual({
      recorded: 3,
      awaitingReply: 2,
      withoutReplyInTime: 0,
      closed: 1,
    });
    expect(buildSummary(history, NAMES, '2026-04-03').findings).toMatchObject({
      awaitingReply: 1,
      withoutReplyInTime: 1,
    });
  });

  it('is shown with each reply beside its finding, and what is read instead of a suspended passage', () => {
    const suspended = event(committeePassageSuspended, {
      data: { event: idOf(1), paths: ['/text'], ground: 'defamation', notifiedOn: '2026-03-01' },
      words: { shown: text },
    });
    const { events } = lived(finding('2026-04-02'), reply(1), reply(1), suspended);
    const withheld = events.map((one, n) => (n === 1 ? { ...one, words: { text: WITHHELD } } : one));
    const built = buildCommittee({ events: withheld }, NAMES, '2026-03-03', SHOWN);
    expect(built.findings[0]).toMatchObject({ text: WITHHELD, replies: [{ text }, { text }], closed: null });
    expect(built.suspensions).toMatchObject([{ of: idOf(1), shownInstead: text, reply: null, restored: null }]);

    const restored = event(committeePassageRestored, { data: { suspension: idOf(4) }, words: {} });
    const after = [...withheld, kept(restored, 5)];
    expect(buildCommittee({ events: after }, NAMES, '2026-03-03', SHOWN).suspensions[0]!.restored).not.toBeNull();
  });
});
