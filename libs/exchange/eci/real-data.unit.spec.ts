/** Against the real files, where they are: FIL_SHARED_DATA, or ../shared/data beside the project. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isCommitmentLate } from '@fil/facts/figures/commitment-progress';
import { recordFacts } from '@fil/facts/figures/record-facts';
import { overallStanding } from '@fil/facts/figures/standing';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { MemoryEventStore } from '@fil/log/event-store/memory/memory-event-store';
import { Vault } from '@fil/log/vault/vault';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import type { Finding } from '../tables/finding';
import { EciIds } from './eci-ids';
import { importEci } from './import-eci';

const shared = process.env['FIL_SHARED_DATA'] ?? resolve(__dirname, '../../../../shared/data');
const folder = join(shared, 'eci');
const there = existsSync(folder);
if (!there)
  process.stderr.write(
    `Not run: the real European citizens’ initiatives are not in ${folder} (FIL_SHARED_DATA names another place).\n`,
  );

(there ? describe : describe.skip)('the real European citizens’ initiatives', () => {
  const store = new MemoryEventStore();
  const register = {
    origin: 'essai.example',
    demonstration: false,
    authoritySiret: null,
    instanceKey: Buffer.alloc(32, 1),
  };
  const taker = decisionTakerOn({ store, vaultStore: store.vault, register });
  const ids = new EciIds(register.instanceKey);
  const findings: Finding[] = [];
  let done: Awaited<ReturnType<typeof importEci>>;
  let events: RecordedEvent[];
  const of = (stream: string): RecordedEvent[] => events.filter((event) => event.stream === stream);

  beforeAll(async () => {
    done = await importEci({ taker, folder, report: (finding) => findings.push(finding) });
    events = (await store.readAll(0, 100_000)).map(toRecordedEvent);
  });

  it('takes over every initiative of both states, each once', () => {
    expect(done.summary.snapshots).toEqual([
      { name: '2025-11-04', initiatives: 121, answers: 11 },
      { name: '2026-02-09', initiatives: 126, answers: 11 },
    ]);
    expect(done.summary.appeared).toBe(5);
    expect(events.filter(({ type }) => type === 'contribution.recorded/2')).toHaveLength(126);
    expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });

  it('ends with what the later state says', () => {
    const { contributions } = recordFacts(events);
    const counted = new Map<string, number>();
    for (const facts of contributions.values()) {
      const standing = overallStanding(facts);
      counted.set(standing, (counted.get(standing) ?? 0) + 1);
    }
    expect(Object.fromEntries(counted)).toMatchObject({ withdrawn: 27, outOfScope: 73 });
    expect([...counted.values()].reduce((sum, count) => sum + count, 0)).toBe(126);
    const answered = [...counted]
      .filter(([standing]) => ['accepted', 'partlyAccepted', 'notAccepted', 'underReview'].includes(standing))
      .reduce((sum, [, count]) => sum + count, 0);
    expect(answered).toBe(11);
  });

  it('“End the Cage Age” was promised by 31 December 2023, and is late since', async () => {
    const deadline = ids.deadline('2018/000004', '2023-12-31');
    expect(of(deadline)[0]).toMatchObject({
      type: 'commitment.made/1',
      data: { dueOn: '2023-12-31', answers: [ids.initiative('2018/000004')], decision: ids.answer('2018/000004') },
      occurredOn: '2021-06-30',
    });
    const facts = recordFacts(events).commitments.get(deadline)!;
    expect(isCommitmentLate(facts, '2023-12-31')).toBe(false);
    expect(isCommitmentLate(facts, '2024-01-01')).toBe(true);
    const [made] = await new Vault(store.vault, EVENT_SCHEMA).open(of(deadline), 'public');
    expect(JSON.stringify(made!.words)).toContain('phase out, and finally prohibit, the use of cages');
  });

  it('a court case counts where its annulment was asked for, with the day of the judgment', () => {
    const cases = events.filter(
      ({ type }) => type.startsWith('decision.court') || type.startsWith('decision.challenged'),
    );
    expect(cases.map(({ type, stream, occurredOn }) => [type, stream, occurredOn])).toEqual([
      ['decision.challengedInCourt/1', ids.answer('2017/000004'), '2021-01-14/2022-11-09'],
      ['decision.courtRuled/1', ids.answer('2017/000004'), '2022-11-09'],
    ]);
    expect(cases[1]!.data).toMatchObject({ court: 'generalCourtEU', outcome: 'dismissed' });
  });

  it('starts no deadline, and marks everything as taken over', () => {
    expect(events.filter(({ type }) => type.startsWith('deadline.'))).toEqual([]);
    expect(events.filter(({ data }) => !('takenOver' in data))).toEqual([]);
    expect(events.every(({ actor }) => actor.role === 'import' && actor.body === 'eci')).toBe(true);
  });

  it('done a second time it writes nothing', async () => {
    const size = await store.size();
    const again = await importEci({ taker, folder, report: () => undefined });
    expect(again.tally.events).toBe(0);
    expect(await store.size()).toBe(size);
  });
});
