/** At the points where dying would hurt most, each reached for certain: somebody stands before a lock that is held here. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { subjectOf } from '@fil/record/deciding/subject-of';
import type { LoadingClient } from '../load';
import type { Program } from '../program';
import type { Site } from '../site';
import { arrive, CHECKPOINTS, CURSORS, HEAD, HeldLock, JOBS, nextEventOf, PUBLICATIONS, TREE } from './held-lock';
import type { Strike } from './strike';

const PATIENCE = 8_000;

const struck = (what: string, reached: boolean): string => (reached ? what : `${what} (not reached in time)`);

const kill = (victims: readonly Program[]): Promise<unknown> => Promise.all(victims.map((victim) => victim.kill()));

/** Kills them all at once; what they stood before comes too late. */
async function killBefore(victims: readonly Program[], lock: HeldLock): Promise<void> {
  await kill(victims);
  await arrive();
  await lock.drop();
  await lock.release();
}

const inTurn = <T>([first, ...others]: readonly Program[], work: () => Promise<T>): Promise<T> =>
  first ? first.turns.take(() => inTurn(others, work)) : work();

/** While nobody else breaks the victims or the database. @param work kills them; they are started again behind it */
const atLock = (site: Site, victims: readonly Program[], work: () => Promise<boolean>): Promise<boolean> =>
  inTurn(victims, async () => {
    const reached = await site.turnsAt.postgres.take(work);
    await Promise.all(victims.map((victim) => victim.ready()));
    return reached;
  });

/** The database goes on with it: it is recorded, and nobody was told. */
const whileItIsWritten: Strike = {
  name: 'a web dies while the database writes for it',
  strike: async (site, random) => {
    const victim = random.one(site.webs);
    const reached = await atLock(site, [victim], async () => {
      const lock = await HeldLock.take(site, HEAD);
      const awaited = lock !== null && (await lock.awaitedBy('log.append('));
      await victim.kill();
      await arrive();
      await lock?.release();
      return awaited;
    });
    return struck(`${victim.label} killed while the database wrote for it`, reached);
  },
};

/** Nothing of it is recorded. */
const databaseWhileItWrites: Strike = {
  name: 'PostgreSQL dies while it writes an append',
  strike: (site) =>
    site.turnsAt.postgres.take(async () => {
      const lock = await HeldLock.take(site, HEAD);
      const reached = lock !== null && (await lock.awaitedBy('log.append('));
      await site.settings.postgres.kill();
      await lock?.release();
      await site.settings.postgres.start();
      return struck('PostgreSQL killed while it wrote an append', reached);
    }),
};

const onRequest = (
  happening: 'sent' | 'acknowledged',
  what: string,
  victimsOf: (site: Site) => readonly Program[],
): Strike => ({
  name: what,
  strike: (site, random) => {
    const victim = random.one(victimsOf(site));
    return victim.turns.take(async () => {
      const late = AbortSignal.timeout(PATIENCE);
      const reached = await once(site.happenings, happening, { signal: late }).then(
        () => true,
        () => false,
      );
      await victim.kill();
      await victim.ready();
      return struck(`${victim.label}: ${what}`, reached);
    });
  },
});

const withRowsNotCommitted: Strike = {
  name: 'the projectors die with rows written and not committed',
  strike: async (site) => {
    const victims = [...site.named('projector'), ...site.named('standalone')];
    const reached = await atLock(site, victims, async () => {
      const lock = await HeldLock.take(site, CURSORS);
      const awaited = lock !== null && (await lock.awaitedBy('projection SET size'));
      if (lock) await killBefore(victims, lock);
      return awaited;
    });
    return struck('the projectors killed with rows written and not committed', reached);
  },
};

const workersOf = (site: Site): Program[] => [...site.named('worker'), ...site.named('standalone')];

/** An order of which all is done but its record. */
interface Unrecorded {
  readonly order: string;
  /** Holds the record back. */
  readonly record: HeldLock;
}

/** Null when it was not reached. */
async function erasedAndNotRecorded(site: Site, actor: LoadingClient): Promise<Unrecorded | null> {
  // Nobody can take it up before the next step is held.
  const jobs = await HeldLock.take(site, JOBS);
  const { target, order } = await actor.erasure();
  const record = await HeldLock.take(site, nextEventOf(order, 2));
  await jobs?.release();
  const gone = `SELECT FROM keys.subject_key WHERE subject = $1 AND state = 'erased'`;
  if (record && (await site.until(gone, [subjectOf(target)], PATIENCE)) && (await record.awaitedBy('log.append(')))
    return { order, record };
  await record?.release();
  return null;
}

/** Words destroyed, and nothing says so yet. */
const erasedNotRecorded: Strike = {
  name: 'the workers die between an erasure and its record',
  strike: async (site, _, actor) => {
    const victims = workersOf(site);
    const reached = await atLock(site, victims, async () => {
      const unrecorded = await erasedAndNotRecorded(site, actor);
      if (unrecorded) await killBefore(victims, unrecorded.record);
      return unrecorded !== null;
    });
    return struck('the workers killed between an erasure and its record', reached);
  },
};

/** Recorded, and the job still says that it is to be done. */
const recordedNotNoted: Strike = {
  name: 'the workers die between the record of an erasure and the note that it is done',
  strike: async (site, _, actor) => {
    const victims = workersOf(site);
    const reached = await atLock(site, victims, async () => {
      const unrecorded = await erasedAndNotRecorded(site, actor);
      const note = unrecorded && (await HeldLock.take(site, JOBS));
      await unrecorded?.record.release();
      const awaited =
        note !== null &&
        (await site.until(`SELECT FROM log.event WHERE stream = $1 AND rev = 2`, [unrecorded?.order])) &&
        (await note.awaitedBy('done_at = '));
      if (note) await killBefore(victims, note);
      return awaited;
    });
    return struck('the workers killed between the record of an erasure and the note that it is done', reached);
  },
};

/** What is in Redis of it is lost. */
const handedOver: Strike = {
  name: 'Redis is flushed when it has just been handed a job',
  strike: (site) =>
    site.turnsAt.redis.take(async () => {
      const reached = await site.until(
        'SELECT FROM processes.job WHERE handed_until > clock_timestamp()',
        [],
        PATIENCE,
      );
      await site.settings.redis!.flush();
      return struck('Redis flushed when it had been handed a job', reached);
    }),
};

const inHand: Strike = {
  name: 'the workers die with jobs in hand',
  strike: (site) => {
    const victims = workersOf(site);
    return inTurn(victims, async () => {
      const reached = await site.until(
        'SELECT FROM processes.job WHERE locked_until > clock_timestamp()',
        [],
        PATIENCE,
      );
      await kill(victims);
      await sleep(50);
      await Promise.all(victims.map((victim) => victim.ready()));
      return struck('the workers killed with jobs in hand', reached);
    });
  },
};

const STEPS_OF_A_CHECKPOINT = [
  { before: 'the tree has grown', lock: TREE, statement: 'log.add_tiles(' },
  { before: 'a signed checkpoint is kept', lock: CHECKPOINTS, statement: 'log.keep_checkpoint(' },
  { before: 'a locked checkpoint is published', lock: PUBLICATIONS, statement: 'log.publish_checkpoint(' },
] as const;

/** What was sent with the last breath arrives, or does not. */
const betweenStepsOfACheckpoint: Strike = {
  name: 'the workers die between two steps of a checkpoint',
  strike: async (site, random) => {
    const victims = workersOf(site);
    const { before, lock: statement, statement: step } = random.one(STEPS_OF_A_CHECKPOINT);
    const arrives = random.chance(0.5);
    const reached = await atLock(site, victims, async () => {
      const lock = await HeldLock.take(site, statement);
      const awaited = lock !== null && (await lock.awaitedBy(step));
      if (lock && !arrives) await killBefore(victims, lock);
      else {
        await kill(victims);
        await arrive();
        await lock?.release();
      }
      return awaited;
    });
    return struck(`the workers killed before ${before}${arrives ? ', which arrives' : ''}`, reached);
  },
};

export const NAMED_POINTS: readonly Strike[] = [
  whileItIsWritten,
  recordedNotNoted,
  databaseWhileItWrites,
  erasedNotRecorded,
  withRowsNotCommitted,
  betweenStepsOfACheckpoint,
  inHand,
  onRequest('sent', 'killed with a request on its way', (site) => site.webs),
];
export const NAMED_POINTS_OF_SERVICES: readonly Strike[] = [
  handedOver,
  onRequest('acknowledged', 'killed when something was acknowledged', (site) => [
    ...site.named('projector'),
    ...site.named('worker'),
  ]),
];
