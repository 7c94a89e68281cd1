import { AccountingTown } from '../../../test/register/accounting-town';
import { drawReport } from './drawn-report';
import { rootDiffers } from './figures-as-drawn';

it('the first report of a scope is refused too when the log no longer has a root that another report stated', async () => {
  const town = await new AccountingTown().withSomethingSaid();
  await town.publish();
  const size = await town.store.size();
  const first = () => drawReport(town.decisions, { kind: 'register' }, size);
  const drawn = await first();
  expect([drawn.previous, rootDiffers(drawn, undefined)]).toEqual([null, null]);
  const readAll = town.store.readAll.bind(town.store);
  const altered = Buffer.from((await readAll(0, 1))[0]!.bytes.toString('utf8').replace('"official"', '"agent"'));
  town.store.readAll = async (after, limit) =>
    (await readAll(after, limit)).map((entry) => (entry.index === 0 ? { ...entry, bytes: altered } : entry));
  expect(rootDiffers(await first(), undefined)).toMatchObject({ rule: 'report.rootDiffers' });
});
