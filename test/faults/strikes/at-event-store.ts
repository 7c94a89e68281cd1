/** What can happen to EventStoreDB, and to those who record in it at the points between its steps. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStoreDbTestServer } from '../../eventstoredb-server/eventstoredb-test-server';
import type { AppendFault } from '../../eventstoredb-server/faults';
import { eventually } from '../../e2e/eventually';
import { depositIn } from '../../e2e/town';
import { Client, Troubles } from '../client';
import { Program } from '../program';
import type { Random } from '../random';
import type { Site } from '../site';
import type { Strike } from './strike';

const PATIENCE = 8_000;
/** Longer than it takes to come to the next step. */
const HELD = 4_000;
const LONGEST_AWAY = 10_000;
/** Everything else may be broken meanwhile. */
const LONGEST_REFUSAL = 120_000;

const struck = (what: string, reached: boolean): string => (reached ? what : `${what} (not reached in time)`);
const serverOf = ({ settings }: Site): EventStoreDbTestServer => settings.eventStore!;

async function killWebs(site: Site): Promise<void> {
  await Promise.all(site.webs.map((web) => web.kill()));
}
const websReady = (site: Site): Promise<unknown> => Promise.all(site.webs.map((web) => web.ready()));

/** The webs are broken by nobody else meanwhile. */
function withWebs<T>(site: Site, work: () => Promise<T>): Promise<T> {
  const next = (n: number): Promise<T> => {
    const web = site.webs[n];
    return web ? web.turns.take(() => next(n + 1)) : work();
  };
  return site.turnsAt.eventStore.take(() => next(0));
}

async function until(condition: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(3)) if (condition()) return true;
  return false;
}

/** Openings are kept, and the events are not, or only after the death of those who sent them. */
const betweenOpeningsAndAppend: Strike = {
  name: 'the webs die between openings and append',
  strike: (site, random) =>
    withWebs(site, async () => {
      const server = serverOf(site);
      const [now] = (await site.look<{ now: string }>('SELECT clock_timestamp()::text AS now')) ?? [];
      server.faults.delay.append = HELD;
      const reached =
        now !== undefined &&
        (await site.until('SELECT FROM vault.attempt WHERE made_at > $1::timestamptz', [now.now], PATIENCE));
      await killWebs(site);
      const lost = random.chance(0.5);
      if (lost) server.dropConnections();
      server.faults.delay.append = 0;
      await websReady(site);
      return struck(`the webs killed between openings and append${lost ? ', which did not arrive' : ''}`, reached);
    }),
};

const betweenAppendAndIntegration: Strike = {
  name: 'the webs die between append and integration',
  strike: (site) =>
    withWebs(site, async () => {
      const server = serverOf(site);
      server.faults.holdSubscriptions();
      const before = server.log.records.length;
      const reached = await until(() => server.log.records.length > before);
      await killWebs(site);
      server.faults.releaseSubscriptions();
      await websReady(site);
      return struck('the webs killed between append and integration', reached);
    }),
};

const betweenIntegrationAndAnswer: Strike = {
  name: 'the webs die between integration and answer',
  strike: (site) =>
    withWebs(site, async () => {
      const server = serverOf(site);
      server.faults.delay.answer = HELD;
      const before = server.log.records.length;
      const stored = await until(() => server.log.records.length > before);
      const id = server.log.records[before]?.id;
      const reached = stored && (await site.until('SELECT FROM log.event WHERE id = $1', [id], PATIENCE));
      await killWebs(site);
      server.faults.delay.answer = 0;
      await websReady(site);
      return struck('the webs killed between integration and answer', reached);
    }),
};

/** Somebody wrote into the event store by hand: the log stands still, says so, and goes on when the event is refused. */
const foreignEvent: Strike = {
  name: 'a foreign event',
  strike: (site, random, actor) =>
    site.turnsAt.eventStore.take(async () => {
      const id = randomUUID();
      const ours = random.chance(0.5);
      const stream = ours ? (await actor.erasure()).target : 'somebody-elses';
      const event = {
        id,
        type: 'noted',
        contentType: 'application/json',
        data: Buffer.from('{}'),
        metadata: Buffer.of(),
      };
      serverOf(site).log.append(stream, 'any', [event]);
      site.refused.push(id);
      await eventually(
        'the alarm',
        () => Promise.resolve(site.programs.some(({ said }) => said.includes(id))),
        LONGEST_REFUSAL,
      );
      await eventually('the refusal of the foreign event', () => refuse(site, id), LONGEST_REFUSAL);
      return `a foreign event in ${ours ? 'a stream of ours' : 'another stream'}, refused`;
    }),
};

/** As an operator does, again until it is done. */
async function refuse(site: Site, id: string): Promise<boolean> {
  const { product, evidence } = site.settings;
  const words = ['log', 'refuse', id, '--reason', 'Written by hand.'];
  const command = product.run('cli', words, site.environment, evidence.of('refuse'));
  await command.ended;
  const rows = await site.look('SELECT FROM log.passed_over WHERE event_id = $1', [id]);
  return rows !== null && rows.length > 0;
}

const SKEWED = `--require ${join(__dirname, 'skewed-clock.cjs')}`;
const WRONG = 300_000;

/** It records nothing, whoever else does. */
const wrongClock: Strike = {
  name: 'a writer whose clock is five minutes off',
  strike: async (site, random) => {
    const ahead = random.chance(0.5);
    const { product, evidence } = site.settings;
    const environment = { ...site.environment, NODE_OPTIONS: SKEWED, CLOCK_AHEAD: String(ahead ? WRONG : -WRONG) };
    const writer = await Program.start({
      product,
      name: 'web',
      label: 'web with a wrong clock',
      environment,
      evidence,
    });
    try {
      await writer.ready();
      const client = new Client([writer.url], site.token, new Troubles());
      for (let n = 0; n < 5; n++) {
        const answer = await client.once('contributions', depositIn(`consultation-${randomUUID()}`), randomUUID());
        if (answer && answer.status < 300) throw new Error(`a writer with a wrong clock recorded: ${answer.text}`);
      }
    } finally {
      await writer.kill();
    }
    return `a writer five minutes ${ahead ? 'ahead' : 'behind'}`;
  },
};

const away: Strike = {
  name: 'EventStoreDB is away',
  strike: (site, random) =>
    site.turnsAt.eventStore.take(async () => {
      const milliseconds = random.between(200, LONGEST_AWAY);
      await serverOf(site).goAway(milliseconds);
      return `EventStoreDB away for ${milliseconds} ms`;
    }),
};

const dropped: Strike = {
  name: 'connections to EventStoreDB are dropped',
  strike: (site, random) =>
    site.turnsAt.eventStore.take(async () => {
      const times = random.between(1, 4);
      for (let n = 0; n < times; n++) {
        await sleep(random.between(50, 800));
        serverOf(site).dropConnections();
      }
      return `connections to EventStoreDB dropped ${times} times`;
    }),
};

const FAULTS: readonly AppendFault[] = ['dropBefore', 'dropAfter', 'silence'];

const oddAppends: Strike = {
  name: 'appends that EventStoreDB loses or does not answer',
  strike: (site, random) =>
    site.turnsAt.eventStore.take(async () => {
      const faults = Array.from({ length: random.between(2, 5) }, () => random.one(FAULTS));
      serverOf(site).faults.ofNextAppends(...faults);
      await sleep(1_000);
      return `EventStoreDB and its next appends: ${faults.join(', ')}`;
    }),
};

const slow: Strike = {
  name: 'EventStoreDB is slow',
  strike: (site, random: Random) =>
    site.turnsAt.eventStore.take(async () => {
      const { faults } = serverOf(site);
      const milliseconds = random.between(20, 200);
      faults.delay = { append: milliseconds, answer: milliseconds, read: milliseconds, subscription: 0 };
      await sleep(2_000);
      faults.delay = { append: 0, answer: 0, read: 0, subscription: 0 };
      return `EventStoreDB slower by ${milliseconds} ms`;
    }),
};

export const NAMED_POINTS_OF_EVENT_STORE: readonly Strike[] = [
  betweenOpeningsAndAppend,
  foreignEvent,
  betweenAppendAndIntegration,
  betweenIntegrationAndAnswer,
  wrongClock,
  away,
];
export const ON_EVENT_STORE: readonly Strike[] = [dropped, oddAppends, slow];
