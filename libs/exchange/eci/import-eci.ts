import type { Refusal } from '@fil/facts/kit/refusal';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { ImportTally } from '../import-tally';
import { inFlight } from '../in-flight';
import type { Finding } from '../tables/finding';
import type { AnswerRow, EciSnapshot, InitiativeRow } from './eci-rows';
import { findSnapshots } from './find-snapshots';
import { readAnswers } from './read-answers';
import { readInitiatives } from './read-initiatives';
import { takeAnswer } from './take-answer';
import { takeInitiative, UNSUCCESSFUL, WITHDRAWN, type StateOfDay } from './take-initiative';
import { takeReference } from './take-reference';

const IN_FLIGHT = 16;

export interface EciImport {
  readonly taker: DecisionTaker;
  readonly folder: string;
  readonly report: (finding: Finding) => void;
  readonly progress?: (done: number, of: number) => void;
  /** Ends the import between two initiatives. */
  readonly signal?: AbortSignal;
}

/** Rows against events, so that anybody can check the one against the other. */
export interface EciSummary {
  /** By state of the source: initiatives and answers read. */
  readonly snapshots: { readonly name: string; readonly initiatives: number; readonly answers: number }[];
  /** First seen in a later state. */
  appeared: number;
  /** Of another status in a later state. */
  changed: number;
  interrupted: boolean;
}

interface Read {
  readonly snapshot: EciSnapshot;
  readonly initiatives: ReadonlyMap<string, InitiativeRow>;
  readonly answers: ReadonlyMap<string, AnswerRow>;
}

/**
 * Takes over the register of European citizens' initiatives, the states found in the folder one over the other. All
 * tables are read to the end first. Each step has its own derived command: done twice it writes nothing.
 *
 * @throws TableError, ImportRefused before anything of an initiative is written; StoreBusy, AppendUncertain: run it again
 */
export async function importEci(options: EciImport): Promise<{ summary: EciSummary; tally: ImportTally }> {
  const { folder, report, taker, signal, progress } = options;
  const reads: Read[] = [];
  for (const snapshot of await findSnapshots(folder)) {
    reads.push({
      snapshot,
      initiatives: await readInitiatives(folder, snapshot, report),
      answers: await readAnswers(folder, snapshot, report),
    });
  }
  const tally = new ImportTally();
  const summary: EciSummary = { snapshots: [], appeared: 0, changed: 0, interrupted: false };
  await takeReference(taker, tally);
  const total = reads.reduce((sum, { initiatives }) => sum + initiatives.size, 0);
  let done = 0;
  for (const [n, { snapshot, initiatives, answers }] of reads.entries()) {
    const earlier = reads[n - 1];
    summary.snapshots.push({ name: snapshot.name, initiatives: initiatives.size, answers: answers.size });
    const dayOf = (part: 'initiatives' | 'answers'): StateOfDay => ({
      takenOn: snapshot[part].takenOn,
      before: earlier?.snapshot[part].takenOn ?? null,
    });
    const refused = (row: InitiativeRow, refusal: Refusal | null): void => {
      if (refusal) report(refusedRow(snapshot.initiatives.path, row, refusal));
    };
    await inFlight(
      initiatives.values(),
      IN_FLIGHT,
      async (row) => {
        const before = earlier?.initiatives.get(row.number);
        if (earlier && !before) summary.appeared++;
        if (before && before.status !== row.status) {
          summary.changed++;
          if (![UNSUCCESSFUL, WITHDRAWN].includes(row.status)) report(statusChanged(snapshot, before, row));
        }
        const refusal = await takeInitiative(taker, row, dayOf('initiatives'), tally);
        const answer = answers.get(row.number);
        refused(row, refusal ?? (answer ? await takeAnswer(taker, answer, row, dayOf('answers'), tally) : null));
        progress?.(++done, total);
      },
      signal,
    );
    if (signal?.aborted) {
      summary.interrupted = true;
      break;
    }
  }
  return { summary, tally };
}

const refusedRow = (file: string, { line, number }: InitiativeRow, { rule, message }: Refusal): Finding => ({
  severity: 'rejected',
  file,
  line,
  column: 'registration_number',
  value: number,
  reason: rule,
  message,
});

/** A collection that goes on, or a verification: nothing the register has an event for. Said, so that nothing changes unseen. */
const statusChanged = (snapshot: EciSnapshot, before: InitiativeRow, now: InitiativeRow): Finding => ({
  severity: 'notice',
  file: snapshot.initiatives.path,
  line: now.line,
  column: 'current_status',
  value: `${before.status} → ${now.status}`,
  reason: 'changed.status',
  message: {
    fr: 'l’état de la collecte a changé : sans événement dans le registre',
    en: 'the state of the collection has changed: the register has no event for it',
  },
});
