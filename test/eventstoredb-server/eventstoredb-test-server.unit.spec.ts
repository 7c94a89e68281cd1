import {
  BACKWARDS,
  DeadlineExceededError,
  binaryEvent,
  END,
  EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  NotLeaderError,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  UnavailableError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { EventStoreDbTestCluster } from './eventstoredb-test-cluster';
import { EventStoreDbTestServer } from './eventstoredb-test-server';

const event = (id = randomUUID(), data = Buffer.from('entry')): ReturnType<typeof binaryEvent> =>
  binaryEvent({ id, type: 'thing.happened/1', data });

describe.each([true, false])('with batched appends: %s', (batchAppend) => {
  let server: EventStoreDbTestServer;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    server = await EventStoreDbTestServer.start({ batchAppend });
    client = EventStoreDBClient.connectionString(server.url);
  });
  afterEach(async () => {
    await client.dispose();
    server.stop();
  });

  it('answers expected revisions as EventStoreDB does', async () => {
    const first = await client.appendToStream('one', [event(), event()], { expectedRevision: NO_STREAM });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
    const next = await client.appendToStream('one', event(), { expectedRevision: 1n });
    expect(next.position!.commit > first.position!.commit + 1n).toBe(true);
    for (const [expectedRevision, actualVersion] of [
      [NO_STREAM, 2n],
      [0n, 2n],
      [7n, 2n],
    ] as const)
      await expect(client.appendToStream('one', event(), { expectedRevision })).rejects.toMatchObject({
        type: 'wrong-expected-version',
        actualVersion,
        expectedVersion: expectedRevision,
      });
    await expect(client.appendToStream('two', event(), { expectedRevision: STREAM_EXISTS })).rejects.toThrow(
      WrongExpectedVersionError,
    );
    await expect(client.appendToStream('two', event(), { expectedRevision: 0n })).rejects.toMatchObject({
      actualVersion: 'no_stream',
    });
  });

  it('takes the same ids at the same revision for a repetition, and only those', async () => {
    const [a, b] = [event(), event()];
    const first = await client.appendToStream('one', [a, b], { expectedRevision: NO_STREAM });
    await client.appendToStream('one', event(), { expectedRevision: 1n });
    expect(await client.appendToStream('one', [a, b], { expectedRevision: NO_STREAM })).toEqual(first);
    expect(await client.appendToStream('one', b, { expectedRevision: 0n })).toEqual(first);
    await expect(client.appendToStream('one', [b, a], { expectedRevision: NO_STREAM })).rejects.toThrow(
      WrongExpectedVersionError,
    );
    expect(server.log.stream('one')).toHaveLength(3);
  });

  it('refuses an append that is too large, and a stream that was deleted for ever', async () => {
    const large = event(undefined, Buffer.alloc(1_048_577));
    await expect(client.appendToStream('one', large)).rejects.toThrow(MaxAppendSizeExceededError);
    await client.appendToStream('one', event());
    server.log.tombstone('one');
    await expect(client.appendToStream('one', event())).rejects.toThrow(StreamDeletedError);
  });

  it('forgets a batched append after the instant that it bears, by its own clock', async () => {
    server.faults.clockAhead = 20_000;
    const late = client.appendToStream('one', event(), { deadline: 10_000 });
    if (batchAppend) await expect(late).rejects.toThrow(DeadlineExceededError);
    else expect(await late).toMatchObject({ success: true });
  });

  it('names the leader when it is not', async () => {
    server.faults.ofNextAppends('notLeader');
    await expect(client.appendToStream('one', event())).rejects.toThrow(NotLeaderError);
    expect(await client.appendToStream('one', event())).toMatchObject({ success: true });
  });

  it('reads streams and all, forwards and backwards', async () => {
    server.log.system();
    await client.appendToStream('one', [event(), jsonEvent({ type: 'noted', data: { a: 1 } }), event()]);
    await client.appendToStream('two', event());
    const read = async (
      answer: AsyncIterable<{ event?: { revision: bigint; streamId: string } }>,
    ): Promise<string[]> => {
      const found: string[] = [];
      for await (const { event: one } of answer) found.push(`${one!.streamId}@${one!.revision}`);
      return found;
    };
    expect(await read(client.readStream('one', { fromRevision: 1n }))).toEqual(['one@1', 'one@2']);
    expect(await read(client.readStream('one', { fromRevision: 9n }))).toEqual([]);
    expect(await read(client.readStream('one', { direction: BACKWARDS, fromRevision: END, maxCount: 2 }))).toEqual([
      'one@2',
      'one@1',
    ]);
    await expect(read(client.readStream('three'))).rejects.toThrow(StreamNotFoundError);
    const all = await read(client.readAll());
    expect(all.slice(1)).toEqual(['one@0', 'one@1', 'one@2', 'two@0']);
    expect(await read(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }))).toEqual(['two@0']);
    const { position } = server.log.records[2]!;
    const from = { commit: position, prepare: position };
    expect(await read(client.readAll({ fromPosition: from }))).toEqual(all.slice(2));
    expect(await read(client.readAll({ fromPosition: from, direction: BACKWARDS }))).toEqual(all.slice(0, 2).reverse());
  });

  it('subscribes after a position, with a filter, checkpoints and the word that it has caught up', async () => {
    for (let n = 0; n < 100; n++) server.log.system();
    await client.appendToStream('one', [event(), event()]);
    const { position } = server.log.records[100]!;
    const told: string[] = [];
    const subscription = client.subscribeToAll({
      filter: excludeSystemEvents({
        checkpointReached: (_, { commit, prepare }) => void told.push(prepare === commit ? 'checkpoint' : 'page'),
      }),
    });
    const live = new Promise<void>((resolve) => subscription.on('caughtUp', resolve));
    subscription.on('data', ({ event: one }) => void told.push(one!.streamId));
    await live;
    expect(told).toEqual(['page', 'page', 'page', 'one', 'one']);
    const after = client.subscribeToAll({
      fromPosition: { commit: position, prepare: position },
      filter: eventTypeFilter({ prefixes: ['thing.'] }),
    });
    const revisions: bigint[] = [];
    const second = new Promise<void>((resolve) =>
      after.on('data', ({ event: one }) => {
        revisions.push(one!.revision);
        if (revisions.length === 2) resolve();
      }),
    );
    await client.appendToStream('one', event());
    await second;
    expect(revisions).toEqual([1n, 2n]);
    await subscription.unsubscribe();
    await after.unsubscribe();
  });
});

describe('three nodes', () => {
  let cluster: EventStoreDbTestCluster;
  beforeEach(async () => {
    cluster = await EventStoreDbTestCluster.start();
  });
  afterEach(() => cluster.stop());

  it('tell a client who leads; a follower names the leader', async () => {
    const client = EventStoreDBClient.connectionString(cluster.url);
    await client.appendToStream('one', event(), { requiresLeader: true });
    const follower = cluster.nodes.find((node) => node !== cluster.leader)!;
    const other = EventStoreDBClient.connectionString(follower.url);
    await expect(other.appendToStream('one', event(), { requiresLeader: true })).rejects.toThrow(NotLeaderError);
    expect(await other.appendToStream('one', event(), { requiresLeader: true })).toMatchObject({ success: true });
    await Promise.all([client.dispose(), other.dispose()]);
  });

  it('have no leader for a while when it was killed, then another with the same log', async () => {
    const client = EventStoreDBClient.connectionString(cluster.nodes[1]!.url);
    await client.appendToStream('one', event());
    const choosing = cluster.killLeader(600);
    while (cluster.nodes[1]!.role.state !== 'electing') await new Promise((resolve) => setTimeout(resolve, 10));
    const read = async (): Promise<void> => {
      for await (const _ of client.readStream('one', { requiresLeader: true })) continue;
    };
    await expect(read()).rejects.toThrow(UnavailableError);
    const killed = await choosing;
    expect(killed).toBe(cluster.nodes[0]);
    expect(cluster.leader).not.toBe(killed);
    const again = EventStoreDBClient.connectionString(cluster.url);
    expect(await again.appendToStream('one', event(), { expectedRevision: 0n, requiresLeader: true })).toMatchObject({
      nextExpectedRevision: 1n,
    });
    await Promise.all([client.dispose(), again.dispose()]);
  });
});
