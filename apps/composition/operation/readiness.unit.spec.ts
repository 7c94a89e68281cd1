import type { SigningLook } from '@fil/log/checkpoints/signing-look';
import type { RegisterLook } from '@fil/log/health/register-look';
import { Readiness, type ReadinessSettings } from './readiness';

const JOBS = { due: 0, later: 0, held: 0, running: 0, failed: 0, dueSince: null };

/** A log of ten entries with one read model. */
const lookAt = (
  thread: Partial<RegisterLook['projections'][number]>,
  more: Partial<RegisterLook> = {},
): RegisterLook => ({
  size: 10,
  projections: [{ name: 'thread', version: 2, size: 10, lag: 0, haltedAt: null, ...thread }],
  processes: [],
  jobs: JOBS,
  ...more,
});

const readiness = (look: () => RegisterLook, more: Partial<ReadinessSettings> = {}): Readiness =>
  new Readiness({
    look: () => Promise.resolve(look()),
    integration: null,
    signing: () => Promise.resolve({ size: 10, integrated: 10, published: null, alarms: [], witnesses: [] }),
    reads: true,
    troubles: () => [],
    ...more,
  });

describe('readiness', () => {
  it('waits for the read models of this release, then no more', async () => {
    let size = 4;
    const ready = readiness(() => lookAt({ size }));
    expect(await ready.now()).toMatchObject({
      ready: false,
      missing: ['thread (version 2) has read 4 of 10 entries'],
    });
    size = 10;
    expect(await ready.now()).toMatchObject({ ready: true, missing: [] });
    size = 3;
    expect(await ready.now()).toMatchObject({ ready: true });
  });

  it('waits for one that was never made, and for one that halted before its first event', async () => {
    expect(await readiness(() => lookAt({ size: null })).now()).toMatchObject({ ready: false });
    expect(await readiness(() => lookAt({ size: 0, haltedAt: 0 })).now()).toMatchObject({ ready: false });
  });

  it('does not wait for one that has halted, and says that it has', async () => {
    expect(await readiness(() => lookAt({ size: 7, haltedAt: 7 })).now()).toMatchObject({
      ready: true,
      warnings: ['thread has halted: it cannot take event 7'],
    });
  });

  it('asks no read models of a program that reads none', async () => {
    expect(await readiness(() => lookAt({ size: 0 }), { reads: false }).now()).toMatchObject({ ready: true });
  });

  it('is over when the program is asked to stop', async () => {
    const ready = readiness(() => lookAt({}));
    ready.leave();
    expect(await ready.now()).toMatchObject({ ready: false, missing: ['it is being stopped'] });
  });

  it('ends with the database, and quotes nothing of what it said', async () => {
    const ready = readiness(() => {
      throw new Error('no such user "Jeanne"');
    });
    expect(await ready.now()).toEqual({
      ready: false,
      missing: ['the database does not answer: Error: no such user …'],
      warnings: [],
      look: null,
    });
  });

  it('warns of a log that is no longer signed', async () => {
    const published = { size: 9, at: new Date(Date.now() - 90_000) };
    const warned = async (signing: Partial<SigningLook>) =>
      (
        await readiness(() => lookAt({}), {
          signing: () =>
            Promise.resolve({ size: 10, integrated: 10, published, alarms: [], witnesses: [], ...signing }),
        }).now()
      ).warnings;
    expect(await warned({})).toEqual(['1 entries have waited for more than a minute to be signed (fil log status)']);
    expect(await warned({ size: 9 })).toEqual([]);
    const old = { size: 10, at: new Date(Date.now() - 7_200_000) };
    expect(await warned({ published: old })).toEqual(['no checkpoint was published for more than an hour and a half']);
    const alarms = [{ kind: 'behind', detail: 'it is older', raisedAt: new Date() }] as const;
    expect(await warned({ alarms })).toEqual(['nothing more is signed: it is older (fil log status)']);
  });

  it('warns of an event store that is away, of a log that stands still, of jobs that were given up', async () => {
    const jobs = { ...JOBS, failed: 2 };
    const integration = (halted: string | null) => () =>
      Promise.resolve({ caughtUpAt: new Date(Date.now() - 60_000), pending: 0, halted });
    const away = readiness(() => lookAt({}, { jobs }), { integration: integration(null) });
    expect((await away.now()).warnings).toEqual([
      '2 jobs were given up (fil jobs list)',
      'the log has not caught up with EventStoreDB for more than ten seconds',
    ]);
    const still = readiness(() => lookAt({}), { integration: integration('event 1') });
    expect((await still.now()).warnings).toEqual(['the log stands still: event 1 (fil log refuse)']);
  });
});
