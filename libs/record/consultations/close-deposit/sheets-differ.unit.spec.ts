/** Collection cannot close while counted and entered differ without a stated reason (02 §2.2). */
import { encounterAnnounced } from '@fil/facts/events/consultation.events';
import { encounterHeld, encounterPlanned, sheetsCounted, sheetsEntered } from '@fil/facts/events/encounter.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { MemoryRegister, requestedWith } from '../../contributions/specification/memory-register';
import { CONSULTATION } from '../../contributions/specification/some-mandate';
import { someId } from '../../deciding/specification/given-when-then';
import { PlanEncounter } from '../../encounters/plan-encounter/plan-encounter.command';
import { PlanEncounterHandler } from '../../encounters/plan-encounter/plan-encounter.handler';
import { encounter } from '../../encounters/encounter.state';
import type { Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { CloseDeposit } from './close-deposit.command';
import { CloseDepositHandler } from './close-deposit.handler';

const ENCOUNTER = someId('encounter');
const announced = (id = ENCOUNTER): NewEvent => event(encounterAnnounced, { data: { encounter: id }, words: {} });
const planned = event(encounterPlanned, {
  data: { consultation: CONSULTATION, format: 'workshop', questionCount: 0 },
  words: { title: { fr: 'Atelier' } },
});
const held = event(encounterHeld, { occurredOn: '2026-03-02', data: {}, words: {} });
const counted = (handedIn: number, blank = 0): NewEvent =>
  event(sheetsCounted, { data: { handedIn, blank, presence: ['participants'] }, words: {} });
const entered = (count: number, unreadable = 0, explained = false): NewEvent =>
  event(sheetsEntered, {
    data: { entered: count, unreadable, missing: [], differenceExplained: explained },
    words: explained ? { difference: { fr: 'Deux feuilles mouillées.' } } : {},
  });

let town: MemoryRegister;
const close = (): Promise<Recorded> =>
  new CloseDepositHandler(town.decisions).execute(new CloseDeposit(CONSULTATION, {}, requestedWith()));
const said = (...events: NewEvent[]): Promise<Recorded> => town.write(ENCOUNTER, encounter, ...events);
const sheetsDiffer = { rule: 'consultation.sheetsDiffer' };

beforeEach(async () => {
  town = await new MemoryRegister().withConsultation();
});

describe('collection cannot close while counted and entered differ without a stated reason', () => {
  beforeEach(() => town.write(CONSULTATION, consultation, announced()));

  it.each<[string, NewEvent[]]>([
    ['nothing was entered', [counted(20)]],
    ['fewer were entered', [counted(20, 1), entered(17, 1)]],
    ['more were entered', [counted(20), entered(21)]],
    ['they were counted again since the reason was given', [counted(20), entered(18, 0, true), counted(22)]],
  ])('refuses when %s', async (_, events) => {
    await said(planned, held, ...events);
    await expect(close()).rejects.toMatchObject(sheetsDiffer);
  });

  it.each<[string, NewEvent[]]>([
    ['no sheet was handed in', []],
    ['all are entered, unreadable or blank', [counted(20, 1), entered(17, 2)]],
    ['the reason is stated', [counted(20), entered(18, 0, true)]],
    ['the rest was entered since', [counted(20), entered(18), entered(20)]],
  ])('closes when %s', async (_, events) => {
    await said(planned, held, ...events);
    expect((await close()).events).toHaveLength(1);
  });

  it('names the encounters it read, each at its revision', async () => {
    await said(planned, held);
    await close();
    const [closed] = (await town.decisions.load(CONSULTATION)).slice(-1);
    expect(closed!.data['basis']).toEqual([{ stream: ENCOUNTER, rev: 2 }]);
  });
});

describe('reads the streams of the encounters', () => {
  it('that are missing: announced, and nothing more', async () => {
    await town.write(CONSULTATION, consultation, announced());
    expect((await close()).events).toHaveLength(1);
  });

  it('that were older a moment before', async () => {
    await town.write(CONSULTATION, consultation, announced());
    await said(planned, held, counted(20), entered(20));
    await said(counted(21));
    await expect(close()).rejects.toMatchObject(sheetsDiffer);
  });

  it('of which one was announced and counted while the collection was closing', async () => {
    const append = town.store.append.bind(town.store);
    const spy = jest.spyOn(town.store, 'append').mockImplementationOnce(async (closing) => {
      spy.mockRestore();
      await town.write(CONSULTATION, consultation, announced());
      await said(planned, held, counted(3));
      return append(closing);
    });
    await expect(close()).rejects.toMatchObject(sheetsDiffer);
  });

  it('all of them: an encounter that is planned was announced before', async () => {
    const plan = new PlanEncounterHandler(town.decisions);
    const input = { consultation: CONSULTATION, format: 'workshop' as const, title: { fr: 'Atelier' } };
    const key = '0190f3f4-0000-7000-8000-000000000001';
    const first = await plan.execute(new PlanEncounter(input, requestedWith(key)));
    await plan.execute(new PlanEncounter(input, requestedWith(key)));
    const types = await town.typesIn(CONSULTATION);
    expect(types.filter((type) => type === 'consultation.encounterAnnounced/1')).toHaveLength(1);
    const [, planning] = (await town.store.readAll(0, 100)).slice(-2).map(({ stream }) => stream);
    expect(planning).toBe(first.stream);
    await town.write(first.stream, encounter, held, counted(3));
    await expect(close()).rejects.toMatchObject(sheetsDiffer);
  });

  it('and a plan that is refused announces nothing', async () => {
    const plan = new PlanEncounterHandler(town.decisions);
    const input = { consultation: CONSULTATION, format: 'stall' as const, title: { fr: 'Stand' }, occurredOn: '2027' };
    await expect(plan.execute(new PlanEncounter(input, requestedWith()))).rejects.toMatchObject({
      rule: 'encounter.toCome',
    });
    expect(await town.typesIn(CONSULTATION)).not.toContain('consultation.encounterAnnounced/1');
  });
});
