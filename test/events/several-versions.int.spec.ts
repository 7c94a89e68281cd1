import { definitionOf, EVENT_SCHEMA } from '@fil/facts/events/registry';
import { defineEvent, event, type AnyDefinition, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { eventSchema, type EventSchema } from '@fil/facts/kit/event-schema';
import { isRefusal } from '@fil/facts/kit/refusal';
import { derivedEventId, uuidV7 } from '@fil/log/event-store/ids';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Projection } from '@fil/log/projections/projection';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { sealEvents } from '@fil/log/vault/sealer';
import { ERASED, WITHHELD, type OpenedEvent, type Reader } from '@fil/log/vault/vault';
import type { Decider, RecordedOf } from '@fil/record/deciding/decider';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import type { DecisionTaker, Recorded } from '@fil/record/deciding/take-decision';
import { erasure } from '@fil/record/erasures/erasure.state';
import { decideErasure } from '@fil/record/erasures/order-erasure/order-erasure.decide';
import { target } from '@fil/record/erasures/sealed-fields-of-target';
import { TestRegister } from '../register/test-register';
import { first, meaning, second, third, toSecond, toThird } from './invented-event';

/** The register of this test is one release further than the invented event: it reads all its versions. */
jest.mock('@fil/facts/events/registry', () => {
  const real = jest.requireActual<typeof import('@fil/facts/events/registry')>('@fil/facts/events/registry');
  const kit = jest.requireActual<typeof import('@fil/facts/kit/event-schema')>('@fil/facts/kit/event-schema');
  const invented = jest.requireActual<typeof import('./invented-event')>('./invented-event');
  const schema = kit.eventSchema(
    [...real.EVENT_DEFINITIONS, invented.third],
    [...real.UPCASTS, invented.toSecond, invented.toThird],
  );
  return { ...real, EVENT_SCHEMA: schema, definitionOf: schema.definitionOf };
});

const fourth = defineEvent('encounter.invented/4', { meaning });
/** What earlier and later releases could write. */
const RELEASES: Readonly<Record<1 | 2 | 3 | 4, EventSchema>> = {
  1: eventSchema([first]),
  2: eventSchema([second], [toSecond]),
  3: eventSchema([third], [toSecond, toThird]),
  4: { ...EVENT_SCHEMA, definitionOf: () => fourth },
};
const inFirst = (seats = 80): NewEvent =>
  event(first, {
    data: { place: 'hall', seats },
    words: { label: { fr: 'Atelier vélo' }, notes: ['une rampe', 'deux arceaux'], host: 'Jeanne Martin' },
  });
const inSecond = (): NewEvent =>
  event(second, { data: { place: 'school', capacity: 12 }, words: { title: { fr: 'Marche' }, access: 'portail' } });
const inThird = (): NewEvent =>
  event(third, { data: { place: 'park', capacity: 9, size: 'small' }, words: { title: { fr: 'Stand' } } });

interface Meetings {
  readonly places: readonly string[];
  readonly capacity: number;
}
/** As every decider: it has heard of the current version only. */
const meetings: Decider<Meetings> = {
  initial: { places: [], capacity: 0 },
  evolve: ({ places, capacity }: Meetings, { type, data }: RecordedOf<typeof third>): Meetings => {
    if (type !== third.type) throw new Error(`an earlier version came through: ${String(type)}`);
    return { places: [...places, `${data.place} ${data.size}`], capacity: capacity + data.capacity };
  },
};

describe('an event in several versions', () => {
  let register: TestRegister;
  let decisions: DecisionTaker;
  let stream: string;
  let written: number;

  beforeAll(async () => {
    register = await TestRegister.open();
    decisions = decisionTakerOn({
      register: {
        origin: 'demo.invalid/test',
        demonstration: true,
        authoritySiret: null,
        instanceKey: Buffer.alloc(32, 7),
      },
      store: register.store,
      vaultStore: register.vaultStore,
    });
  });
  afterAll(() => register.close());
  beforeEach(() => {
    stream = `encounter-${uuidV7()}`;
    written = 0;
  });

  const write = async (
    release: keyof typeof RELEASES,
    one: NewEvent,
    more: { id?: string; concealed?: { consultation: string; sensitivity: string } } = {},
  ): Promise<string> => {
    const id = more.id ?? uuidV7();
    const entries = sealEvents(
      [one],
      {
        log: 'demo.invalid/test',
        stream,
        firstRev: written + 1,
        ids: [id],
        at: '2026-03-02T09:30:00Z',
        actor: { role: 'agent', body: null },
        account: null,
        cause: null,
        subject: null,
        concealed: more.concealed ?? null,
      },
      RELEASES[release],
    );
    const { status } = await register.store.append({ stream, expected: written, entries });
    expect(status).toBe('ok');
    written++;
    return id;
  };
  const opened = async (reader: Reader): Promise<OpenedEvent[]> =>
    register.vault.open((await register.store.readStream(stream)).map(toRecordedEvent), reader);
  const dataOf = <D extends AnyDefinition>({ data }: { data: object }, _: D): DataOf<D> => data as DataOf<D>;
  const official = { actor: { role: 'official', body: null }, account: null } as const;
  const recorded = (outcome: Awaited<ReturnType<DecisionTaker['take']>>): Recorded => {
    if (isRefusal(outcome)) throw new Error(outcome.rule);
    return outcome;
  };

  it('stays in the log as it was written, and is read in its current version', async () => {
    await write(1, inFirst());
    const [stored] = await register.store.readStream(stream);
    const before = leafHash(stored!.bytes);
    const [now] = await opened('public');
    expect([stored!.type, now!.recordedAs, now!.type]).toEqual([first.type, first.type, third.type]);
    expect(dataOf(now!, third)).toEqual({ place: 'hall', capacity: 80, size: 'large' });
    expect(Object.keys(now!.sealed)).toContain('/label');
    const [again] = await register.store.readStream(stream);
    expect(leafHash(again!.bytes)).toEqual(before);
  });

  it('opens old words under their names now, never to more people than a version since has said', async () => {
    await write(1, inFirst());
    await write(2, inSecond());
    const [ofFirst, ofSecond] = await opened('public');
    // Public in versions 1 and 3, but not in 2.
    expect(ofFirst!.words).toEqual({ title: { fr: 'Atelier vélo' }, remarks: [WITHHELD, WITHHELD] });
    expect(ofSecond!.words).toEqual({ title: { fr: 'Marche' }, access: 'portail' });
    const [forTheOffice] = await opened('office');
    expect(forTheOffice!.words['remarks']).toEqual(['une rampe', 'deux arceaux']);
    expect(forTheOffice!.words).not.toHaveProperty('host');
  });

  it('opens sealed facts in their current version too', async () => {
    const concealed = { consultation: `consultation-${uuidV7()}`, sensitivity: 'restricted' };
    await write(1, inFirst(), { concealed });
    expect(toRecordedEvent((await register.store.readStream(stream))[0]!).data).toEqual(concealed);
    const now = { ...concealed, place: 'hall', capacity: 80, size: 'large' };
    expect((await opened('public'))[0]).toMatchObject({ type: third.type, concealed: false, data: now });
    expect((await decisions.load(stream))[0]!.data).toEqual(now);
  });

  it.each(['/label', '/title'])('shows as erased what was ordered erased at %s', async (path) => {
    const id = await write(1, inFirst());
    const kept = await write(2, inSecond());
    const outcome = await decisions.take({
      stream: `erasure-${uuidV7()}`,
      decider: erasure,
      reads: { target: { stream, decider: target } },
      by: official,
      decide: (state, seen) =>
        decideErasure(
          state,
          {
            target: stream as `encounter-${string}`,
            fields: [{ event: id, path }],
            wholeSubject: false,
            ground: 'courtOrder',
            office: 'mairie',
          },
          seen.target,
        ),
    });
    const [order] = await decisions.load(recorded(outcome).stream);
    const { fields } = order!.data as { fields: { event: string; path: string }[] };
    // The entry and the vault know it by the name it had.
    expect(fields).toEqual([{ event: id, path: '/label' }]);
    await register.vaultStore.eraseOpenings(fields);
    const events = await opened('office');
    expect(events.map(({ id: one, words }) => [one, words['title']])).toEqual([
      [id, ERASED],
      [kept, { fr: 'Marche' }],
    ]);
  });

  it('reaches a decider in its current version, whatever version it was written in', async () => {
    await write(1, inFirst());
    await write(2, inSecond());
    await write(3, inThird());
    let seen: Meetings | undefined;
    await decisions.take({
      stream,
      decider: meetings,
      by: official,
      decide: (state: Meetings) => {
        seen = state;
        return [inThird()];
      },
    });
    expect(seen).toEqual({ places: ['hall large', 'school small', 'park small'], capacity: 101 });
    expect((await register.store.readStream(stream)).map(({ type }) => type)).toEqual([
      first.type,
      second.type,
      third.type,
      third.type,
    ]);
  });

  it('is recognised when its command is repeated after the version has changed', async () => {
    const commandId = uuidV7();
    await write(1, inFirst(), { id: derivedEventId(commandId, 0) });
    const now = event(third, {
      data: { place: 'hall', capacity: 80, size: 'large' },
      words: { title: { fr: 'Atelier vélo' }, remarks: ['une rampe', 'deux arceaux'] },
    });
    const repeat = (one: NewEvent) =>
      decisions.take({ stream, decider: meetings, by: { ...official, commandId }, decide: () => [one] });
    expect(await repeat(now)).toMatchObject({ duplicate: true, revision: 1 });
    expect(await repeat({ ...now, words: { ...now.words, title: { fr: 'Autre' } } })).toMatchObject({
      rule: 'key.reused',
    });
  });

  it('is not written in an earlier version', async () => {
    await write(3, inThird());
    await expect(
      decisions.take({ stream, decider: meetings, by: official, decide: () => [inFirst()] }),
    ).rejects.toThrow(/earlier version/);
    expect(await register.store.readStream(stream)).toHaveLength(1);
    expect(() => definitionOf(second.type)).toThrow(/encounter\.invented\/3 is written/);
  });

  describe('in a projection', () => {
    const rows = async (table: string): Promise<Record<string, unknown>[]> =>
      (await register.pool.query<Record<string, unknown>>(`SELECT * FROM views.${table} WHERE stream = $1`, [stream]))
        .rows;
    const projection = (name: string): Projection => ({
      name,
      version: 1,
      folds: [
        {
          aggregate: 'encounter',
          concerns: new Set([third.type]),
          table: { name: `${name}_encounter`, columns: { capacity: 'integer NOT NULL', titles: 'jsonb NOT NULL' } },
          evolve: (
            state: { capacity: number; titles: readonly unknown[] } = { capacity: 0, titles: [] },
            { data, words }: OpenedEvent,
          ) => ({
            capacity: state.capacity + (data as DataOf<typeof third>).capacity,
            titles: [...state.titles, words['title']],
          }),
          row: (state: object) => ({ ...state }),
        },
      ],
    });

    it('arrives in its current version', async () => {
      await write(1, inFirst());
      await write(2, inSecond());
      await write(3, inThird());
      const runner = register.runner([projection('meetings')]);
      await runner.prepare();
      expect(await runner.catchUp()).toEqual([]);
      expect(await rows('meetings_encounter_v1')).toMatchObject([
        { capacity: 101, titles: [{ fr: 'Atelier vélo' }, { fr: 'Marche' }, { fr: 'Stand' }] },
      ]);
    });

    it('halts at a version that only a later release knows, with an incident that says so', async () => {
      await write(1, inFirst());
      const fromTheFuture = await write(4, event(fourth, { data: {}, words: {} }));
      const runner = register.runner([projection('halting')]);
      await runner.prepare();
      expect(await runner.catchUp()).toEqual(['halting']);
      expect(await rows('halting_encounter_v1')).toMatchObject([{ capacity: 80 }]);
      const { rows: incidents } = await register.pool.query<{ event_id: string; message: string }>(
        `SELECT * FROM views.incident WHERE projection = 'halting'`,
      );
      expect(incidents).toMatchObject([
        {
          event_id: fromTheFuture,
          message: expect.stringContaining('this release knows encounter.invented up to version 3') as string,
        },
      ]);
      // A rule that passed over what it cannot read would decide on half the facts.
      await expect(decisions.load(stream)).rejects.toThrow('unknown event type "encounter.invented/4"');
    });
  });
});
