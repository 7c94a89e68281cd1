/** In which encounter, on which slip and under which rules something was said. */
import { contributionVoided } from '@fil/facts/events/contribution.events';
import { rulesPublished } from '@fil/facts/events/consultation.events';
import { encounterCancelled, encounterPlanned, slipsAllocated } from '@fil/facts/events/encounter.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { slipNumber } from '@fil/facts/numbers/slip-number';
import { encounter } from '../../encounters/encounter.state';
import { someId } from '../../deciding/specification/given-when-then';
import { RecentKeys } from '../author-key/recent-keys';
import { MemoryRegister, requestedWith } from '../specification/memory-register';
import { CONSULTATION, depositFrom } from '../specification/some-mandate';
import { consultation } from '../../consultations/consultation.state';
import { contribution } from '../contribution.state';
import {
  RecordContribution,
  recordContributionInput,
  type RecordedContributionAnswer,
} from './record-contribution.command';
import { RecordContributionHandler } from './record-contribution.handler';

const ENCOUNTER = someId('encounter');
const planned = (consultation = CONSULTATION): NewEvent =>
  event(encounterPlanned, {
    data: { consultation, format: 'workshop', questionCount: 2 },
    words: { title: { fr: 'Atelier' } },
  });
const block = (from: number, count: number): NewEvent => event(slipsAllocated, { data: { from, count }, words: {} });
const rules = (version: number, occurredOn: string): NewEvent =>
  event(rulesPublished, { occurredOn, data: { version }, words: { rules: { fr: 'Les règles' } } });

let town: MemoryRegister;
/** Index of the first block in the log. */
let first: number;
const record = (more: object, key?: string): Promise<RecordedContributionAnswer> =>
  new RecordContributionHandler(town.decisions, new RecentKeys()).execute(
    new RecordContribution(
      recordContributionInput.parse({
        consultation: CONSULTATION,
        kind: 'proposal',
        channel: 'counter',
        language: 'fr',
        authorKind: 'person',
        title: { fr: 'Planter des arbres' },
        ...more,
      }),
      requestedWith(key),
    ),
  );
const facts = async ({ stream }: { stream: string }): Promise<Record<string, unknown>> =>
  (await town.decisions.load(stream))[0]!.data;
const onSlip = (place: number, more: object = {}, key?: string): Promise<RecordedContributionAnswer> =>
  record({ encounter: ENCOUNTER, slip: slipNumber({ block: first, place }), ...more }, key);

beforeEach(async () => {
  town = await new MemoryRegister().withConsultation({}, [depositFrom('2026-02-01')]);
  const { size } = await town.write(ENCOUNTER, encounter, planned(), block(1, 20), block(21, 5));
  first = size - 2;
});

describe('what is said on a printed slip', () => {
  it('finds its place in the encounter, and names what it read', async () => {
    const data = await facts(await onSlip(17, { question: 2 }));
    expect(data).toMatchObject({ encounter: ENCOUNTER, sheet: 17, question: 2 });
    expect(data['basis']).toContainEqual({ stream: ENCOUNTER, rev: 3 });
    const second = await record({ encounter: ENCOUNTER, slip: slipNumber({ block: first + 1, place: 2 }) });
    expect(await facts(second)).toMatchObject({ sheet: 22 });
  });

  it('is recorded once: a slip is used once, by its number or as a sheet', async () => {
    await onSlip(3);
    await expect(onSlip(3)).rejects.toMatchObject({ rule: 'slip.used', status: 409 });
    await expect(record({ encounter: ENCOUNTER, sheet: 3 })).rejects.toMatchObject({ rule: 'slip.used' });
    await onSlip(4);
  });

  it('is recorded once by two clerks at the same moment', async () => {
    const tries = await Promise.allSettled([onSlip(5), onSlip(5), onSlip(5)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('sent again with its key, is answered with what was recorded', async () => {
    const key = '0190f3f4-0000-7000-8000-000000000001';
    const { stream } = await onSlip(6, {}, key);
    expect(await onSlip(6, {}, key)).toMatchObject({ stream, duplicate: true });
  });

  it('is free again once the entry was voided', async () => {
    const { stream } = await onSlip(7);
    const words = { reason: { fr: 'Essai' } };
    await town.write(stream, contribution, event(contributionVoided, { data: { ground: 'test' }, words }));
    expect((await onSlip(7)).stream).not.toBe(stream);
    await expect(onSlip(7)).rejects.toMatchObject({ rule: 'slip.used' });
  });

  it.each<[string, object]>([
    ['slip.withoutEncounter', { slip: 'F1-001' }],
    ['slip.malformed', { encounter: ENCOUNTER, slip: '259-G' }],
    ['slip.notAllocated', { encounter: ENCOUNTER, slip: slipNumber({ block: 9_999, place: 1 }) }],
  ])('refuses with %s', async (rule, more) => {
    await expect(record(more)).rejects.toMatchObject({ rule });
  });

  it('refuses a slip never allocated, another sheet’s number and a source', async () => {
    await expect(onSlip(21)).rejects.toMatchObject({ rule: 'slip.notAllocated' });
    await expect(onSlip(8, { sheet: 9 })).rejects.toMatchObject({ rule: 'slip.otherSheet' });
    const source = { name: 'plateforme', type: 'fiche', id: '8' };
    await expect(onSlip(8, { source })).rejects.toMatchObject({ rule: 'slip.withSource' });
  });
});

describe('what is said in an encounter', () => {
  it('may be several lines of one sheet that is no slip', async () => {
    await record({ encounter: ENCOUNTER, sheet: 31, question: 1 });
    await record({ encounter: ENCOUNTER, sheet: 31, question: 1 });
  });

  it('answers one of its questions', async () => {
    await expect(record({ encounter: ENCOUNTER, question: 3 })).rejects.toMatchObject({
      rule: 'encounter.unknownQuestion',
    });
  });

  it('needs an encounter of this consultation that was not cancelled: missing, another one’s, changed a moment before', async () => {
    await expect(record({ encounter: someId('encounter', 2) })).rejects.toMatchObject({ rule: 'encounter.unknown' });
    await town.write(someId('encounter', 3), encounter, planned(someId('consultation', 2)));
    await expect(record({ encounter: someId('encounter', 3) })).rejects.toMatchObject({ rule: 'encounter.unknown' });
    await record({ encounter: ENCOUNTER });
    await town.write(ENCOUNTER, encounter, event(encounterCancelled, { data: {}, words: { reason: { fr: 'Pluie' } } }));
    await expect(record({ encounter: ENCOUNTER })).rejects.toMatchObject({ rule: 'encounter.cancelled' });
  });
});

describe('each deposit records the version of the rules it accepted', () => {
  it('none before there are any', async () => {
    expect(await facts(await record({}))).not.toHaveProperty('rulesVersion');
    await expect(record({ rulesVersion: 1 })).rejects.toMatchObject({ rule: 'rules.unknownVersion' });
  });

  it('the one in force on the day it was received', async () => {
    await town.write(CONSULTATION, consultation, rules(1, '2026-02-01'), rules(2, '2026-02-20'));
    expect(await facts(await record({}))).toMatchObject({ rulesVersion: 2 });
    expect(await facts(await record({ channel: 'letter', receivedOn: '2026-02-10' }))).toMatchObject({
      rulesVersion: 1,
    });
    expect(await facts(await record({ rulesVersion: 1 }))).toMatchObject({ rulesVersion: 1 });
  });

  it('online the one that is in force, changed a moment before', async () => {
    await town.write(CONSULTATION, consultation, rules(1, '2026-02-01'));
    await record({ channel: 'online', rulesVersion: 1 });
    await town.write(CONSULTATION, consultation, rules(2, '2026-03-02'));
    await expect(record({ channel: 'online', rulesVersion: 1 })).rejects.toMatchObject({ rule: 'rules.changed' });
  });
});
