import { createHash } from 'node:crypto';
import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import type { FactEvent } from '@fil/facts/figures/fact-event';
import { publishedFigures } from '@fil/facts/figures/published-figures';
import { mainFigures, reportData } from '@fil/facts/report/report-data';
import { ReportFolding } from '@fil/facts/report/report-folding';
import { statedScope } from '@fil/facts/report/report-scope';
import { uuidV7 } from '@fil/log/event-store/ids';
import { SizeNotReached } from '@fil/log/event-store/read-verified';
import { canonicalJson } from '@fil/log/transparency/canonical-json';
import { rootOf } from '@fil/log/transparency/compact-range';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { ERASED } from '@fil/log/vault/vault';
import { tellStory, TODAY, type Story } from '../../../test/register/story';
import { fact, TestRegister } from '../../../test/register/test-register';
import { ViewReader } from '../reading/view-reader';
import { ReportDrawing } from './report-drawing';
import {
  DraftReportHandler,
  FindReportHandler,
  ListReportContributionsHandler,
  ListReportsHandler,
  ReadReportDataHandler,
} from './reports.handlers';
import { DraftReport, FindReport, ListReportContributions, ListReports, ReadReportData } from './reports.query';
import type { Report, ReportContributions, ReportDraft } from './reports.answer';

describe('reports', () => {
  let register: TestRegister;
  let story: Story;
  let reader: ViewReader;
  let drawing: ReportDrawing;
  const asked = { today: TODAY };

  beforeAll(async () => {
    register = await TestRegister.open();
    story = await tellStory(register);
    await project();
    reader = new ViewReader(register.dataSource, register.readYourWrites);
    drawing = new ReportDrawing(register.store);
  });
  afterAll(() => register.close());

  const project = async (): Promise<void> => {
    const runner = register.runner();
    await runner.prepare();
    expect(await runner.catchUp()).toEqual([]);
  };
  const listed = () => new ListReportsHandler(reader).execute(new ListReports(story.consultation, asked, {}));
  const found = async (): Promise<Report> => {
    const { items } = await listed();
    return (await new FindReportHandler(reader, drawing).execute(new FindReport(items[0]!.id, asked)))!;
  };
  const dataOf = async (id: string, size: number | null) =>
    (await new ReadReportDataHandler(reader, new ReportDrawing(register.store)).execute(
      new ReadReportData(id, size, asked),
    ))!;
  const drafted = (size: number | null = null): Promise<ReportDraft | null> =>
    new DraftReportHandler(reader, drawing).execute(
      new DraftReport({ kind: 'consultations', consultations: [story.consultation] }, size, asked),
    );
  const contributionsOf = async (id: string, cursor: string | null, limit: number): Promise<ReportContributions> =>
    (await new ListReportContributionsHandler(reader, drawing).execute(
      new ListReportContributions(id, asked, { cursor, limit }),
    ))!;

  /** The public entries as whoever mirrors the log has them: bytes, and nothing else. */
  const mirrored = async (size: number): Promise<{ entries: Buffer[]; events: FactEvent[] }> => {
    const { rows } = await register.pool.query<{ entry: Buffer }>(
      'SELECT entry FROM log.event WHERE idx < $1 ORDER BY idx',
      [size],
    );
    const entries = rows.map(({ entry }) => entry);
    const events = entries.map((bytes, index) => ({ ...(JSON.parse(bytes.toString('utf8')) as FactEvent), index }));
    return { entries, events };
  };

  it('lists the reports of a consultation, with what they rest on now', async () => {
    const { items, next } = await listed();
    expect(next).toBeNull();
    expect(items).toMatchObject([
      {
        title: { fr: 'Vivre la rue, en juin' },
        authority: { name: { fr: 'Commune de Vaubelle' } },
        consultations: [{ id: story.consultation, title: { fr: 'Vivre la rue' } }],
        corrections: 1,
        contests: 1,
        opinions: 2,
        rests: { cutOn: '2026-06-12' },
      },
    ]);
  });

  it('shows a report with opinions unedited, corrections beside what stood before, contests', async () => {
    const report = await found();
    expect(report.foreword).toEqual({ fr: 'Merci à toutes et à tous.' });
    const [cited, own] = report.attachedOpinions;
    expect(cited).toMatchObject({ by: 'guarantor', cites: { name: 'guarantor.reportPublished' } });
    expect(cited!.words).toEqual(report.words[cited!.cites!.event]);
    expect(own).toMatchObject({
      by: 'committee',
      cites: null,
      words: { text: { fr: expect.stringContaining('regrette') } },
    });
    const [correction] = report.correctionsMade;
    expect(correction).toMatchObject({
      parts: ['figures', 'title'],
      reason: { fr: expect.stringContaining('juin') },
      before: { title: { fr: 'Vivre la rue : ce que nous en faisons' }, foreword: null },
    });
    expect(correction!.before.rests!.size).toBeLessThan(report.rests.size);
    expect(report.contestsMade).toMatchObject([{ by: 'author', object: story.contributions.late, chapter: 6 }]);
  });

  it('gives the words of what chapters cite, and the names as they were at the cut', async () => {
    const { chapters, words, names } = await found();
    expect(words[chapters.mandate[0]!.opened.event]).toMatchObject({ title: { fr: 'Vivre la rue' } });
    const made = chapters.commitments.lines.find(({ commitment }) => commitment === story.commitments.lighting)!;
    expect(words[made.made.event]).toMatchObject({ title: { fr: 'Éclairer la rue Zola' } });
    const town = names.find(({ authority }) => authority === story.authority)!;
    expect(town.bodies).toContainEqual({ code: 'roads', name: { fr: 'Direction de la voirie' } });
  });

  it('gives every contribution with its words, a page at a time', async () => {
    const { id, rests } = await found();
    const pages: ReportContributions['items'][number][] = [];
    let cursor: string | null = null;
    do {
      const page: ReportContributions = await contributionsOf(id, cursor, 4);
      pages.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(pages).toHaveLength(rests.figures.received);
    const lit = pages.find(({ contribution }) => contribution === story.contributions.lit)!;
    expect(lit.words).toMatchObject({ title: { fr: 'Éclairer la rue Zola' } });
    expect(lit.answers[lit.points[0]!.answer!.event]).toMatchObject({ justification: { fr: expect.any(String) } });
  });

  it('drafts what would be published now, and nothing on what is not there', async () => {
    const draft = (await drafted())!;
    const size = await register.store.size();
    expect(draft.cut.size).toBe(size);
    expect(draft.chapters.progress.since).toMatchObject({ report: (await found()).id });
    const nobody = new DraftReport({ kind: 'consultations', consultations: [`consultation-${uuidV7()}`] }, null, asked);
    expect(await new DraftReportHandler(reader, drawing).execute(nobody)).toBeNull();
    await expect(drafted(size + 1)).rejects.toBeInstanceOf(SizeNotReached);
  });

  it('a report’s every number recomputed from the public entries alone gives the same figure', async () => {
    const { id, rests } = await found();
    const { entries, events } = await mirrored(rests.size);
    expect(rootOf(entries.map(leafHash)).toString('hex')).toBe(rests.root);

    const { bytes, sha256 } = await dataOf(id, null);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(rests.dataSha256);
    expect(sha256).toBe(rests.dataSha256);

    const folding = new ReportFolding(statedScope({ ...(await found()).scope, ...scopeFacts() }));
    for (const event of events) folding.add(event);
    const again = reportData(folding.record({ size: rests.size, root: rests.root, on: rests.cutOn }, null));
    expect(canonicalJson(again as never)).toBe(bytes.toString('utf8'));
    expect(mainFigures(again)).toEqual(rests.figures);
    const figures = publishedFigures(events, rests.cutOn, story.consultation);
    expect(again.chapters.onePage.contributions).toEqual(figures.contributions.figures);

    const counted = countedByHand(events, story.consultation);
    expect(rests.figures).toMatchObject(counted);
  });

  const scopeFacts = () => ({
    scope: 'consultations' as const,
    consultations: [story.consultation],
    authority: story.authority,
  });

  it('has behind every number the list it counts, and nothing in a list that the log does not have', async () => {
    const { id, rests } = await found();
    const { events } = await mirrored(rests.size);
    const known = new Set(events.flatMap(({ id: event, stream }) => [event, stream]));
    const lists = figuresIn(JSON.parse((await dataOf(id, null)).bytes.toString('utf8')));
    expect(lists.length).toBeGreaterThan(40);
    for (const { count, ids } of lists) {
      expect(ids).toHaveLength(count);
      expect(new Set(ids).size).toBe(count);
      expect(ids.map((one) => one.replace(/#.*$/, '')).filter((one) => !known.has(one))).toEqual([]);
    }
  });

  it('keeps the version before a correction, byte for byte', async () => {
    const { id, correctionsMade } = await found();
    const before = correctionsMade[0]!.before.rests!;
    expect((await dataOf(id, before.size)).sha256).toBe(before.dataSha256);
    expect(await new ReadReportDataHandler(reader, drawing).execute(new ReadReportData(id, 1, asked))).toBeNull();
  });

  it('after an erasure the facts stay, and the words are gone', async () => {
    const { id, rests } = await found();
    const { lit } = story.contributions;
    const order = `erasure-${uuidV7()}`;
    await register.append(order, [
      fact(erasureOrdered, {
        target: lit,
        fields: [],
        wholeSubject: true,
        ground: 'subjectRequest',
        office: 'roads',
      }),
    ]);
    await register.vaultStore.eraseKey('person-lit');
    await register.append(order, [fact(erasureCarriedOut, { target: lit, places: ['key'] })]);
    await project();
    expect((await dataOf(id, null)).sha256).toBe(rests.dataSha256);
    const { items } = await contributionsOf(id, null, 50);
    expect(items.find(({ contribution }) => contribution === lit)!.words).toMatchObject({ title: ERASED });
    expect(items).toHaveLength(rests.figures.received);
  });
});

/** Some figures again, without any of the code that publishes them. */
function countedByHand(events: readonly FactEvent[], consultation: string) {
  const lives = new Map<string, string[]>();
  for (const { type, stream, data } of events) {
    const name = type.slice(0, type.lastIndexOf('/'));
    if (name === 'contribution.recorded' && data['consultation'] === consultation) lives.set(stream, []);
    lives.get(stream)?.push(name.slice('contribution.'.length));
  }
  const counting = [...lives.values()].filter((life) => !life.includes('voided'));
  const having = (...names: string[]): number =>
    counting.filter((life) => life.some((name) => names.includes(name))).length;
  const opens = ['admitted', 'disclosureAuthorised'];
  const closes = ['notPublished', 'declaredInadmissible'];
  const published = counting.filter((life) =>
    opens.includes(life.findLast((name) => [...opens, ...closes].includes(name)) ?? ''),
  );
  return {
    received: counting.length,
    published: published.length,
    moderated: having('notPublished', 'declaredInadmissible', 'redacted'),
    withdrawn: having('withdrawn'),
    voided: lives.size - counting.length,
  };
}

interface Counted {
  readonly count: number;
  readonly ids: readonly string[];
}

/** Every number with its list, at whatever depth. */
function figuresIn(value: unknown, found: Counted[] = []): Counted[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('count' in value && 'ids' in value) found.push(value as Counted);
  for (const item of Object.values(value)) figuresIn(item, found);
  return found;
}
