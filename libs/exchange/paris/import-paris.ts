import { join } from 'node:path';
import type { Refusal } from '@fil/facts/kit/refusal';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { ImportTally } from '../import-tally';
import { inFlight } from '../in-flight';
import type { Finding } from '../tables/finding';
import { readTable } from '../tables/read-table';
import { importChanges, importVanishing } from './import-changes';
import { ImportedIds, firstEventOf, importCommandId } from './import-ids';
import { importNewProject } from './import-new-project';
import { importReference } from './import-reference';
import { ImportSummary } from './import-summary';
import type { ProjectRow } from './project-row';
import { FORMAT_2024 } from './read-2024';
import { FORMAT_2025 } from './read-2025';
import { openTexts, type Texts } from './read-texts';
import type { SnapshotFormat } from './snapshot-format';
import { survey, type Survey } from './survey';
import { unrecordedChanges } from './unrecorded-changes';

/** Oldest first: each is laid over the ones before it. */
export const FORMATS: readonly SnapshotFormat[] = [FORMAT_2024, FORMAT_2025];

/** Projects under way at the same time: enough for their appends to share a commit, few enough to stay in memory. */
const IN_FLIGHT = 48;

export interface ParisImport {
  readonly taker: DecisionTaker;
  readonly folder: string;
  readonly snapshots: 'all' | '2024' | '2025';
  readonly report: (finding: Finding) => void;
  readonly progress?: (done: number, of: number) => void;
  /** Ends the import between two projects. */
  readonly signal?: AbortSignal;
}

/**
 * Takes over the participatory budget of Paris: reads all files to the end first, then writes project by project. Each
 * step has its own derived command id: done twice it writes nothing, interrupted it goes on where it was.
 *
 * @throws TableError before anything is written; ImportRefused, StoreBusy, AppendUncertain: run it again.
 */
export async function importParis(options: ParisImport): Promise<{ summary: ImportSummary; tally: ImportTally }> {
  const { folder, snapshots, report } = options;
  const chosen = FORMATS.filter(({ snapshot }) => snapshots === 'all' || snapshot.name === snapshots);
  const surveys: Survey[] = [];
  for (const format of chosen) surveys.push(await survey(folder, format, report));
  // Laid over what an earlier run took over, a later snapshot alone still needs the earlier one's list of projects.
  const [first] = surveys;
  const before = first && first.format !== FORMATS[0] ? await survey(folder, FORMATS[0]!, () => undefined) : null;
  const everySurvey = before ? [before, ...surveys] : surveys;
  const texts = await openTexts(folder, (id) => everySurvey.some(({ projects }) => projects.has(id)), report);
  const run = new ParisImportRun(
    options,
    texts,
    surveys.reduce((sum, { rows }) => sum + rows, 0),
  );
  run.summary.texts = texts.count;
  try {
    for (const one of surveys) await run.importSnapshot(one, everySurvey[everySurvey.indexOf(one) - 1] ?? null);
  } finally {
    await Promise.all([texts.close(), ...everySurvey.map(({ projects }) => projects.close())]);
  }
  return { summary: run.summary, tally: run.tally };
}

class ParisImportRun {
  readonly summary = new ImportSummary();
  readonly tally = new ImportTally();
  private readonly ids: ImportedIds;
  private done = 0;

  constructor(
    private readonly options: ParisImport,
    private readonly texts: Texts,
    private readonly total: number,
  ) {
    this.ids = new ImportedIds(options.taker.instanceKey);
  }

  async importSnapshot(now: Survey, earlier: Survey | null): Promise<void> {
    const { taker, signal } = this.options;
    if (signal?.aborted) return this.stop();
    this.summary.rows.set(now.format.snapshot.name, now.rows);
    await importReference(taker, now, this.tally);
    await inFlight(this.rowsOf(now), IN_FLIGHT, (row) => this.importProject(row, now, earlier), signal);
    if (earlier && !signal?.aborted) {
      const gone = [...earlier.projects.keys()].filter((id) => !now.projects.has(id));
      await inFlight(gone, IN_FLIGHT, (id) => this.importGone(id, now, earlier), signal);
    }
    if (signal?.aborted) this.stop();
  }

  private stop(): void {
    this.summary.interrupted = true;
  }

  private async *rowsOf({ format, projects }: Survey): AsyncGenerator<ProjectRow> {
    for await (const cells of readTable(join(this.options.folder, format.snapshot.file), format.shape)) {
      const { row } = format.interpret(cells);
      // What cannot be taken over, and a project's second row, were reported by the survey.
      if (row && projects.lineOf(row.id) === row.line) yield row;
      else this.oneDone();
    }
  }

  private async importProject(row: ProjectRow, now: Survey, earlier: Survey | null): Promise<void> {
    const { taker } = this.options;
    const { snapshot } = now.format;
    const recorded = await taker.load(this.ids.commitment(row.id));
    const begun = recorded[0]?.id;
    if (begun === undefined || begun === firstEventOf(importCommandId(snapshot.name, row.id, 'commitment'))) {
      const refusal = await importNewProject(taker, row, snapshot, await this.texts.textsOf(row.id), this.tally);
      if (refusal) this.refused(row, now.format, refusal);
      else this.summary.sawFirst(snapshot.name);
    } else if (earlier) {
      await this.layOver(row, now, earlier);
    } else {
      this.summary.alreadyKnown++;
    }
    this.oneDone();
  }

  private async layOver(row: ProjectRow, now: Survey, earlier: Survey): Promise<void> {
    const { snapshot } = now.format;
    const between = `${earlier.format.snapshot.takenOn}/${snapshot.takenOn}`;
    const { refusal, found } = await importChanges(this.options.taker, row, snapshot, between, this.tally);
    if (refusal) return this.refused(row, now.format, refusal);
    this.summary.add(found);
    const before = await earlier.rowOf(row.id);
    if (before) unrecordedChanges(before, row, found.steps, now.format).forEach(this.options.report);
  }

  private async importGone(id: string, now: Survey, earlier: Survey): Promise<void> {
    const { refusal, vanished } = await importVanishing(
      this.options.taker,
      id,
      earlier.format.snapshot,
      now.format.snapshot,
      this.tally,
    );
    const row = refusal ? await earlier.rowOf(id) : null;
    if (refusal && row) this.refused(row, earlier.format, refusal);
    else if (vanished) this.summary.vanished++;
  }

  private refused({ id, line }: ProjectRow, { snapshot, columns }: SnapshotFormat, { rule, message }: Refusal): void {
    const reason = rule === 'key.reused' ? CHANGED_SINCE : message;
    this.options.report({
      severity: 'rejected',
      file: snapshot.file,
      line,
      column: columns.id,
      value: id,
      reason: rule,
      message: reason,
    });
  }

  private oneDone(): void {
    this.options.progress?.(++this.done, this.total);
  }
}

const CHANGED_SINCE = {
  fr: 'cette ligne (ou son texte) n’est plus celle qui avait été reprise de ce même état des lieux : rien n’est modifié',
  en: 'this row (or its text) is no longer the one taken over from this same snapshot before: nothing is changed',
};
