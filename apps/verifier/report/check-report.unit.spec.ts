import fc from 'fast-check';
import { canonicalJson } from '@fil/log/transparency/canonical-json';
import { signCheckpoint } from '@fil/log/transparency/checkpoint';
import { formatVkey, NOTE_KEY, noteSigner, signingKey } from '@fil/log/transparency/keys';
import { parsePolicy } from '@fil/log/transparency/policy';
import { rootAt } from '@fil/log/transparency/proofs';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { ReportDrawing } from '@fil/views/reports/report-drawing';
import { AccountingTown } from '../../../test/register/accounting-town';
import { MemoryMirror } from '../../../test/transparency/memory-mirror';
import { checkReport } from './check-report';

const key = signingKey('test.invalid', NOTE_KEY, Buffer.alloc(32, 3));
const policy = parsePolicy(`log ${formatVkey(key)}\nquorum none\n`);

const mirrorOf = (entries: readonly Buffer[]): Promise<MemoryMirror> =>
  new MemoryMirror().show(entries, async (tree, size) =>
    signCheckpoint({ origin: key.name, size, root: await rootAt(tree, size) }, [noteSigner(key)]),
  );

let entries: readonly Buffer[];
let id: string;
/** The full data, as the register gives them. */
let data: Buffer;
beforeAll(async () => {
  const town = await new AccountingTown().withSomethingSaid();
  const { scope, consultations, size } = await town.asRead();
  ({ stream: id } = await town.publish());
  if (scope !== 'consultations') throw new Error(scope);
  data = (await new ReportDrawing(town.store).draw({ scope: { kind: scope, consultations }, size })).bytes;
  entries = (await town.store.readAll(0, 1000)).map(({ bytes }) => bytes);
});

const check = async (wanted: Parameters<typeof checkReport>[1], those = entries) => {
  const { findings } = await checkReport(await mirrorOf(those), wanted, { policy });
  return findings
    .filter(({ check: name }) => name.startsWith('report'))
    .map(({ outcome, said }) => `${outcome} ${said.en}`);
};

describe('a published report', () => {
  it('is right by its id, and by its file', async () => {
    const place = entries.length - 1;
    const right = expect.stringMatching(new RegExp(`^passed The version published by entry no. ${place} says exactly`));
    expect(await check({ id })).toEqual([right]);
    expect(await check({ file: data })).toEqual([right]);
  });

  it('with another figure than the entries give: names it', async () => {
    const forged = entries.map((bytes) => Buffer.from(bytes.toString('utf8').replace('"received":1', '"received":9')));
    expect(await check({ id }, forged)).toEqual([
      expect.stringMatching(/^failed .*First difference, \/figures\/received: 9 published, 1 computed\.$/),
    ]);
  });

  it('whose file was changed: names the first figure that differs, and that nobody published it', async () => {
    const changed = JSON.parse(data.toString('utf8'));
    changed.chapters.answers.lines[0].channel = 'paper';
    expect(await check({ file: Buffer.from(canonicalJson(changed)) })).toEqual([
      expect.stringMatching(/^failed This file differs.* \/chapters\/answers\/lines\/0\/channel: "paper" published/),
      expect.stringMatching(/^failed No report .* has the hash of this file/),
    ]);
  });

  it('that nobody published is named', async () => {
    expect(await check({ id: 'report-0b6c1b2e-6f0e-4d2b-9f43-000000000001' })).toEqual([
      expect.stringMatching(/^failed No report/),
    ]);
  });

  it('is not computed from a copy that lacks an entry', async () => {
    const mirror = await mirrorOf(entries);
    const path = `tile/entries/000.p/${entries.length}`;
    mirror.files.set(path, mirror.files.get(path)!.subarray(0, 50));
    const { findings } = await checkReport(mirror, { file: data }, { policy });
    expect(findings.map(({ check: name }) => name)).toContain('reportNotDrawn');
  });

  it.each([
    ['"sensitivity":"public"', '"sensitivity":"publik"'],
    ['contribution.admitted/1', 'contribution.admitted/9'],
    ['"occurredOn":null', '"occurredOn":"soon"'],
  ])('is not computed from entries that are none: %s', async (right, wrong) => {
    const forged = entries.map((bytes) => Buffer.from(bytes.toString('utf8').replace(right, wrong)));
    expect(forged.some((bytes, n) => !bytes.equals(entries[n]!))).toBe(true);
    expect(await check({ file: data }, forged.slice(0, -1))).toEqual([
      expect.stringMatching(/^failed This file rests on/),
    ]);
  });

  it('reads any file, or says that it cannot', async () => {
    const mirror = await mirrorOf(entries);
    const whole = JSON.parse(data.toString('utf8'));
    const paths = [
      'format',
      'scope',
      'cut',
      'chapters',
      'chapters.onePage',
      'chapters.progress',
      'chapters.progress.since',
    ];
    const leaf = fc.oneof(fc.constant(null), fc.integer(), fc.string({ maxLength: 5 }));
    const anything = fc.oneof(
      leaf,
      fc.array(leaf, { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('kind', 'size', 'report'), leaf),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), anything, async (path, value) => {
        const changed = structuredClone(whole);
        const names = path.split('.');
        const last = names.pop()!;
        let at = changed;
        for (const name of names) at = at[name];
        at[last] = value;
        const file = Buffer.from(canonicalJson(changed));
        try {
          const { findings } = await checkReport(mirror, { file }, { policy });
          expect(findings.some(({ outcome }) => outcome === 'failed')).toBe(!file.equals(data));
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
        }
      }),
      { numRuns: 25 },
    );
  });
});
