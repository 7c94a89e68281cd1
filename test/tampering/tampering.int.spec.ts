import { readFileSync } from 'node:fs';
import { MirrorStopped } from '@fil/log/mirror/mirror-stopped';
import { checkForkFile } from '../../apps/verifier/checks/check-fork-file';
import { faults, TamperedLog } from './tampered-log';

const FIRST = 300;
const ALL = 320;

let register: TamperedLog;
/** Of the first 300 entries, kept by somebody; its holder has a copy of them too. */
let kept: string;
beforeEach(async () => {
  register = await TamperedLog.begin();
  kept = await register.record(FIRST - 1);
  await register.mirror('early');
  await register.record(ALL - FIRST);
});
afterEach(() => register.end());

const tamper = (statement: string): Promise<void> => register.log.tamper(statement);

async function stopped(name: string): Promise<MirrorStopped> {
  const error: unknown = await register.mirror(name).then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(MirrorStopped);
  return error as MirrorStopped;
}

const moved = (from: string, by: number): string =>
  `UPDATE log.event SET idx = idx + 1000000 WHERE ${from};
   UPDATE log.event SET idx = idx - 1000000 + ${by} WHERE idx >= 1000000`;

interface Attack {
  readonly name: string;
  readonly statement: string;
  /** What the verifier says of the entries as they are shown. */
  readonly said: RegExp;
}

const flipped = (index: number): string =>
  `UPDATE log.event SET entry = set_byte(entry, 20, get_byte(entry, 20) # 1) WHERE idx = ${index}`;
const swapped = (a: number, b: number): string =>
  `UPDATE log.event SET idx = 1000000 WHERE idx = ${a}; UPDATE log.event SET idx = ${a} WHERE idx = ${b};
   UPDATE log.event SET idx = ${b} WHERE idx = 1000000`;
const dated = (index: number): string =>
  `UPDATE log.event SET entry = convert_to(regexp_replace(convert_from(entry, 'UTF8'), '"at":"....', '"at":"2001'), 'UTF8')
   WHERE idx = ${index}`;

const ATTACKS: readonly Attack[] = [
  { name: 'a byte of an entry', statement: flipped(17), said: /^Entry no\. 17 .* bytes have changed/ },
  { name: 'two entries swapped', statement: swapped(5, 9), said: /^Entries no\. 5 and no\. 9 have been swapped/ },
  {
    name: 'an entry deleted, those behind it moved up',
    statement: `DELETE FROM log.event WHERE idx = 7; ${moved('idx > 7', -1)}`,
    said: /^Entry no\. 7 has been taken out/,
  },
  {
    name: 'an entry deleted',
    statement: 'DELETE FROM log.event WHERE idx = 7',
    said: /tile\/entries\/000 has 255 whole entries instead of 256/,
  },
  { name: 'the time of an entry', statement: dated(18), said: /^Entry no\. 18 .* bytes have changed/ },
  {
    name: 'a byte of an entry that no full tile covers yet',
    statement: flipped(305),
    said: /something was changed between no\. 300 and no\. 319/,
  },
  {
    name: 'a hash of a tile',
    statement: 'UPDATE log.tile SET data = set_byte(data, 40, get_byte(data, 40) # 1) WHERE level = 0 AND n = 0',
    said: /^Hashes of level 0 are not those of the entries/,
  },
];

describe('what is changed in the database', () => {
  it('is nothing: all is right', async () => {
    await register.mirror('new');
    expect(faults(await register.check('new', kept))).toEqual([]);
    await register.mirror('early');
    expect(faults(await register.check('early', kept))).toEqual([]);
  }, 60_000);

  it.each(ATTACKS)(
    '$name: the mirror stops, and the verifier names it',
    async ({ statement, said }) => {
      await tamper(statement);
      const stop = await stopped('new');
      expect(['tile', 'bundle', 'unanswered']).toContain(stop.fault);
      expect(register.file('new', 'checkpoint')).toBeNull();
      expect(faults(await register.checkShown(kept))).toContainEqual(expect.stringMatching(said));
    },
    60_000,
  );
});

describe('what is changed and signed anew, with all hashes rebuilt', () => {
  it.each([
    { name: 'a byte of an entry', statement: flipped(17) },
    { name: 'two entries swapped', statement: swapped(5, 9) },
    {
      name: 'an entry deleted',
      statement: `DELETE FROM log.event WHERE idx = 7; ${moved('idx > 7', -1)}; UPDATE log.head SET size = ${ALL - 1}`,
    },
    { name: 'the time of an entry', statement: dated(18) },
  ])(
    '$name: is misconduct, proved by a checkpoint that was kept',
    async ({ statement }) => {
      await tamper(statement);
      await register.rebuild();

      // Whoever comes for the first time with nothing in hand sees a log that agrees with itself.
      await register.mirror('new');
      const verdict = await register.check('new', kept);
      expect(faults(verdict)).toContainEqual(
        expect.stringMatching(/something was changed between no\. 0 and no\. 299/),
      );
      expect(faults(verdict)).toContainEqual(expect.stringMatching(/has signed two histories/));
      expect(verdict.forks).toHaveLength(1);

      const stop = await stopped('early');
      expect(stop.fault).toBe('fork');
      const proof = checkForkFile(readFileSync(stop.evidence[0]!), register.policy);
      expect(proof.forks).toMatchObject([{ kind: 'fork', older: { size: FIRST } }]);
      // The copy that was right stays as it was.
      expect(register.file('early', 'checkpoint')!.toString()).toBe(kept);
      expect(faults(await register.check('early'))).toEqual([]);
    },
    60_000,
  );

  it('the time of an entry: also by the entries before it', async () => {
    await tamper(dated(18));
    await register.rebuild();
    await register.mirror('new');
    expect(faults(await register.check('new'))).toEqual([
      expect.stringMatching(/^Entry no\. 18 claims 1?\d .* 2001.*, although an entry before it claims/),
    ]);
  }, 60_000);

  it('what is changed behind the kept checkpoint alone is not seen with it, and is with a later one', async () => {
    const later = await register.record(1);
    await tamper(flipped(310));
    await register.rebuild();
    await register.mirror('new');
    const fork = expect.stringMatching(/has signed two histories/);
    expect(faults(await register.check('new', kept))).not.toContainEqual(fork);
    expect(faults(await register.check('new', later))).toContainEqual(fork);
  }, 60_000);
});

it('a witness cosigns the log as it grows, and refuses its second history', async () => {
  const witness = await register.startWitness();
  try {
    const cosigned = await register.askWitness(witness);
    expect(cosigned).toEqual({ trouble: null, size: ALL });
    await register.record(5);
    expect(await register.askWitness(witness)).toEqual({ trouble: null, size: ALL + 5 });
    await register.mirror('new');
    expect((await register.check('new')).head!.cosignatures).toHaveLength(1);

    await tamper(swapped(5, 9));
    await register.rebuild();
    expect(await register.askWitness(witness)).toEqual({ trouble: expect.stringContaining('422'), size: null });
    await register.record(5);
    expect(await register.askWitness(witness)).toEqual({ trouble: expect.stringContaining('422'), size: null });
    expect(witness.told).toContainEqual(expect.objectContaining({ kind: 'fork', size: ALL + 5 }));
    expect(witness.told).toContainEqual(expect.objectContaining({ kind: 'inconsistent', size: ALL + 10 }));
  } finally {
    await witness.stop();
  }
}, 60_000);

describe('an old dump that is put back', () => {
  it('is shown to be old, and a fork once it goes on', async () => {
    await register.mirror('late');
    const last = register.file('late', 'checkpoint')!.toString();
    await register.putBack(280);

    expect(await register.mirror('late')).toMatchObject({ from: ALL, checkpoint: { size: 280 } });
    await register.mirror('new');
    expect(faults(await register.check('new', kept, last))).toEqual([
      expect.stringMatching(/ends at 280 entries, but the register has signed 320 .* an old state is shown/),
    ]);

    await register.record(100);
    expect((await stopped('late')).fault).toBe('fork');
    await register.mirror('new');
    const verdict = await register.check('new', last);
    expect(faults(verdict)).toContainEqual(
      expect.stringMatching(/something was changed between no\. 280 and no\. 319/),
    );
    expect(verdict.forks).toHaveLength(1);
  }, 60_000);
});
