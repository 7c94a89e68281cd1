import { AccountingTown } from '../../../test/register/accounting-town';
import { checkReport } from './check-report';

const altered = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('utf8').replace('"official"', '"agent"'));

describe('checking a published report', () => {
  it('finds it right on the log it was drawn from', async () => {
    const town = await new AccountingTown().withSomethingSaid();
    const { stream } = await town.publish();
    expect(await checkReport(town.store, stream)).toMatchObject([{ differs: [] }]);
  });

  it('says in what it differs once an entry was altered', async () => {
    const town = await new AccountingTown().withSomethingSaid();
    const { stream } = await town.publish();
    const readAll = town.store.readAll.bind(town.store);
    town.store.readAll = async (after, limit) =>
      (await readAll(after, limit)).map((entry) =>
        entry.index === 2 ? { ...entry, bytes: altered(entry.bytes) } : entry,
      );
    expect(await checkReport(town.store, stream)).toMatchObject([{ differs: ['root', 'dataSha256'] }]);
  });

  it('knows nothing of a report that nobody published', async () => {
    const town = await new AccountingTown().withSomethingSaid();
    expect(await checkReport(town.store, 'report-0b6c1b2e-6f0e-4d2b-9f43-000000000001')).toBeNull();
  });
});
