import fc from 'fast-check';
import { formatBundle } from '@fil/log/transparency/bundles';
import { type Entry, entryBytes } from '@fil/log/transparency/entry';
import { formatVkey } from '@fil/log/transparency/keys';
import { parsePolicy } from '@fil/log/transparency/policy';
import { MemoryMirror, sampleEntries, sampleMirror } from '../../../test/transparency/memory-mirror';
import {
  instant,
  logKey,
  policy,
  POLICY_TEXT,
  sampleCheckpoint,
  sampleEntry,
  sampleTree,
} from '../../../test/transparency/sample-register';
import { hasFailed } from '../checks/finding';
import { checkMirror, type MirrorVerdict } from './check-mirror';

const SIZE = 600;
const KEPT = [1, 200, 256, 400, 599];
const entries = sampleEntries(SIZE);
const check = (mirror: MemoryMirror): Promise<MirrorVerdict> => checkMirror(mirror, { policy });
let whole: MemoryMirror;
beforeAll(async () => {
  whole = await sampleMirror(entries, KEPT);
});
const mirror = async (): Promise<MemoryMirror> => whole.copy();

const failures = ({ findings }: MirrorVerdict): string[] =>
  findings.filter(({ outcome }) => outcome === 'failed').map(({ said }) => said.en);
const failedChecks = ({ findings }: MirrorVerdict): string[] => [
  ...new Set(findings.filter(({ outcome }) => outcome === 'failed').map((finding) => finding.check)),
];

/** All entries, one of them changed. */
const changed = (n: number, change: (entry: Entry) => Entry): Buffer[] =>
  entries.with(n, entryBytes(change(sampleEntry(n))));

/** As a log that is honest about false entries: hashes and all states signed anew. */
const signedAnew = (those: readonly Buffer[]): Promise<MemoryMirror> => sampleMirror(those, [200, 400]);

describe('a mirror with nothing wrong', () => {
  it('is right, and says what was compared', async () => {
    const verdict = await check(await mirror());
    expect(failures(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ size: SIZE, read: SIZE, states: KEPT.length + 1, origin: sampleEntry(0).log });
    expect(verdict.findings.map(({ check: name }) => name)).toEqual([
      ...['signature', 'witnesses', 'entries', 'states', 'form', 'id', 'revision', 'time'],
    ]);
    expect(verdict.advice).toEqual([]);
  });

  it.each([0, 1, 255, 256, 257, 512])('is right at %i entries', async (size) => {
    expect(failures(await check(await sampleMirror(sampleEntries(size))))).toEqual([]);
  });

  it('is compared with itself without a trust file, and says so', async () => {
    const verdict = await checkMirror(await mirror(), { policy: null });
    expect(hasFailed(verdict)).toBe(false);
    expect(verdict.findings[0]).toMatchObject({ check: 'signature', outcome: 'caution' });
  });

  it('tells every entry with its place and hash', async () => {
    const seen: number[] = [];
    await checkMirror(await mirror(), { policy, visit: (entry, index) => seen.push(entry.rev * index) });
    expect(seen).toEqual(Array.from({ length: SIZE }, (_, n) => n));
  });
});

describe('entries that were changed, and nothing else', () => {
  it('names the entry of which one byte was changed', async () => {
    const tampered = await mirror();
    tampered.writeBundles(changed(300, (entry) => ({ ...entry, type: 'contribution.recordee/1' })));
    expect(failures(await check(tampered))).toContainEqual(
      'Entry no. 300 is no longer the one that was recorded: its bytes have changed.',
    );
  });

  it('names the entry of which the time was changed', async () => {
    const tampered = await mirror();
    tampered.writeBundles(changed(599, (entry) => ({ ...entry, at: instant(Date.parse(entry.at) / 1000 - 20) })));
    expect(failures(await check(tampered))).toContainEqual(
      'Entry no. 599 is no longer the one that was recorded: its bytes have changed.',
    );
  });

  it.each([
    [10, 11],
    [254, 255],
    [3, 590],
  ])('names the two that were swapped: %i and %i', async (a, b) => {
    const swapped = [...entries];
    [swapped[a], swapped[b]] = [swapped[b]!, swapped[a]!];
    const tampered = await mirror();
    tampered.writeBundles(swapped);
    expect(failures(await check(tampered))).toContainEqual(`Entries no. ${a} and no. ${b} have been swapped.`);
  });

  it.each([0, 17, 255, 256, 598, 599])('names the entry that was taken out: %i', async (n) => {
    const tampered = await mirror();
    tampered.writeBundles(entries.toSpliced(n, 1), SIZE);
    const said = failures(await check(tampered));
    expect(said).toContainEqual(`Entry no. ${n} has been taken out: those behind it have moved up one place.`);
    expect(said.filter((line) => line.includes('taken out'))).toHaveLength(1);
  });

  it.each([0, 255, 300, 511])('names the place at which an entry was put in: %i', async (n) => {
    const tampered = await mirror();
    tampered.writeBundles(entries.toSpliced(n, 0, sampleEntries(601)[600]!), SIZE);
    expect(failures(await check(tampered))).toContainEqual(
      `An entry has been put in at no. ${n}: those behind it have moved down one place.`,
    );
  });

  it('blames the hashes where the entries are those that were signed', async () => {
    const tampered = await mirror();
    const tile = Buffer.from(tampered.files.get('tile/0/001')!);
    tile[40]! ^= 1;
    tampered.files.set('tile/0/001', tile);
    const verdict = await check(tampered);
    expect(failedChecks(verdict)).toEqual(['tile']);
  });
});

describe('a history that was rewritten with all its hashes', () => {
  const forged = changed(300, (entry) => ({ ...entry, data: { number: 7 } }));

  it('names the range between the signed states, and proves the fork', async () => {
    const tampered = await new MemoryMirror().show(forged);
    for (const size of KEPT) await tampered.keep(entries, size);
    const verdict = await check(tampered);
    expect(failures(verdict)).toContainEqual(expect.stringContaining('between no. 256 and no. 399'));
    expect(failedChecks(verdict)).toEqual(['rewritten', 'fork']);
    expect(verdict.forks[0]).toMatchObject({ older: { size: 400 }, newer: { size: SIZE } });
    expect(verdict.advice[0]!.en).toContain('proof of misconduct');
  });

  it('is found without a signature of its own: the old state stays, the files are new', async () => {
    const tampered = await mirror();
    const rewritten = await new MemoryMirror().show(forged);
    for (const [path, bytes] of rewritten.files) if (path !== 'checkpoint') tampered.files.set(path, bytes);
    const verdict = await check(tampered);
    expect(failedChecks(verdict)).toEqual(['rewritten']);
    expect(failures(verdict)[0]).toContain('to what the register signed at 400 (checkpoints/400), nor to 2 more');
  });

  it('is found with a state from elsewhere, where the copy kept none', async () => {
    const tampered = await new MemoryMirror().show(forged);
    const elsewhere = (await mirror()).files.get('checkpoints/400')!.toString('utf8');
    const verdict = await checkMirror(tampered, { policy, given: [{ name: 'receipt', note: elsewhere }] });
    expect(failedChecks(verdict)).toEqual(['rewritten', 'fork']);
  });

  it('names two states that were signed at one size', async () => {
    const tampered = await mirror();
    await tampered.keep(forged, SIZE);
    const verdict = await check(tampered);
    expect(verdict.forks).toHaveLength(1);
    expect(verdict.forks[0]).toMatchObject({ older: { size: SIZE }, newer: { size: SIZE } });
  });
});

describe('a log that was cut, or an old dump', () => {
  it('is named by a state that was signed for more', async () => {
    const tampered = await sampleMirror(entries.slice(0, 500), [200]);
    await tampered.keep(entries, SIZE);
    expect(failures(await check(tampered))).toEqual([
      'This copy ends at 500 entries, but the register has signed 600 (checkpoints/600): the end was cut off, or an old state is shown.',
    ]);
  });

  it('is named by the file that is missing', async () => {
    const tampered = await mirror();
    tampered.files.delete('tile/entries/001');
    expect(failures(await check(tampered))).toContainEqual('tile/entries/001 is missing: the copy is incomplete.');
  });

  it('is named by a bundle that ends within an entry', async () => {
    const tampered = await mirror();
    const path = 'tile/entries/002.p/88';
    tampered.files.set(path, tampered.files.get(path)!.subarray(0, -3));
    expect(failures(await check(tampered))).toContainEqual(
      'tile/entries/002.p/88 has 87 whole entries instead of 88, and ends within another.',
    );
  });
});

describe('false entries that a log logged faithfully', () => {
  const expectOnly = async (those: readonly Buffer[], name: string, said: string): Promise<void> => {
    const verdict = await check(await signedAnew(those));
    expect(failedChecks(verdict)).toEqual([name]);
    expect(failures(verdict)[0]).toContain(said);
  };

  it('names one that is no entry', () => expectOnly(entries.with(9, Buffer.from('{"v": 1}')), 'form', 'Entry no. 9'));
  it('names one with the same key twice', () =>
    expectOnly(
      entries.with(9, Buffer.from(entries[9]!.toString('utf8').replace('"v":1', '"v":1,"v":1'))),
      'form',
      'canonical',
    ));
  it('names one of another register', () =>
    expectOnly(
      changed(9, (entry) => ({ ...entry, log: 'elsewhere.example/log' })),
      'origin',
      'elsewhere.example/log',
    ));
  it('names an id that is there twice', () =>
    expectOnly(
      changed(9, (entry) => ({ ...entry, id: sampleEntry(4).id })),
      'id',
      'entry no. 4',
    ));
  it('names a gap in the history of an object', () =>
    expectOnly(
      changed(9, (entry) => ({ ...entry, rev: 2 })),
      'revision',
      'number 2 of its object',
    ));
  it('names one that is back-dated', () =>
    expectOnly(
      changed(400, (entry) => ({ ...entry, at: instant(Date.parse(entry.at) / 1000 - 600) })),
      'time',
      'no. 400 is back-dated',
    ));
  it('names one that is post-dated', async () => {
    const those = changed(399, (entry) => ({ ...entry, at: instant(Date.parse(entry.at) / 1000 + 600) }));
    expect(failures(await check(await signedAnew(those)))).toContainEqual(
      expect.stringContaining('no. 399 is post-dated'),
    );
  });
  it('tells announced changes of keys, and which the trust file lacks', async () => {
    const announces = (n: number, type: string, publicKey: Buffer) =>
      changed(n, (entry) => ({ ...entry, type, data: { publicKey: publicKey.toString('hex') } }))[n]!;
    const other = Buffer.alloc(32, 1);
    const those = entries
      .with(9, announces(9, 'log.keyAdded/1', logKey.publicKey))
      .with(10, announces(10, 'log.keyAdded/1', other))
      .with(11, announces(11, 'log.keyRetired/1', logKey.publicKey))
      .with(12, announces(12, 'log.keyAdded/1', Buffer.of(1)));
    const { keyChanges, findings } = await check(await signedAnew(those));
    expect(keyChanges.map(({ index, change }) => `${index} ${change}`)).toEqual(['9 added', '10 added', '11 retired']);
    expect(keyChanges[0]!.vkey).toBe(formatVkey(logKey));
    expect(findings.slice(-3).map(({ outcome }) => outcome)).toEqual(['passed', 'caution', 'passed']);
  });
});

describe('signatures', () => {
  it('tells the last state that witnesses confirmed, where they have not come to the end', async () => {
    const tree = sampleTree(SIZE);
    const ahead = await mirror();
    ahead.files.set('checkpoint', Buffer.from(await sampleCheckpoint(tree, SIZE, 1)));
    const { findings } = await check(ahead);
    expect(findings[1]).toMatchObject({ check: 'witnesses', outcome: 'caution' });
    expect(findings[1]!.said.en).toContain('has 599 entries (checkpoints/599)');
    const never = await new MemoryMirror().show(entries, (of, size) => sampleCheckpoint(of, size, 0));
    expect(failedChecks(await check(never))).toEqual(['tooFewWitnesses']);
  });

  it('names a kept state with a false one, and does not believe it', async () => {
    const tampered = await mirror();
    const note = tampered.files.get('checkpoints/400')!.toString('utf8');
    tampered.files.set('checkpoints/400', Buffer.from(note.replace('\n400\n', '\n401\n')));
    const verdict = await check(tampered);
    expect(failedChecks(verdict)).toEqual(['signatureWrong']);
    expect(verdict.states).toBe(KEPT.length);
  });

  it('names a register that is not known', async () => {
    const other = parsePolicy(
      POLICY_TEXT.split('\n')
        .filter((line) => !line.startsWith('log '))
        .join('\n'),
    );
    expect(failedChecks(await checkMirror(await mirror(), { policy: other }))).toEqual(['unknownRegister']);
  });

  it('names a kept state that cannot be read', async () => {
    const tampered = await mirror();
    tampered.files.set('checkpoints/400', Buffer.from('nothing'));
    expect(failedChecks(await check(tampered))).toEqual(['stateUnreadable']);
  });

  it('reads nothing where the state cannot be read', async () => {
    const tampered = await mirror();
    tampered.files.set('checkpoint', Buffer.from([0xff, 0xfe]));
    expect(await check(tampered)).toMatchObject({ origin: null, read: 0 });
  });
});

it('survives any file, and never calls it right', async () => {
  const paths = [...whole.files.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.nat(),
      fc.oneof(fc.uint8Array({ maxLength: 80 }), fc.constant(null)),
      fc.boolean(),
      async (path, at, bytes, replace) => {
        const before = whole.files.get(path)!;
        const put = Buffer.from(bytes ?? []);
        const place = at % before.length;
        const after = replace
          ? put
          : Buffer.concat([before.subarray(0, place), put, before.subarray(place + put.length)]);
        fc.pre(!after.equals(before));
        const tampered = whole.copy();
        tampered.files.set(path, after);
        expect(hasFailed(await check(tampered))).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

it('counts the faults it does not tell one by one', async () => {
  const tampered = await mirror();
  tampered.files.set('tile/entries/000', formatBundle(Array.from({ length: 256 }, (_, n) => Buffer.from(`${n}`))));
  const said = failures(await check(tampered));
  expect(said.filter((line) => line.includes('no longer the one'))).toHaveLength(20);
  expect(said).toContainEqual('… and 236 more faults of this kind (entries).');
});
