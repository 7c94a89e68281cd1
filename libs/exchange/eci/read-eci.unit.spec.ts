import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvLine } from '@fil/ui/format/csv-line';
import { dryRunTakerOn } from '../dry-run/dry-run-taker';
import type { Finding } from '../tables/finding';
import { findSnapshots } from './find-snapshots';
import { importEci } from './import-eci';
import { deadlinesOf } from './read-answers';
import { notesOf } from './take-follow-up';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'eci-'))));
afterEach(() => rm(folder, { recursive: true }));

const INITIATIVE = {
  registration_number: '2020/000001',
  title: 'Des haies partout',
  objective: 'Plant hedges.',
  annex: '',
  current_status: 'Registered',
  url: 'https://initiative.invalid/1',
  timeline: '[{"step":"Registered","date":"01/02/2020"}]',
};
const ANSWER = {
  registration_number: '2020/000001',
  response_url: 'https://initiative.invalid/1/answer',
  official_communication_adoption_date: '2021-03-04',
  official_communication_document_urls: '[]',
  commission_answer_text: 'We shall plant.',
  final_outcome_status: 'Law Promised',
  commission_rejected_initiative: 'False',
  commission_rejection_reason: '',
  commission_deadlines: '{"2022-12-31": "A proposal by the end of 2022."}',
  laws_actions: 'null',
  policies_actions: 'null',
  followup_events_with_dates: 'null',
  court_cases_referenced: 'null',
};

async function write(
  name: string,
  day: string,
  initiatives: readonly Partial<typeof INITIATIVE>[],
  answers: readonly Partial<typeof ANSWER>[],
): Promise<void> {
  const into = name === '' ? folder : join(folder, name);
  await mkdir(into, { recursive: true });
  const table = (usual: Record<string, string>, rows: readonly object[]): string =>
    [Object.keys(usual), ...rows.map((row) => Object.values({ ...usual, ...row }))].map(csvLine).join('');
  await writeFile(join(into, `eci_initiatives_${day}_10-00-00.csv`), table(INITIATIVE, initiatives));
  await writeFile(join(into, `eci_merger_responses_and_followup_${day}_10-00-00.csv`), table(ANSWER, answers));
}

const run = async (): Promise<{ findings: Finding[]; types: ReadonlyMap<string, number> }> => {
  const findings: Finding[] = [];
  const { tally } = await importEci({
    taker: dryRunTakerOn(null),
    folder,
    report: (finding) => findings.push(finding),
  });
  return { findings: findings.filter(({ severity }) => severity !== 'notice'), types: tally.eventsByType };
};

it('finds the states in the folder and its subfolders, the oldest first', async () => {
  await write('', '2026-02-09', [INITIATIVE], []);
  await write('earlier', '2025-11-04', [INITIATIVE], []);
  expect((await findSnapshots(folder)).map(({ name, initiatives }) => [name, initiatives.path])).toEqual([
    ['2025-11-04', 'earlier/eci_initiatives_2025-11-04_10-00-00.csv'],
    ['2026-02-09', 'eci_initiatives_2026-02-09_10-00-00.csv'],
  ]);
});

it('says what it needs when the folder has none', async () => {
  await expect(findSnapshots(folder)).rejects.toThrow(/does not hold the tables/);
  await expect(findSnapshots(join(folder, 'nowhere'))).rejects.toThrow(/does not hold the tables/);
});

it('takes a promise with its date, and what came later from the later state', async () => {
  await write('before', '2021-06-01', [INITIATIVE], [ANSWER]);
  const law = { type: 'Proposal', description: 'A law on hedges.', document_urls: ['https://law.invalid'] };
  await write(
    '',
    '2023-06-01',
    [INITIATIVE],
    [{ laws_actions: JSON.stringify([{ ...law, status: 'law_active', date: '2023-05-01' }]) }],
  );
  const { findings, types } = await run();
  expect(findings).toEqual([]);
  expect(Object.fromEntries(types)).toMatchObject({
    'commitment.made/1': 3,
    'commitment.declaredDone/2': 1,
    'commitment.stageReached/1': 1,
    'contribution.recorded/2': 1,
    'contribution.outcomeGiven/1': 1,
    'decision.registered/2': 1,
  });
});

it('rejects the row that cannot be read, names the cell, and goes on', async () => {
  await write(
    '',
    '2026-02-09',
    [
      INITIATIVE,
      { registration_number: 'n° 7' },
      INITIATIVE,
      { registration_number: '2020/000002', title: ' ' },
      { registration_number: '2020/000003', timeline: '[{"step":"Registered","date":"31/02/2020"}]' },
    ],
    [{ laws_actions: '{"broken"' }],
  );
  const { findings, types } = await run();
  expect(findings.map(({ severity, line, reason, column }) => [severity, line, reason, column])).toEqual([
    ['rejected', 3, 'initiative.number', 'registration_number'],
    ['rejected', 4, 'initiative.twice', 'registration_number'],
    ['rejected', 5, 'initiative.untitled', 'title'],
    ['odd', 6, 'initiative.timeline', 'timeline'],
    ['odd', 2, 'answer.unreadable', 'laws_actions'],
  ]);
  expect(types.get('contribution.recorded/2')).toBe(2);
});

describe('the dates of a promise', () => {
  const odd = jest.fn();
  beforeEach(() => odd.mockReset());

  it('are read from one JSON object', () => {
    expect(deadlinesOf('{"2019-12-31": "A report."}', odd).promised).toEqual([{ on: '2019-12-31', text: 'A report.' }]);
    expect(deadlinesOf('null', odd)).toEqual({ promised: [], announced: [] });
  });

  it('are told apart from what the follow-up announces, written the way of Python', () => {
    const cell = `**Original Response:**\n{"2023-12-31": "By 2023."}\n\n**Current Followup:**\n{'2025-08-01': 'It said "later".', '2026-03-31': "The Commission's view, by March."}`;
    expect(deadlinesOf(cell, odd)).toEqual({
      promised: [{ on: '2023-12-31', text: 'By 2023.' }],
      announced: [
        { on: '2025-08-01', text: 'It said "later".' },
        { on: '2026-03-31', text: "The Commission's view, by March." },
      ],
    });
    expect(odd).not.toHaveBeenCalled();
  });

  it('are left out, and said, when they are no dates', () => {
    expect(deadlinesOf('{"soon": "A report."}', odd).promised).toEqual([]);
    expect(odd).toHaveBeenCalledTimes(1);
  });
});

it('tells each text once, with the days it names', () => {
  const text =
    'A proposal was adopted in [2018](https://x.invalid), and discussed at length since then by the two chambers.';
  const notes = notesOf({
    followUps: [{ text, dates: ['2018-02-01'] }],
    policies: [
      {
        type: 'Policy',
        description: text.replace('[2018](https://x.invalid)', '2018'),
        status: null,
        on: null,
        addresses: [],
      },
    ],
    laws: [],
    announced: [],
  } as never);
  expect(notes).toEqual([{ text, dates: ['2018-02-01'] }]);
});
