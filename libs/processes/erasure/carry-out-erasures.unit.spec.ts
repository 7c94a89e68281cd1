import { authorityRegistered } from '@fil/facts/events/authority.events';
import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { MemoryEventStore } from '@fil/log/event-store/memory/memory-event-store';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { isErased, Vault } from '@fil/log/vault/vault';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { CarryOutErasureHandler } from '@fil/record/erasures/carry-out-erasure/carry-out-erasure.handler';
import { OrderErasure, orderErasureInput } from '@fil/record/erasures/order-erasure/order-erasure.command';
import { OrderErasureHandler } from '@fil/record/erasures/order-erasure/order-erasure.handler';
import { DoneJobs } from '../specification/done-jobs';
import { carryOutErasures, type Erasing } from './carry-out-erasures';
import { erasureProcess } from './erasure.process';

const PERSON = '0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const CONTRIBUTION = `contribution-${PERSON}` as const;
const AUTHORITY = 'authority-0b6c1b2e-6f0e-4d2b-9f43-000000000002';
/** What something is being prepared about. */
const DRAFTED = AUTHORITY;
const BY = { actor: { role: 'official', body: 'mairie' }, account: null } as const;

const words = { text: { fr: 'Un banc sous le tilleul' }, author: 'Quelqu’un' };
const said = event(contributionRecorded, {
  data: {
    consultation: 'consultation-0b6c1b2e-6f0e-4d2b-9f43-000000000003',
    sensitivity: 'public',
    kind: 'proposal',
    channel: 'counter',
    language: 'fr',
    themes: [],
    authorKind: 'person',
    attachmentCount: 0,
  },
  words,
});
const town = event(authorityRegistered, {
  data: { siret: '21440109300015' },
  words: { name: { fr: 'Ville inventée' }, address: '1, place du Marché' },
});

function register() {
  const store = new MemoryEventStore();
  const vaultStore = store.vault;
  const identity = {
    origin: 'test.invalid',
    demonstration: true,
    authoritySiret: null,
    instanceKey: Buffer.alloc(32, 7),
  };
  const decisions = decisionTakerOn({ register: identity, store, vaultStore });
  const emptied: string[] = [];
  const drafts = { eraseAbout: (object: string) => Promise.resolve(object === DRAFTED ? emptied.push(object) : 0) };
  const erasing = { store, vaultStore, drafts, carryOut: new CarryOutErasureHandler(decisions) };
  const vault = new Vault(vaultStore, EVENT_SCHEMA);
  return {
    vaultStore,
    carryOutAll: (more: Partial<Erasing> = {}) =>
      new DoneJobs(store, erasureProcess, carryOutErasures({ ...erasing, ...more })).settle(),
    write: (stream: string, written: NewEvent) => write(decisions, stream, written),
    order: (command: object) =>
      new OrderErasureHandler(decisions).execute(
        new OrderErasure(orderErasureInput.parse({ ground: 'subjectRequest', office: 'mairie', ...command }), {
          by: BY,
        }),
      ),
    all: () => store.readAll(0, 1000),
    types: async () => (await store.readAll(0, 1000)).map(({ type }) => type),
    wordsOf: async (stream: string) =>
      (await vault.open((await store.readStream(stream)).map(toRecordedEvent), 'office'))[0]!.words,
  };
}

async function write(decisions: DecisionTaker, stream: string, written: NewEvent): Promise<string> {
  const recorded = await decisions.take({
    stream,
    decider: { initial: null, evolve: () => null },
    by: BY,
    decide: () => [written],
  });
  if ('refused' in recorded) throw new Error(recorded.rule);
  return recorded.events[0]!.id;
}

describe('carrying out erasures', () => {
  it('destroys the key and every field of the person, and then says so', async () => {
    const { write: written, order, all, carryOutAll, wordsOf, vaultStore, types } = register();
    await written(CONTRIBUTION, said);
    expect(await wordsOf(CONTRIBUTION)).toMatchObject(words);
    await order({ target: CONTRIBUTION, wholeSubject: true });
    await carryOutAll();

    expect(isErased((await wordsOf(CONTRIBUTION))['text'])).toBe(true);
    expect(await vaultStore.keyOf(PERSON)).toEqual({ state: 'erased' });
    expect(await types()).toEqual(['contribution.recorded/2', 'erasure.ordered/2', 'erasure.carriedOut/1']);
    const carriedOut = toRecordedEvent((await all())[2]!);
    expect(carriedOut).toMatchObject({ actor: { role: 'process', body: 'erasure' }, cause: (await all())[1]!.id });
    expect(carriedOut.data).toEqual({ target: CONTRIBUTION, places: ['key', 'openings'] });
  });

  it('erases the fields named and no others', async () => {
    const { write: written, order, all, carryOutAll, wordsOf } = register();
    const id = await written(AUTHORITY, town);
    await order({ target: AUTHORITY, fields: [{ event: id, path: '/address' }] });
    await carryOutAll();
    const left = await wordsOf(AUTHORITY);
    expect(isErased(left['address'])).toBe(true);
    expect(left['name']).toEqual({ fr: 'Ville inventée' });
    expect(toRecordedEvent((await all())[2]!).data).toEqual({ target: AUTHORITY, places: ['openings', 'drafts'] });
  });

  it('changes nothing when it runs again', async () => {
    const { write: written, order, carryOutAll, types } = register();
    await written(CONTRIBUTION, said);
    await order({ target: CONTRIBUTION, wholeSubject: true });
    await carryOutAll();
    await carryOutAll();
    expect(await types()).toHaveLength(3);
  });

  it('goes on where it was interrupted between the erasure and its record', async () => {
    const { write: written, order, carryOutAll, wordsOf, types } = register();
    await written(CONTRIBUTION, said);
    await order({ target: CONTRIBUTION, wholeSubject: true });
    const carryOut = { execute: () => Promise.reject(new Error('the power went')) };
    await expect(carryOutAll({ carryOut })).rejects.toThrow('the power went');
    expect(isErased((await wordsOf(CONTRIBUTION))['text'])).toBe(true);
    await carryOutAll();
    expect((await types()).at(-1)).toBe('erasure.carriedOut/1');
  });

  it('records one carrying-out when two run at the same moment', async () => {
    const { write: written, order, carryOutAll, types } = register();
    await written(CONTRIBUTION, said);
    await order({ target: CONTRIBUTION, wholeSubject: true });
    await Promise.all([carryOutAll(), carryOutAll()]);
    expect((await types()).filter((type) => type === 'erasure.carriedOut/1')).toHaveLength(1);
  });
});
