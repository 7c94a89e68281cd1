import { eventually } from '../../../test/e2e/eventually';
import { admission, counting, deposit, newContribution } from '../../../test/register/counting';
import { TestRegister } from '../../../test/register/test-register';
import { dropVersion, heldVersions } from './versions';

const LONG = 60_000;

describe('versions of projections', () => {
  let register: TestRegister;
  beforeEach(async () => {
    register = await TestRegister.open();
  });
  afterEach(() => register.close());

  const [old, raised] = [counting('kept'), { ...counting('kept'), version: 2 }];
  const readersOf = async (version: number): Promise<number> =>
    (await heldVersions(register.pool)).find((held) => held.version === version)!.readers;

  it('are listed with what stands on them', async () => {
    for (const projection of [old, raised]) await register.runner([projection]).prepare();
    await register.append(newContribution(), [deposit(), admission()], { person: 'someone' });
    await register.rebuild(raised);
    expect(await heldVersions(register.pool)).toEqual([
      {
        name: 'kept',
        version: 2,
        size: 2,
        halted: null,
        rebuiltAt: expect.any(Date),
        bytes: expect.any(Number),
        readers: 0,
        copied: null,
      },
      {
        name: 'kept',
        version: 1,
        size: 0,
        halted: null,
        rebuiltAt: null,
        bytes: expect.any(Number),
        readers: 0,
        copied: null,
      },
    ]);
  });

  it(
    'are not dropped while a process reads them, though its connection was lost',
    async () => {
      await register.runner([old]).prepare();
      await register.readYourWrites.announce([old]);
      expect(await readersOf(1)).toBe(1);
      expect(await dropVersion(register.pool, old)).toBe(false);
      const owner = await register.ownerClient();
      await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_advisory_lock_shared%'
                         AND datname = current_database() AND pid <> pg_backend_pid()`);
      await owner.end();
      await eventually('the process saying it again', async () => (await readersOf(1)) === 1, LONG);
      expect(await dropVersion(register.pool, old)).toBe(false);
      await register.readYourWrites.close();
      await eventually('the version dropped', () => dropVersion(register.pool, old), LONG);
      expect(await heldVersions(register.pool)).toEqual([]);
    },
    LONG,
  );

  it('are no longer followed by a runner once they were dropped; the others are', async () => {
    const other = counting('other');
    const warnings: string[] = [];
    const runner = register.runner([old, other], { onWarning: (said) => warnings.push(said) });
    await runner.start();
    await dropVersion(register.pool, old);
    await register.append(newContribution(), [deposit(), admission()], { person: 'someone' });
    await eventually('the other at the head', async () => {
      const [held] = await heldVersions(register.pool);
      return held!.name === 'other' && held!.size === 2;
    });
    await runner.stop();
    expect(warnings).toEqual(['kept: version 1 was dropped; no longer followed']);
  });
});
