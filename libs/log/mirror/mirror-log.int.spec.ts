import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServedLog } from '../../../test/transparency/served-log';
import { formatBundle } from '../transparency/bundles';
import { COSIGNATURE_KEY, formatVkey, NOTE_KEY, signingKey } from '../transparency/keys';
import { parsePolicy, type Policy } from '../transparency/policy';
import { openCheckpoint } from '../transparency/checkpoint';
import { HttpLog } from './log-client';
import { MirrorFolder } from './mirror-folder';
import { mirrorLog } from './mirror-log';
import { type MirrorFault, MirrorStopped } from './mirror-stopped';

const WITNESSES = [1, 2].map((n) => signingKey(`w${n}.example.org`, COSIGNATURE_KEY, Buffer.alloc(32, n)));

let home: string;
let log: ServedLog;
let policy: Policy;
const signal = new AbortController().signal;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'fil-mirror-'));
  log = await ServedLog.start();
  policy = policyOf(log);
});
afterEach(async () => {
  await log.stop();
  rmSync(home, { recursive: true });
});

const policyOf = ({ key }: ServedLog): Policy =>
  parsePolicy(
    [
      `log ${formatVkey(key)}`,
      ...WITNESSES.map((witness, n) => `witness w${n} ${formatVkey(witness)}`),
      'quorum none',
      '',
    ].join('\n'),
  );

const mirror = (from = log) =>
  mirrorLog({ folder: new MirrorFolder(home), log: new HttpLog(`${from.url}/`, signal), policy, signal });

/** What stopped it. */
async function stopped(from = log): Promise<{ fault: MirrorFault; evidence: readonly string[] }> {
  const error: unknown = await mirror(from).catch((caught: unknown) => caught);
  if (!(error instanceof MirrorStopped)) throw error;
  for (const path of error.evidence) expect(existsSync(path)).toBe(true);
  return error;
}

const grow = (entries: number, to = log): void =>
  to.append(...Array.from({ length: entries }, (_, n) => `entry ${to.entries.length + n}`));

const bytes = (path: string): Buffer => readFileSync(join(home, path));
const files = (): string[] =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1))
    .sort();
const everything = (): Record<string, string> =>
  Object.fromEntries(files().map((file) => [file, bytes(file).toString('base64')]));

describe('the copy of a log', () => {
  it('grows with it, keeps every checkpoint it has seen, and reads nothing twice', async () => {
    await log.publish(0);
    expect(await mirror()).toMatchObject({ from: 0, checkpoint: { size: 0 } });
    grow(300);
    await log.publish(200);
    await mirror();
    await log.publish(300);
    expect(await mirror()).toMatchObject({ from: 200, checkpoint: { size: 300 } });
    expect(files()).toEqual([
      'checkpoint',
      'checkpoints/0',
      'checkpoints/200',
      'checkpoints/300',
      'tile/0/000',
      'tile/0/001.p/44',
      'tile/1/000.p/1',
      'tile/entries/000',
      'tile/entries/001.p/44',
    ]);
    expect(bytes('tile/entries/001.p/44')).toEqual(formatBundle(log.entries.slice(256)));
    log.asked.length = 0;
    await mirror();
    expect(log.asked).toEqual(['checkpoint']);
    grow(256);
    await log.publish();
    await mirror();
    expect(log.asked).not.toContain('tile/entries/000');
    expect(files()).not.toContain('tile/entries/001.p/44');
  });

  it('has several levels, and goes on where it was interrupted', async () => {
    grow(66_000);
    await log.publish();
    let answers = 0;
    log.lie = () => (answers++ < 150 ? undefined : null);
    expect(await stopped()).toMatchObject({ fault: 'unanswered', evidence: [] });
    expect(files()).not.toContain('checkpoint');
    const before = files().filter((file) => file.startsWith('tile/entries/'));
    expect(before.length).toBeGreaterThan(20);
    log.lie = () => undefined;
    log.asked.length = 0;
    expect(await mirror()).toMatchObject({ from: 0, checkpoint: { size: 66_000 } });
    expect(log.asked.filter((path) => before.includes(path))).toEqual([]);
    expect(files().filter((file) => file.startsWith('tile/entries/'))).toHaveLength(258);
    expect(files()).toEqual(expect.arrayContaining(['tile/1/000', 'tile/1/001.p/1', 'tile/2/000.p/1']));
  });

  it('adds the witnesses that come later, and keeps when the first ones came', async () => {
    grow(3);
    await log.publish(3, WITNESSES.slice(0, 1), 1_000);
    await mirror();
    await log.publish(3, WITNESSES, 2_000);
    await mirror();
    const keys = [...policy.logs, ...policy.witnesses].map(({ key }) => key);
    const times = (path: string) => {
      const opened = openCheckpoint(bytes(path), keys);
      return opened.ok && opened.checkpoint.cosignatures.map(({ time }) => time);
    };
    expect([times('checkpoints/3'), times('checkpoint')]).toEqual([
      [1_000, 2_000],
      [2_000, 2_000],
    ]);
  });

  it('is told that the log shows an older state of the same history', async () => {
    grow(300);
    await log.publish(300);
    await mirror();
    await log.publish(100);
    expect(await mirror()).toMatchObject({ from: 300, checkpoint: { size: 100 } });
    expect(bytes('checkpoint').toString()).toContain('\n300\n');
  });
});

describe('what is not right', () => {
  it.each<[string, (path: string) => Buffer | undefined, MirrorFault]>([
    ['an entry', (path) => (path.startsWith('tile/entries/000') ? wrongBundle() : undefined), 'bundle'],
    ['a bundle cut off', (path) => (path === 'tile/entries/000' ? Buffer.from('00') : undefined), 'bundle'],
    ['a full tile', (path) => (path === 'tile/0/000' ? Buffer.alloc(8192, 1) : undefined), 'tile'],
    ['a partial tile', (path) => (path === 'tile/0/001.p/44' ? Buffer.alloc(44 * 32, 1) : undefined), 'tile'],
    ['a tile too short', (path) => (path === 'tile/1/000.p/1' ? Buffer.alloc(31) : undefined), 'tile'],
    ['too many bytes', (path) => (path === 'tile/0/000' ? Buffer.alloc(8193) : undefined), 'unanswered'],
    ['a note of nobody', (path) => (path === 'checkpoint' ? Buffer.from('x\n1\ny\n') : undefined), 'notSigned'],
  ])('is not written: %s', async (_, lie, fault) => {
    grow(300);
    await log.publish();
    log.lie = lie;
    const { evidence, ...error } = await stopped();
    expect(error.fault).toBe(fault);
    expect(evidence.length > 0).toBe(fault !== 'unanswered');
    const written = files().filter((file) => file.startsWith('tile/'));
    for (const file of written) expect(bytes(file)).toEqual(log.answer(file));
    log.lie = () => undefined;
    await mirror();
    expect(files()).toContain('checkpoint');
  });
  const wrongBundle = (): Buffer => formatBundle([Buffer.from('forged'), ...log.entries.slice(1, 256)]);

  it('is a log signed with another key', async () => {
    const other = await ServedLog.start(signingKey('log.example.org', NOTE_KEY, Buffer.alloc(32, 9)));
    await other.publish();
    expect((await stopped(other)).fault).toBe('notSigned');
    await other.stop();
  });

  it('is a file of the copy that was changed: both are kept', async () => {
    grow(300);
    await log.publish(300);
    await mirror();
    rmSync(join(home, 'checkpoint'));
    const forged = formatBundle([Buffer.from('forged'), ...log.entries.slice(1, 256)]);
    writeFileSync(join(home, 'tile/entries/000'), forged);
    const { fault, evidence } = await stopped();
    expect(fault).toBe('local');
    expect(readFileSync(evidence[0]!)).toEqual(formatBundle(log.entries.slice(0, 256)));
    expect(bytes('tile/entries/000')).toEqual(forged);
  });

  it('is the edge of the copy, changed: found when the log shows an older state', async () => {
    grow(300);
    await log.publish(300);
    await mirror();
    writeFileSync(join(home, 'tile/0/001.p/44'), Buffer.alloc(44 * 32, 1));
    await log.publish(100);
    expect((await stopped()).fault).toBe('local');
  });

  it.each([
    [300, 300],
    [300, 556],
    [300, 40],
  ])('is a second history: %i entries, then %i of another', async (first, second) => {
    grow(first);
    await log.publish();
    await mirror();
    const before = everything();
    const fork = await ServedLog.start();
    grow(17, fork);
    fork.append('another');
    grow(second - 18, fork);
    await fork.publish();
    const { fault, evidence } = await stopped(fork);
    expect(fault).toBe('fork');
    expect(everything()).toMatchObject(before);
    const proof = JSON.parse(readFileSync(evidence[0]!, 'utf8')) as { older: string; newer: string };
    expect([proof.older.split('\n')[1], proof.newer.split('\n')[1]].map(Number)).toEqual(
      [first, second].sort((a, b) => a - b),
    );
    await fork.stop();
  });
});
