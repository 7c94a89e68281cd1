/**
 * Against the real files, where they are: FIL_SHARED_DATA, or ../shared/data beside the project. The expected
 * transitions were computed from the same files by somebody else, in another language.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { MemoryEventStore } from '@fil/log/event-store/memory/memory-event-store';
import { Vault } from '@fil/log/vault/vault';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import type { Finding } from '../tables/finding';
import { readTable } from '../tables/read-table';
import { ImportedIds } from './import-ids';
import { importParis } from './import-paris';
import { rank, standingOf } from './status-word';

const shared = process.env['FIL_SHARED_DATA'] ?? resolve(__dirname, '../../../../shared/data');
const folder = join(shared, 'paris-budget-participatif');
const there = existsSync(folder);
if (!there)
  process.stderr.write(`Not run: the real data of Paris are not in ${folder} (FIL_SHARED_DATA names another place).\n`);

const TRANSITIONS = { delimiter: ',', columns: ['id', 'statut_2024_04', 'statut_2025_12', 'changement'] } as const;

(there ? describe : describe.skip)('the real participatory budget of Paris', () => {
  const store = new MemoryEventStore();
  const register = {
    origin: 'essai.example',
    demonstration: false,
    authoritySiret: null,
    instanceKey: Buffer.alloc(32, 1),
  };
  const taker = decisionTakerOn({ store, vaultStore: store.vault, register });
  const ids = new ImportedIds(register.instanceKey);
  const findings: Finding[] = [];
  let done: Awaited<ReturnType<typeof importParis>>;
  const byStream = new Map<string, RecordedEvent[]>();

  beforeAll(async () => {
    done = await importParis({ taker, folder, snapshots: 'all', report: (finding) => findings.push(finding) });
    for (const event of (await store.readAll(0, 100_000)).map(toRecordedEvent)) {
      byStream.set(event.stream, [...(byStream.get(event.stream) ?? []), event]);
    }
  }, 120_000);

  it('takes over every row, and rejects none', () => {
    const { summary } = done;
    expect(Object.fromEntries(summary.rows)).toEqual({ 2024: 1214, 2025: 1341 });
    expect(Object.fromEntries(summary.firstSeen)).toEqual({ 2024: 1214, 2025: 130 });
    expect(summary.texts).toBe(549);
    expect(findings.filter(({ severity }) => severity === 'rejected')).toEqual([]);
  });

  it('finds the transitions, one event of each in the right stream', async () => {
    const counts: Record<string, number> = {};
    for await (const { cells } of readTable(
      join(folder, 'derived/status_transitions_2024-04_2025-12.csv'),
      TRANSITIONS,
    )) {
      counts[cells.changement] = (counts[cells.changement] ?? 0) + 1;
      const events = byStream.get(ids.commitment(cells.id)) ?? [];
      const types = (type: string) => events.filter((event) => event.type.startsWith(`commitment.${type}/`));
      const now = standingOf(cells.statut_2025_12);
      switch (cells.changement) {
        case 'avance':
          // A stage's month may be stated, and lie before the earlier snapshot.
          if (now!.at === 'done') expect(types('declaredDone')).toHaveLength(1);
          else expect(types('stageReached').at(-1)!.data).toMatchObject({ word: cells.statut_2025_12 });
          expect(types('stageLost')).toEqual([]);
          break;
        case 'recul': {
          const [lost] = types('stageLost');
          expect(lost).toMatchObject({
            occurredOn: '2024-04-17/2025-12-02',
            data: { wordBefore: cells.statut_2024_04 },
          });
          expect(standingOf((lost!.data as { word: string }).word)!.at).toBe(now!.at);
          expect(rank(now!.at as 'works')).toBeLessThan(rank(standingOf(cells.statut_2024_04)!.at as 'works'));
          break;
        }
        case 'abandon':
          expect(types('abandoned')).toMatchObject([{ occurredOn: '2024-04-17/2025-12-02' }]);
          break;
        case 'nouveau':
          expect(events[0]!.type).toBe('commitment.made/1');
          break;
        case 'disparu':
          expect(events.at(-1)).toMatchObject({
            type: 'commitment.sourceNoLongerLists/1',
            data: { lastListedOn: '2024-04-17' },
          });
          expect(types('abandoned')).toEqual([]);
          break;
      }
    }
    expect(counts).toEqual({ avance: 241, recul: 25, abandon: 9, nouveau: 130, disparu: 3 });
    expect(Object.fromEntries(done.summary.transitions)).toEqual({ forward: 241, backward: 25, abandoned: 9 });
    expect(done.summary.vanished).toBe(3);
    expect(done.tally.eventsByType.get('commitment.stageLost/1')).toBe(25);
  });

  it('reschedules 122 dates and takes 10 away', () => {
    // 108 « later » counted by comparing the cells as text are 98 later months and 10 that became « NON ENCORE FIXE » or « NON PRÉVUE ».
    expect(Object.fromEntries(done.summary.reschedulings)).toEqual({
      later: 98,
      dateWithdrawn: 10,
      earlier: 24,
      firstDate: 55,
    });
    expect(done.tally.eventsByType.get('commitment.rescheduled/1')).toBe(98 + 10 + 24 + 55);
  });

  it('takes no news of the city for a citizen’s words, and no filler for a value', async () => {
    const events = [...byStream.values()].flat();
    expect(events.filter(({ data }) => /NON REGISTR|NON ENCORE|NON PR|"2099-/.test(JSON.stringify(data)))).toEqual([]);
    const proposals = events.filter(({ type }) => type === 'contribution.recorded/2');
    const texts = (await new Vault(store.vault, EVENT_SCHEMA).open(proposals, 'public')).flatMap(
      ({ words }) => words['text'] ?? [],
    );
    expect(texts).toHaveLength(549);
    expect(texts.filter((text) => JSON.stringify(text).includes('Où en est ce projet'))).toEqual([]);
    expect(done.tally.eventsByType.get('commitment.progressReported/2')).toBe(327);
  });

  it('writes nothing the second time', async () => {
    const size = await store.size();
    const again = await importParis({ taker, folder, snapshots: 'all', report: () => undefined });
    expect([again.tally.events, again.tally.alreadyThere]).toEqual([0, size]);
  }, 120_000);
});
