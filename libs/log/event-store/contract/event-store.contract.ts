/** What every event store does, whatever it stands on. Call it in a test file of the adapter. */
import { setTimeout as sleep } from 'node:timers/promises';
import { leafHash } from '../../transparency/leaf-hash';
import { contentOf } from '../../vault/vault';
import type { VaultStore } from '../../vault/vault-store.port';
import {
  type Append,
  type AppendResult,
  type Batch,
  type EventStore,
  StoreBusy,
  type StoredEntry,
} from '../event-store.port';
import { uuidV7 } from '../ids';
import { admitted, newPerson, newStream, type Person, progress, recorded, sealedAppend } from './sealed-appends';

export interface StoreUnderTest {
  readonly store: EventStore;
  readonly vault: VaultStore;
  /** Leaf hashes as the adapter stores them, by index; absent when it stores none. */
  leaf?(index: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Stores made one after the other may share a log: every test uses streams of its own. */
export type MakeStore = (options?: { longestQueue?: number }) => Promise<StoreUnderTest>;

const ok = (result: AppendResult): Extract<AppendResult, { status: 'ok' }> => {
  if (result.status !== 'ok') throw new Error(`expected ok, found ${JSON.stringify(result)}`);
  return result;
};
const light = (stream: string, expected: number, count = 1): Append =>
  sealedAppend({ stream, expected, events: Array.from({ length: count }, progress) });
const deposit = (person: Person, mint = true, stream = newStream('contribution')): Append =>
  sealedAppend({ stream, expected: 0, events: [recorded()], person, mint });
const randomDelay = (): Promise<void> => sleep(Math.random() * 4);

export function eventStoreContract(name: string, makeStore: MakeStore): void {
  describe(`${name}: event store contract`, () => {
    let tested: StoreUnderTest;
    let store: EventStore;
    let vault: VaultStore;
    beforeAll(async () => {
      tested = await makeStore();
      ({ store, vault } = tested);
    });
    afterAll(() => tested.close());

    const readFrom = async (after: number): Promise<StoredEntry[]> => {
      const all: StoredEntry[] = [];
      for (;;) {
        const some = await store.readAll(after + all.length, 7);
        all.push(...some);
        if (some.length === 0) return all;
      }
    };

    describe('order', () => {
      it('numbers the log from its size and each stream from 1', async () => {
        const before = await store.size();
        const stream = newStream('commitment');
        expect(await store.append(light(stream, 0, 2))).toEqual({
          status: 'ok',
          revision: 2,
          size: before + 2,
          firstIndex: before,
        });
        expect(await store.append(light(stream, 2))).toEqual({
          status: 'ok',
          revision: 3,
          size: before + 3,
          firstIndex: before + 2,
        });
        const entries = await store.readStream(stream);
        expect(entries.map(({ index, rev }) => [index, rev])).toEqual([
          [before, 1],
          [before + 1, 2],
          [before + 2, 3],
        ]);
        expect(await store.size()).toBe(before + 3);
      });

      it('reads a stream up to a revision or after one, and nothing of a stream that is not', async () => {
        const stream = newStream('commitment');
        await store.append(light(stream, 0, 3));
        expect((await store.readStream(stream, 2)).map(({ rev }) => rev)).toEqual([1, 2]);
        expect((await store.readStream(stream, undefined, 1)).map(({ rev }) => rev)).toEqual([2, 3]);
        expect((await store.readStream(stream, 2, 1)).map(({ rev }) => rev)).toEqual([2]);
        expect(await store.readStream(stream, undefined, 3)).toEqual([]);
        expect(await store.readStream(newStream('commitment'))).toEqual([]);
      });

      it('reads streams together, in the order of the log and up to a size', async () => {
        const [one, other] = [newStream('commitment'), newStream('commitment')];
        const before = await store.size();
        await store.append(light(one, 0, 2));
        await store.append(light(other, 0));
        await store.append(light(newStream('commitment'), 0));
        await store.append(light(one, 2));
        const places = async (size: number): Promise<unknown[]> =>
          (await store.readLogged([other, one, newStream('commitment')], size)).map(({ index, stream, rev }) => [
            index - before,
            stream,
            rev,
          ]);
        const all = [
          [0, one, 1],
          [1, one, 2],
          [2, other, 1],
          [4, one, 3],
        ];
        expect(await places(before + 5)).toEqual(all);
        expect(await places(before + 4)).toEqual(all.slice(0, 3));
        expect(await store.readLogged([], before + 5)).toEqual([]);
      });

      it('loses and reorders nothing under 16 writers', async () => {
        const before = await store.size();
        const written: string[] = [];
        const writer = async (): Promise<void> => {
          const stream = newStream('commitment');
          for (let expected = 0; expected < 12;) {
            await randomDelay();
            const append = light(stream, expected, 1 + Math.floor(Math.random() * 3));
            const { revision, size } = ok(await store.append(append));
            expect(revision).toBe(expected + append.entries.length);
            expect(await store.size()).toBeGreaterThanOrEqual(size);
            written.push(...append.entries.map(({ id }) => id));
            expected = revision;
          }
        };
        await Promise.all(Array.from({ length: 16 }, writer));
        const all = await readFrom(before);
        expect(all.map(({ index }) => index)).toEqual(all.map((_, n) => before + n));
        expect(all.map(({ id }) => id).sort()).toEqual(written.sort());
        const last = new Map<string, number>();
        for (const { stream, rev } of all) {
          expect(rev).toBe((last.get(stream) ?? 0) + 1);
          last.set(stream, rev);
        }
      });

      it('a reader that follows the writers sees every entry once, in order', async () => {
        const before = await store.size();
        let writing = true;
        const reader = (async () => {
          const seen: number[] = [];
          for (;;) {
            const done = !writing;
            const some = await store.readAll(before + seen.length, 100);
            seen.push(...some.map(({ index }) => index));
            if (done && some.length === 0) return seen;
            await randomDelay();
          }
        })();
        try {
          await Promise.all(
            Array.from({ length: 60 }, async () => {
              await randomDelay();
              ok(await store.append(light(newStream('commitment'), 0)));
            }),
          );
        } finally {
          writing = false;
        }
        expect(await reader).toEqual(Array.from({ length: 60 }, (_, n) => before + n));
      });
    });

    describe('expectations', () => {
      it('exactly one of 20 appends with one expected revision wins', async () => {
        const stream = newStream('commitment');
        for (const expected of [0, 1]) {
          const results = await Promise.all(Array.from({ length: 20 }, () => store.append(light(stream, expected))));
          expect(results.filter(({ status }) => status === 'ok')).toHaveLength(1);
          expect(results.filter(({ status }) => status === 'conflict')).toHaveLength(19);
          expect(results).toContainEqual({ status: 'conflict', revision: expected + 1 });
        }
        expect(await store.readStream(stream)).toHaveLength(2);
      });

      it('refuses a revision behind or ahead, and a stream that should not exist', async () => {
        const stream = newStream('commitment');
        await store.append(light(stream, 0, 2));
        for (const expected of [0, 1, 3, 9])
          expect(await store.append(light(stream, expected))).toEqual({ status: 'conflict', revision: 2 });
        expect(await store.append(light(newStream('commitment'), 1))).toEqual({ status: 'conflict', revision: 0 });
      });

      it('a refused append leaves no gap for those beside it', async () => {
        const before = await store.size();
        const taken = newStream('commitment');
        ok(await store.append(light(taken, 0)));
        const results = await Promise.all(
          Array.from({ length: 30 }, (_, n) =>
            store.append(n % 3 === 0 ? light(taken, 0) : light(newStream('commitment'), 0, 2)),
          ),
        );
        const indices = results.flatMap((result) => (result.status === 'ok' ? [result.firstIndex] : []));
        expect(indices.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => before + 1 + 2 * n));
        expect(await store.size()).toBe(before + 41);
        for (const result of results)
          if (result.status === 'ok') {
            const [first, second] = await store.readAll(result.firstIndex, 2);
            expect(second!.stream).toBe(first!.stream);
          }
      });

      it('appends of one caller to one stream, not awaited, are in order', async () => {
        const stream = newStream('commitment');
        const results = await Promise.all([0, 1, 2, 3].map((expected) => store.append(light(stream, expected))));
        expect(results.map((result) => ok(result).revision)).toEqual([1, 2, 3, 4]);
      });

      it('refuses what would be wrong for ever', async () => {
        const stream = newStream('commitment');
        const good = light(stream, 0);
        const bad: Append[] = [
          { ...good, entries: [] },
          { ...good, expected: -1 },
          { ...good, stream: newStream('commitment') },
          { ...good, expected: 1 },
          { ...good, entries: [{ ...good.entries[0]!, type: 'commitment.started/1' }] },
          { ...good, entries: [{ ...good.entries[0]!, id: 'x' }] },
          {
            ...good,
            entries: [{ ...good.entries[0]!, bytes: Buffer.concat([Buffer.from([0xff]), good.entries[0]!.bytes]) }],
          },
        ];
        for (const append of bad) await expect(store.append(append)).rejects.toThrow(TypeError);
        expect(await store.readStream(stream)).toEqual([]);
      });
    });

    describe('idempotency', () => {
      it('the same ids again are a duplicate with what is stored, and write nothing', async () => {
        const stream = newStream('commitment');
        const ids = [uuidV7(), uuidV7()];
        const first = sealedAppend({ stream, expected: 0, events: [progress(), progress()], ids });
        const { size } = ok(await store.append(first));
        const again = sealedAppend({ stream, expected: 0, events: [progress(), progress()], ids });
        expect(again.entries[0]!.bytes.equals(first.entries[0]!.bytes)).toBe(false);
        const result = await store.append(again);
        expect(result).toEqual({ status: 'duplicate', stored: await store.readStream(stream) });
        expect(result.status === 'duplicate' && result.stored.map(({ bytes }) => bytes)).toEqual(
          first.entries.map(({ bytes }) => bytes),
        );
        expect(await store.size()).toBe(size);
      });

      it('is decided on the ids, not on the revision', async () => {
        const stream = newStream('commitment');
        const first = light(stream, 0);
        await store.append(first);
        await store.append(light(stream, 1));
        expect(await store.append(first)).toMatchObject({ status: 'duplicate' });
      });

      it('twenty tries of one append at once write it once', async () => {
        const stream = newStream('commitment');
        const ids = [uuidV7()];
        const results = await Promise.all(
          Array.from({ length: 20 }, () =>
            store.append(sealedAppend({ stream, expected: 0, events: [progress()], ids })),
          ),
        );
        expect(results.filter(({ status }) => status === 'ok')).toHaveLength(1);
        expect(results.filter(({ status }) => status === 'duplicate')).toHaveLength(19);
      });

      it('an id used in another stream or for another type is refused', async () => {
        const stream = newStream('contribution');
        const id = uuidV7();
        await store.append(sealedAppend({ stream, expected: 0, events: [admitted()], ids: [id] }));
        const before = await store.size();
        const elsewhere = sealedAppend({
          stream: newStream('contribution'),
          expected: 0,
          events: [admitted()],
          ids: [id],
        });
        expect(await store.append(elsewhere)).toEqual({ status: 'reusedId', id });
        const otherType = sealedAppend({ stream, expected: 0, events: [progress()], ids: [id] });
        expect(await store.append(otherType)).toEqual({ status: 'reusedId', id });
        expect(await store.size()).toBe(before);
      });

      it('two streams that ask for one id at the same moment: one gets it', async () => {
        const ids = [uuidV7()];
        const results = await Promise.all(
          [1, 2].map(() =>
            store.append(sealedAppend({ stream: newStream('commitment'), expected: 0, events: [progress()], ids })),
          ),
        );
        expect(results.map(({ status }) => status).sort()).toEqual(['ok', 'reusedId']);
      });

      it('some ids stored and some new are refused as a whole', async () => {
        const stream = newStream('commitment');
        const known = uuidV7();
        await store.append(sealedAppend({ stream, expected: 0, events: [progress()], ids: [known] }));
        const partial = sealedAppend({ stream, expected: 1, events: [progress(), progress()], ids: [uuidV7(), known] });
        expect(await store.append(partial)).toEqual({ status: 'reusedId', id: known });
        expect(await store.readStream(stream)).toHaveLength(1);
      });
    });

    describe('bytes', () => {
      it('keeps the entry exactly', async () => {
        const sealed = sealedAppend({
          stream: newStream('commitment'),
          expected: 0,
          events: [progress(), progress(), progress()],
        });
        const append = { ...sealed, entries: [...sealed.entries] };
        // Any text is kept: the spacing and the words of other writers too.
        const odd = append.entries[1]!.bytes.toString().replace('{', '{ "\u2028é\ud83d\ude42\\u0000":\n\t"\ufeff",');
        append.entries[1] = { ...append.entries[1]!, bytes: Buffer.from(odd) };
        ok(await store.append(append));
        const stored = await store.readStream(append.stream);
        expect(stored.map(({ bytes }) => bytes.toString('hex'))).toEqual(
          append.entries.map(({ bytes }) => bytes.toString('hex')),
        );
        expect(stored.map(({ id, type }) => [id, type])).toEqual(append.entries.map(({ id, type }) => [id, type]));
      });

      it('keeps the leaf hash that this process computes', async () => {
        if (!tested.leaf) return;
        const { firstIndex } = ok(await store.append(light(newStream('commitment'), 0, 3)));
        for (const { index, bytes } of await store.readAll(firstIndex, 3))
          expect(await tested.leaf(index)).toEqual(leafHash(bytes));
      });
    });

    describe('openings and keys', () => {
      const openedBy = async (append: Append): Promise<Record<string, string | null>> => {
        const openings = await vault.openings(append.entries.map(({ id }) => id));
        return Object.fromEntries(openings.map((opening) => [opening.path, contentOf(opening)?.json ?? null]));
      };

      it('are stored with the entry and open every field', async () => {
        const append = deposit(newPerson());
        ok(await store.append(append));
        const stored = await vault.openings([append.entries[0]!.id]);
        const sent = append.entries[0]!.openings;
        expect(stored).toHaveLength(sent.length);
        for (const { path, commitment, content, audience, subject } of sent)
          expect(stored.find((one) => one.path === path)).toEqual({
            eventId: append.entries[0]!.id,
            path,
            commitment,
            content,
            audience,
            subject,
            key: subject === null ? null : append.mint!.key,
          });
        expect(await openedBy(append)).toMatchObject({
          '/author': '"Jeanne Martin"',
          '/place': 'null',
          '/actor/account': '"account-1"',
        });
      });

      it('of a refused append are not kept, nor is its key', async () => {
        const person = newPerson();
        const stream = newStream('contribution');
        await store.append(sealedAppend({ stream, expected: 0, events: [admitted()] }));
        const refused = deposit(person, true, stream);
        expect(await store.append(refused)).toMatchObject({ status: 'conflict' });
        expect(await vault.openings([refused.entries[0]!.id])).toEqual([]);
        expect(await vault.keyOf(person.id)).toEqual({ state: 'none' });
      });

      it('a second try with other salts neither overwrites nor loses the true ones', async () => {
        const person = newPerson();
        const first = deposit(person);
        ok(await store.append(first));
        const before = await vault.openings([first.entries[0]!.id]);
        const again = sealedAppend({
          stream: first.stream,
          expected: 0,
          events: [recorded()],
          person: newPerson(),
          mint: true,
          ids: [first.entries[0]!.id],
        });
        expect(await store.append(again)).toMatchObject({ status: 'duplicate' });
        expect(await vault.openings([first.entries[0]!.id])).toEqual(before);
        expect(await vault.keyOf(again.mint!.subject)).toEqual({ state: 'none' });
        expect(await openedBy(first)).toMatchObject({ '/author': '"Jeanne Martin"' });
      });

      it('a key is minted once; who minted another at the same moment tries again with the first', async () => {
        const person = newPerson();
        const rival = { id: person.id, key: newPerson().key };
        const results = await Promise.all([store.append(deposit(person)), store.append(deposit(rival))]);
        expect(results.map(({ status }) => status)).toEqual(['ok', 'conflict']);
        expect(await vault.keyOf(person.id)).toEqual({ state: 'active', key: person.key });
        const later = deposit(person, false);
        ok(await store.append(later));
        expect(await openedBy(later)).toMatchObject({ '/author': '"Jeanne Martin"' });
      });

      it('words under a key that was never minted are refused', async () => {
        const append = deposit(newPerson(), false);
        await expect(store.append(append)).rejects.toThrow('has no key');
        expect(await store.readStream(append.stream)).toEqual([]);
      });

      it('an erased subject is refused for ever, and what was kept opens no more', async () => {
        const person = newPerson();
        const append = deposit(person);
        ok(await store.append(append));
        await vault.eraseKey(person.id);
        await vault.eraseKey(person.id);
        expect(await vault.keyOf(person.id)).toEqual({ state: 'erased' });
        expect(await openedBy(append)).toMatchObject({ '/author': null, '/actor/account': '"account-1"' });
        expect(await store.append(deposit(person))).toEqual({ status: 'erased', subject: person.id });
        expect(await store.append(deposit(person, false))).toEqual({ status: 'erased', subject: person.id });
        expect(await store.append(append)).toMatchObject({ status: 'duplicate' });
      });

      it('the fence stands for a subject that never had a key', async () => {
        const person = newPerson();
        await vault.eraseKey(person.id);
        expect(await store.append(deposit(person))).toEqual({ status: 'erased', subject: person.id });
      });

      it('erases one field, leaves its tombstone and the other fields', async () => {
        const append = deposit(newPerson());
        const { id, openings } = append.entries[0]!;
        ok(await store.append(append));
        const fields = ['/title', '/actor/account', '/place'].map((path) => ({ event: id, path }));
        await vault.eraseOpenings([...fields, { event: uuidV7(), path: '/title' }, { event: id, path: '/nothing' }]);
        await vault.eraseOpenings(fields);
        await vault.eraseOpenings([]);
        const left = await vault.openings([id]);
        expect(
          left.map(({ path, commitment, audience, subject }) => ({ path, commitment, audience, subject })),
        ).toEqual(openings.map(({ path, commitment, audience, subject }) => ({ path, commitment, audience, subject })));
        for (const { path, content } of left)
          if (fields.some((field) => field.path === path)) expect(content).toBeNull();
          else expect(content).toEqual(openings.find((one) => one.path === path)!.content);
      });

      it('knows the last event that changed a stream’s visibility', async () => {
        const stream = newStream('contribution');
        const other = newStream('commitment');
        await store.append(sealedAppend({ stream, expected: 0, events: [admitted()] }));
        await store.append(light(other, 0));
        expect(await vault.latestVisibility([stream, other])).toEqual(new Map([[stream, 'opens']]));
        expect(await vault.everOpened([stream, other])).toEqual(new Set([stream]));
        const closing = sealedAppend({ stream, expected: 1, events: [admitted()] });
        await store.append({
          ...closing,
          entries: closing.entries.map((entry) => ({ ...entry, visibility: 'closes' as const })),
        });
        expect(await vault.latestVisibility([stream])).toEqual(new Map([[stream, 'closes']]));
        expect(await vault.everOpened([stream, other])).toEqual(new Set([stream]));
      });

      it('finds what withholds and restores passages, which neither opens nor closes the stream', async () => {
        const [stream, other] = [newStream('contribution'), newStream('contribution')];
        const marked = async (expected: number, visibility: 'withholds' | 'restores'): Promise<string> => {
          const append = sealedAppend({ stream, expected, events: [progress()] });
          ok(await store.append({ ...append, entries: append.entries.map((entry) => ({ ...entry, visibility })) }));
          return append.entries[0]!.id;
        };
        await store.append(sealedAppend({ stream, expected: 0, events: [admitted()] }));
        await store.append(sealedAppend({ stream: other, expected: 0, events: [admitted()] }));
        const ids = [await marked(1, 'withholds'), await marked(2, 'restores'), await marked(3, 'withholds')];
        const found = await vault.withholdings([other, stream, newStream('contribution')]);
        expect(found.map(({ id }) => id)).toEqual(ids);
        expect(found).toEqual((await store.readStream(stream)).slice(1));
        expect(await vault.latestVisibility([stream])).toEqual(new Map([[stream, 'opens']]));
      });
    });

    describe('subscription', () => {
      const follow = async (after: number, until: number, signal?: AbortSignal): Promise<number[]> => {
        const stop = new AbortController();
        const indices: number[] = [];
        for await (const { entries, size } of store.subscribe(after, signal ?? stop.signal)) {
          indices.push(...entries.map(({ index }) => index));
          expect(size).toBe(after + indices.length);
          if (size >= until) stop.abort();
        }
        return indices;
      };

      it('yields what is there, then what comes, without gap or repetition', async () => {
        const before = await store.size();
        await store.append(light(newStream('commitment'), 0, 5));
        const following = [follow(before, before + 65), follow(before + 3, before + 65)];
        await Promise.all(
          Array.from({ length: 30 }, async () => {
            await randomDelay();
            ok(await store.append(light(newStream('commitment'), 0, 2)));
          }),
        );
        const [first, second] = await Promise.all(following);
        expect(first).toEqual(Array.from({ length: 65 }, (_, n) => before + n));
        expect(second).toEqual(first!.slice(3));
      });

      it('is woken soon after an append', async () => {
        const before = await store.size();
        const stop = new AbortController();
        const batches = store.subscribe(before, stop.signal)[Symbol.asyncIterator]();
        const next: Promise<IteratorResult<Batch>> = batches.next();
        await sleep(300);
        const started = performance.now();
        await store.append(light(newStream('commitment'), 0));
        expect((await next).value).toMatchObject({ size: before + 1 });
        expect(performance.now() - started).toBeLessThan(500);
        stop.abort();
        expect((await batches.next()).done).toBe(true);
      });

      it('stops while it waits', async () => {
        const stop = new AbortController();
        const following = follow(await store.size(), Infinity, stop.signal);
        await sleep(50);
        stop.abort();
        expect(await following).toEqual([]);
      });
    });

    describe('back-pressure', () => {
      it('refuses what does not fit in its queue, writes nothing of it, and goes on', async () => {
        const narrow = await makeStore({ longestQueue: 10 });
        try {
          const appends = Array.from({ length: 40 }, () => light(newStream('commitment'), 0));
          const outcomes = await Promise.allSettled(appends.map((append) => narrow.store.append(append)));
          for (const [n, outcome] of outcomes.entries()) {
            const stored = await narrow.store.readStream(appends[n]!.stream);
            if (outcome.status === 'fulfilled') expect(stored).toHaveLength(1);
            else {
              expect(outcome.reason).toBeInstanceOf(StoreBusy);
              expect(stored).toEqual([]);
            }
          }
          expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
          ok(await narrow.store.append(light(newStream('commitment'), 0)));
        } finally {
          await narrow.close();
        }
      });
    });
  });
}
