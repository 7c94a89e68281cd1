/** A cut and a sample rest on entries: anybody who has these draws the same again. */
import { recordFacts } from '@fil/facts/figures/record-facts';
import { populationOf, type SamplePopulation } from '@fil/facts/figures/sample-population';
import { drawSample } from '@fil/log/transparency/draw-sample';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { rootOf } from '@fil/log/transparency/compact-range';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { contribution } from '../contributions/contribution.state';
import { MemoryRegister } from '../contributions/specification/memory-register';
import { admitted, CONSULTATION, recorded } from '../contributions/specification/some-mandate';
import type { RequestedBy } from '../deciding/by-request';
import { someId } from '../deciding/specification/given-when-then';
import type { Recorded } from '../deciding/take-decision';
import { committee } from './committee.state';
import { DrawSample } from './draw-sample/draw-sample.command';
import { DrawSampleHandler } from './draw-sample/draw-sample.handler';
import { FreezeCut } from './freeze-cut/freeze-cut.command';
import { FreezeCutHandler } from './freeze-cut/freeze-cut.handler';
import { established, itself, official } from './specification/some-committee';

const COMMITTEE = someId('committee');
const POPULATION: SamplePopulation = { of: 'contribution', consultation: CONSULTATION };

let town: MemoryRegister;
const as = (actor: typeof itself, commandId?: string): RequestedBy => ({
  by: { actor, account: 'token:1', commandId },
});
const freeze = (size: number, actor = itself): Promise<Recorded> =>
  new FreezeCutHandler(town.decisions, town.store).execute(new FreezeCut(COMMITTEE, { size }, as(actor)));
const draw = (cut: string, commandId?: string, actor = itself): Promise<Recorded> =>
  new DrawSampleHandler(town.decisions, town.store).execute(
    new DrawSample(COMMITTEE, { cut, population: POPULATION, count: 3 }, as(actor, commandId)),
  );
const dataOf = async ({ stream, revision }: Recorded): Promise<Record<string, unknown>> =>
  (await town.decisions.load(stream))[revision - 1]!.data;
const deposit = async (n: number): Promise<void> => {
  await town.write(someId('contribution', n), contribution, recorded(), admitted);
};

beforeEach(async () => {
  town = await new MemoryRegister().withConsultation();
  for (let n = 1; n <= 8; n++) await deposit(n);
  const hidden = recorded({ sensitivity: 'restricted', channel: 'fieldReport' });
  await town.write(someId('contribution', 99), contribution, hidden);
  await town.write(COMMITTEE, committee, established());
});

it('a sample redrawn from the public entries gives the same ids, also when the record has grown since', async () => {
  const size = await town.store.size();
  const frozen = await freeze(size);
  const drawn = await draw(frozen.events[0]!.id, 'key');
  const { sample, populationCount } = await dataOf(drawn);

  const entries = (await town.store.readAll(0, 1_000)).slice(0, size);
  const root = rootOf(entries.map(({ bytes }) => leafHash(bytes))).toString('hex');
  expect(await dataOf(frozen)).toEqual({ size, root });
  const population = populationOf(recordFacts(entries.map(toRecordedEvent)), POPULATION);
  // The one of which the public knows nothing is not drawn from.
  expect(population).toHaveLength(8);
  expect(populationCount).toBe(8);
  expect(sample).toEqual(drawSample(root, population, 3));

  for (let n = 20; n < 40; n++) await deposit(n);
  expect(await draw(frozen.events[0]!.id, 'key')).toMatchObject({ duplicate: true, events: drawn.events });
  expect((await dataOf(await draw(frozen.events[0]!.id)))['sample']).toEqual(sample);
});

it('a cut has at most the size of the log, and is frozen by the committee alone', async () => {
  const size = await town.store.size();
  await expect(freeze(size + 10)).rejects.toMatchObject({ rule: 'log.sizeNotReached' });
  await expect(freeze(size, official)).rejects.toMatchObject({ status: 403, rule: 'committee.notItsAuthor' });
  const { events } = await freeze(size);
  await expect(draw(events[0]!.id, undefined, official)).rejects.toMatchObject({ rule: 'committee.notItsAuthor' });
});
