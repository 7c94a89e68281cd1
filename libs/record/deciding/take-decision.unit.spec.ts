import { bodyNamed } from '@fil/facts/events/authority.events';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { isRefusal, refuse, type Refusal } from '@fil/facts/kit/refusal';
import { AppendUncertain, type Append, type AppendResult } from '@fil/log/event-store/event-store.port';
import { derivedEventId } from '@fil/log/event-store/ids';
import { MemoryEventStore } from '@fil/log/event-store/memory/memory-event-store';
import { parseEntry } from '@fil/log/transparency/entry';
import { Vault } from '@fil/log/vault/vault';
import { authority, type AuthorityState } from '../authority/authority.state';
import { SystemClock } from './clock';
import type { Decided } from './decider';
import { someId } from './specification/given-when-then';
import { DecisionTaker, type Recorded } from './take-decision';

/** Writes, then loses the answer, as often as it is told. */
class ForgetfulStore extends MemoryEventStore {
  lost = 0;

  override async append(append: Append): Promise<AppendResult> {
    const result = await super.append(append);
    if (this.lost-- > 0) throw new AppendUncertain(new Error('connection lost'));
    return result;
  }
}

const TOWN = someId('authority', 1);
const OTHER = someId('authority', 2);
const KEY = '7d1f2d4e-0d5a-8c3b-9f43-0000000000aa';
const naming = (body: string, name = body): NewEvent =>
  event(bodyNamed, { data: { body, kind: 'department' }, words: { name: { fr: name } } });
const official = { actor: { role: 'official', body: null }, account: 'token:1' } as const;

function road(): {
  store: ForgetfulStore;
  name: (body: string, more?: { commandId?: string; name?: string; expected?: number }) => Promise<Recorded | Refusal>;
  taker: DecisionTaker;
} {
  const store = new ForgetfulStore();
  const register = {
    origin: 'test.invalid',
    demonstration: true,
    authoritySiret: null,
    instanceKey: Buffer.alloc(32, 7),
  };
  const taker = new DecisionTaker(
    store,
    store.vault,
    new Vault(store.vault, EVENT_SCHEMA),
    register,
    EVENT_SCHEMA,
    new SystemClock(),
  );
  return {
    store,
    taker,
    name: (body, { commandId, name, expected } = {}) =>
      taker.take({
        stream: TOWN,
        decider: authority,
        by: { ...official, commandId },
        expected,
        decide: (state: AuthorityState): Decided =>
          state.bodies.has(body) ? refuse('body.exists', { fr: 'Existe.', en: 'Exists.' }) : [naming(body, name)],
      }),
  };
}
const recorded = (outcome: Recorded | Refusal): Recorded => {
  if (isRefusal(outcome)) throw new Error(outcome.rule);
  return outcome;
};
const rule = (outcome: Recorded | Refusal): string => (isRefusal(outcome) ? outcome.rule : 'recorded');

describe('the road from a command to the log', () => {
  it('gives the same key the same events, and writes nothing more', async () => {
    const { store, name } = road();
    const first = recorded(await name('voirie', { commandId: KEY }));
    await name('ecoles');
    const again = recorded(await name('voirie', { commandId: KEY }));
    expect(again).toEqual({ ...first, duplicate: true });
    expect(first.events[0]!.id).toBe(derivedEventId(KEY, 0));
    expect(await store.size()).toBe(2);
  });

  it('refuses a key that was used for other facts, or for other words', async () => {
    const { store, name } = road();
    await name('voirie', { commandId: KEY });
    expect(rule(await name('ecoles', { commandId: KEY }))).toBe('key.reused');
    expect(rule(await name('voirie', { commandId: KEY, name: 'Un autre nom' }))).toBe('key.reused');
    expect(await store.size()).toBe(1);
  });

  it('writes once when the answer to the append is lost, with a key and without', async () => {
    const { store, name } = road();
    store.lost = 1;
    const without = recorded(await name('voirie'));
    expect(without).toMatchObject({ revision: 1, size: 1, duplicate: false });
    expect((await store.readStream(TOWN)).map(({ id }) => id)).toEqual(without.events.map(({ id }) => id));
    store.lost = 1;
    expect(recorded(await name('ecoles', { commandId: KEY })).revision).toBe(2);
    expect(await store.size()).toBe(2);
  });

  it('says that it does not know when the answer is lost twice; asked again with the key, it knows', async () => {
    const { store, name } = road();
    store.lost = 2;
    await expect(name('voirie', { commandId: KEY })).rejects.toThrow(AppendUncertain);
    expect(recorded(await name('voirie', { commandId: KEY })).duplicate).toBe(true);
    expect(await store.size()).toBe(1);
  });

  it('loads and decides again when another writer came first', async () => {
    const { store, name } = road();
    const outcomes = await Promise.all(['a', 'b', 'c'].map((body) => name(body)));
    expect(outcomes.map(rule)).toEqual(['recorded', 'recorded', 'recorded']);
    expect((await store.readStream(TOWN)).map(({ rev }) => rev)).toEqual([1, 2, 3]);
    const same = await Promise.all([name('d'), name('d')]);
    expect(same.map(rule).sort()).toEqual(['body.exists', 'recorded']);
  });

  it('leaves a conflict to the caller who named the revision she saw', async () => {
    const { name } = road();
    await name('a');
    expect(rule(await name('b', { expected: 0 }))).toBe('revision.stale');
    expect(rule(await name('b', { expected: 1 }))).toBe('recorded');
  });

  it('names in each event the other streams its rule read, and repeats the decision from them', async () => {
    const { store, taker } = road();
    const take = (commandId?: string): Promise<Recorded | Refusal> =>
      taker.take<AuthorityState, { other: AuthorityState }>({
        stream: TOWN,
        decider: authority,
        reads: { other: { stream: OTHER, decider: authority } },
        by: { ...official, commandId },
        decide: (_, { other }) => [naming(`n${other.bodies.size}`)],
      });
    await taker.take({ stream: OTHER, decider: authority, by: official, decide: () => [naming('x')] });
    const first = recorded(await take(KEY));
    const [stored] = await store.readStream(TOWN);
    expect(parseEntry(stored!.bytes).data).toMatchObject({ body: 'n1', basis: [{ stream: OTHER, rev: 1 }] });
    // The other object has changed since: the repetition is decided from what was read then.
    await taker.take({ stream: OTHER, decider: authority, by: official, decide: () => [naming('y')] });
    expect(recorded(await take(KEY))).toEqual({ ...first, duplicate: true });
  });

  it('lets only an import say that something was taken over', async () => {
    const { taker, store } = road();
    const takeAs = (role: 'official' | 'import'): Promise<Recorded | Refusal> =>
      taker.take({
        stream: TOWN,
        decider: authority,
        by: { actor: { role, body: null }, account: null },
        decide: () => [
          {
            ...naming('voirie'),
            data: { body: 'voirie', kind: 'department', takenOver: { source: 'paris' } },
          } as NewEvent,
        ],
      });
    expect(rule(await takeAs('official'))).toBe('takenOver.onlyByImport');
    expect(await store.size()).toBe(0);
    expect(rule(await takeAs('import'))).toBe('recorded');
  });
});
