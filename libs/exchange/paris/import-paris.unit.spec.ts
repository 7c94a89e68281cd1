import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { MemoryEventStore } from '@fil/log/event-store/memory/memory-event-store';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { Vault, type OpenedEvent } from '@fil/log/vault/vault';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import { dryRunTakerOn } from '../dry-run/dry-run-taker';
import type { Finding } from '../tables/finding';
import { ImportedIds } from './import-ids';
import { importParis, type ParisImport } from './import-paris';

const SAMPLE = join(__dirname, 'sample');
const EARLIER = 'bp_projets_gagnants_2024-04.csv';

const begun = () => {
  const store = new MemoryEventStore();
  const register = {
    origin: 'essai.example',
    demonstration: false,
    authoritySiret: null,
    instanceKey: Buffer.alloc(32, 7),
  };
  const parts = { store, vaultStore: store.vault, register };
  return { ...parts, taker: decisionTakerOn(parts), ids: new ImportedIds(register.instanceKey) };
};
type Begun = ReturnType<typeof begun>;

async function run({ taker }: Pick<Begun, 'taker'>, more: Partial<ParisImport> = {}) {
  const findings: Finding[] = [];
  const { summary, tally } = await importParis({
    taker,
    folder: SAMPLE,
    snapshots: 'all',
    report: (finding) => findings.push(finding),
    ...more,
  });
  return { summary, tally, findings };
}

async function story({ store, vaultStore }: Begun, stream: string): Promise<OpenedEvent[]> {
  const events = (await store.readStream(stream)).map(toRecordedEvent);
  return new Vault(vaultStore, EVENT_SCHEMA).open(events, 'public');
}
const told = (events: readonly OpenedEvent[]) =>
  events.map(({ type, occurredOn }) => [type.split(/[./]/)[1], occurredOn]);

/** What each stream says, whatever the order in which projects came. */
async function facts({ store }: Begun): Promise<string[]> {
  const events = (await store.readAll(0, 10_000)).map(toRecordedEvent);
  return events
    .map(({ id, stream, rev, data, occurredOn }) => JSON.stringify([stream, rev, id, occurredOn, data]))
    .sort();
}

describe('importing the participatory budget of Paris', () => {
  it('tells a project from proposal to claim, and says what the source does not', async () => {
    const register = begun();
    await run(register);
    const contribution = await story(register, register.ids.contribution('901'));
    expect(told(contribution)).toEqual([
      ['recorded', '2019'],
      ['admitted', '2019'],
      ['outcomeGiven', '2019'],
    ]);
    expect(contribution[0]).toMatchObject({
      actor: { role: 'import', body: 'paris' },
      data: { channel: 'import', territory: '75113', source: { name: 'paris', type: 'projet', id: '901' } },
      words: { title: { fr: 'Un verger rue des Exemples' }, sourceAddress: 'https://exemple.invalid/idee/901' },
    });
    const { fr } = contribution[0]!.words['text'] as { fr: string };
    expect(fr).toMatch(/^1\/ Constat/);
    expect(fr).not.toContain('Où en est ce projet');
    expect(contribution[2]!.data).toMatchObject({
      outcome: 'accepted',
      decision: register.ids.decision('2019'),
      commitments: [register.ids.commitment('901')],
      takenOver: { source: 'paris', notStated: ['reason', 'text', 'decidedBy', 'body', 'date'] },
    });

    const commitment = await story(register, register.ids.commitment('901'));
    expect(told(commitment)).toEqual([
      ['made', '2019'],
      ['stageReached', '2019-11'],
      ['stageReached', '2020-03'],
      ['stageReached', '2020-09'],
      ['stageReached', '2021-05'],
      ['progressReported', '2019-09-12'],
      ['progressReported', '2020-05'],
      ['declaredDone', '2021-05'],
      ['rescheduled', '2024-04-17/2025-12-02'],
    ]);
    expect(commitment[0]!.data).toMatchObject({
      budgetVoted: 15_000_000,
      dueOn: '2021-03',
      owner: 'direction-des-jardins-inventes',
    });
  });

  it('makes events of what changed between the snapshots', async () => {
    const register = begun();
    const { summary } = await run(register);
    const between = '2024-04-17/2025-12-02';
    const tail = async (id: string, last: number) =>
      told((await story(register, register.ids.commitment(id))).slice(-last));
    expect(await tail('905', 2)).toEqual([
      ['rescheduled', between],
      ['abandoned', between],
    ]);
    expect(await tail('906', 2)).toEqual([
      ['stageLost', between],
      ['rescheduled', between],
    ]);
    expect(await tail('907', 1)).toEqual([['sourceNoLongerLists', between]]);
    expect(await tail('904', 1)).toEqual([['made', '2021']]);
    const [withdrawn] = (await story(register, register.ids.commitment('908'))).slice(-1);
    expect(withdrawn!.data).toMatchObject({ from: 'finished', to: 'delivery', word: 'LIVRAISON', wordBefore: 'FIN' });
    expect(Object.fromEntries(summary.transitions)).toEqual({ forward: 2, backward: 2, abandoned: 1 });
    expect(Object.fromEntries(summary.reschedulings)).toEqual({ later: 2, dateWithdrawn: 2, earlier: 1 });
    expect([summary.firstSeen.get('2024'), summary.firstSeen.get('2025'), summary.vanished]).toEqual([9, 1, 1]);
  });

  it('writes nothing when run twice', async () => {
    const register = begun();
    const { tally } = await run(register);
    const size = await register.store.size();
    expect(tally.events).toBe(size);
    const again = await run(register);
    expect([again.tally.events, again.tally.alreadyThere]).toEqual([0, size]);
    expect(await register.store.size()).toBe(size);
    expect(again.summary.transitions).toEqual(
      new Map(
        [
          ['backward', 2],
          ['forward', 2],
          ['abandoned', 1],
        ].map(([k, v]) => [k, v] as never),
      ),
    );
  });

  it('says the same in one run, in one run per snapshot, and after any number of interruptions', async () => {
    const whole = begun();
    await run(whole);
    const apart = begun();
    await run(apart, { snapshots: '2024' });
    await run(apart, { snapshots: '2025' });
    expect(await facts(apart)).toEqual(await facts(whole));

    const stopped = begun();
    for (let appends = 1; ; appends += 7) {
      const failing = failingAfter(stopped, appends);
      const finished = await run(failing).then(
        () => true,
        () => false,
      );
      if (finished) break;
    }
    expect(await facts(stopped)).toEqual(await facts(whole));
  });

  it('stops between two projects when asked to, and goes on later', async () => {
    const register = begun();
    const stop = new AbortController();
    const { summary } = await run(register, { signal: stop.signal, progress: () => stop.abort() });
    expect(summary.interrupted).toBe(true);
    const rest = await run(register);
    expect(rest.summary.interrupted).toBe(false);
    expect(rest.tally.events + rest.tally.alreadyThere).toBe(await register.store.size());
  });

  it('decides the same in a dry run, and writes nothing', async () => {
    const register = begun();
    const dry = await run({ taker: dryRunTakerOn(register) });
    expect(await register.store.size()).toBe(0);
    const real = await run(register);
    expect(dry.tally.eventsByType).toEqual(real.tally.eventsByType);
    // Projects are decided side by side: what is found of two of them may come in either order.
    const inOrder = (findings: readonly object[]): string[] =>
      findings.map((finding) => JSON.stringify(finding)).sort();
    expect(inOrder(dry.findings)).toEqual(inOrder(real.findings));
    expect((await run({ taker: dryRunTakerOn(register) })).tally.events).toBe(0);
  });

  it('leaves alone what an older snapshot says of a project a later one brought', async () => {
    const register = begun();
    await run(register, { snapshots: '2025' });
    const size = await register.store.size();
    const { summary, tally } = await run(register, { snapshots: '2024' });
    // The vanished project is the only one that the later snapshot did not bring.
    expect([summary.alreadyKnown, summary.firstSeen.get('2024')]).toEqual([8, 1]);
    expect(await register.store.size()).toBe(size + tally.events);
  });
});

describe('importing files that are not as they should be', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fil-paris-'));
    cpSync(SAMPLE, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));

  it.each([
    [EARLIER, (text: string) => `${text}910;"jamais refermé\r\n`],
    ['derived/bp_projects_2025.csv', (text: string) => text.replace('identifiant_projet_gagnant', 'identifiant')],
    ['derived/idees_textes_549.csv', (text: string) => text.replace('id,edition', 'id;edition')],
  ])('refuses a broken %s before anything is written', async (file, change) => {
    edit(file, change);
    const register = begun();
    await expect(run(register, { folder })).rejects.toMatchObject({ file: file.split('/').at(-1) });
    expect(await register.store.size()).toBe(0);
  });

  it('takes over the good rows, and says what is wrong with the others', async () => {
    edit(EARLIER, (text) =>
      text
        .replace('901;', 'n° 901;')
        .replace(';60000;', ';soixante mille;')
        .replace('ETUDES;2020-02', 'EN PAUSE;février')
        .replace('902;', '905;'),
    );
    const register = begun();
    const { findings, summary } = await run(register, { folder, snapshots: '2024' });
    const rejected = findings
      .filter(({ severity }) => severity === 'rejected')
      .map(({ line, reason }) => [line, reason]);
    expect(rejected).toEqual([
      [2, 'row.idMissing'],
      [4, 'budget.unreadable'],
      [4, 'status.unknown'],
      [4, 'month.unreadable'],
      [6, 'row.twice'],
      [2, 'text.projectUnknown'],
      [27, 'text.projectUnknown'],
    ]);
    expect(summary.firstSeen.get('2024')).toBe(7);
  });

  it('rejects a row that was taken over with other words before', async () => {
    const register = begun();
    await run(register, { folder });
    const size = await register.store.size();
    edit(EARLIER, (text) => text.replace('Des bancs à l’ombre', 'Des bancs au soleil'));
    const { findings } = await run(register, { folder });
    expect(findings.filter(({ reason }) => reason === 'key.reused')).toMatchObject([{ line: 4, value: '903' }]);
    expect(await register.store.size()).toBe(size);
  });
});

/** The same register, until it breaks down after some appends. */
function failingAfter({ store, vaultStore, register }: Begun, appends: number): Pick<Begun, 'taker'> {
  let left = appends;
  const breaking = new Proxy(store, {
    get(target, name, receiver) {
      if (name === 'append' && left-- <= 0) return () => Promise.reject(new Error('broken down'));
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
  return { taker: decisionTakerOn({ store: breaking, vaultStore, register }) };
}
