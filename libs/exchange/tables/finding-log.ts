import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Language } from '@fil/ui/language';
import { csvLine } from '@fil/ui/format/csv-line';
import type { Finding, Severity } from './finding';

/** How often each reason was found. */
export interface ReasonCount {
  readonly severity: Severity;
  readonly reason: string;
  readonly count: number;
  /** In the words of the first one found. */
  readonly message: Finding['message'];
}

/** Most findings kept to be shown; all are counted, and all are written to the report. */
const MOST_SHOWN = 2_000;

const HEADER = {
  fr: ['gravité', 'fichier', 'ligne', 'colonne', 'valeur', 'motif', 'explication'],
  en: ['severity', 'file', 'line', 'column', 'value', 'reason', 'explanation'],
};

/** What an import found odd: counted by reason, the cells to look at kept, everything written to a file when asked. */
export class FindingLog {
  private readonly counts = new Map<
    string,
    { severity: Severity; reason: string; count: number; message: Finding['message'] }
  >();
  private readonly kept: Finding[] = [];
  private readonly file: WriteStream | null;
  private broken: Error | null = null;

  /** @param path of the CSV file to write; null for none. */
  constructor(
    path: string | null,
    private readonly language: Language,
  ) {
    this.file = path === null ? null : createWriteStream(path);
    this.file?.on('error', (error) => (this.broken = error));
    // With a BOM: spreadsheets take a CSV file without one for Latin-1.
    this.file?.write(`\uFEFF${csvLine(HEADER[language])}`);
  }

  readonly add = (finding: Finding): void => {
    const { severity, file, line, column, value, reason, message } = finding;
    const key = `${severity} ${reason}`;
    const counted = this.counts.get(key) ?? { severity, reason, count: 0, message };
    counted.count++;
    this.counts.set(key, counted);
    if (severity !== 'notice' && this.kept.length < MOST_SHOWN) this.kept.push(finding);
    this.file?.write(csvLine([severity, file, line, column, value, reason, message[this.language]]));
  };

  /** Rejected and odd cells, in the order found, at most 2,000. */
  get toShow(): readonly Finding[] {
    return this.kept;
  }

  count(severity: Severity): number {
    return [...this.counts.values()].reduce(
      (sum, counted) => sum + (counted.severity === severity ? counted.count : 0),
      0,
    );
  }

  get byReason(): readonly ReasonCount[] {
    const order: readonly Severity[] = ['rejected', 'odd', 'notice'];
    return [...this.counts.values()].sort(
      (a, b) =>
        order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count || a.reason.localeCompare(b.reason),
    );
  }

  /** Completes the report. @throws when it could not be written */
  async close(): Promise<void> {
    if (this.file && !this.broken) {
      this.file.end();
      if (!this.file.closed) await once(this.file, 'close').catch((error: Error) => (this.broken = error));
    }
    if (this.broken) throw this.broken;
  }
}
