/** Computes reports from the log, and keeps the last few: the same scope at the same size is the same for ever. */
import { Injectable } from '@nestjs/common';
import { parisDay } from '@fil/facts/dates/paris-day';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { reportData, type ReportData } from '@fil/facts/report/report-data';
import { ReportFolding } from '@fil/facts/report/report-folding';
import { scopeKey, type ReportScope } from '@fil/facts/report/report-scope';
import { EventStore } from '@fil/log/event-store/event-store.port';
import { readVerified } from '@fil/log/event-store/read-verified';
import { statedData, type StatedData } from '@fil/log/transparency/stated-data';

/** What a drawn report says: read from the bytes that are hashed, so that nothing else is shown. */
export const dataOf = ({ bytes }: StatedData): ReportData => JSON.parse(bytes.toString('utf8')) as ReportData;

export interface ToDraw {
  readonly scope: ReportScope;
  readonly size: number;
  /** The report that chapter 9 starts from; undefined: the last one of the same scope. */
  readonly previous?: string | null;
}

/** Bytes alone: a report of 10,000 contributions has 20 MB of them. */
const KEPT = 4;

const MOST_WAITING = 8;

/** Others are being computed; nothing is wrong with the request. HTTP 503. */
export class TooManyDrawings extends ExplainedError {
  constructor() {
    super('report.busy', 'busy', {
      fr: 'D’autres rapports sont en cours de calcul. Recommencez dans quelques instants.',
      en: 'Other reports are being computed. Try again in a moment.',
    });
  }
}

@Injectable()
export class ReportDrawing {
  private readonly kept = new Map<string, Promise<StatedData>>();
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

  /** @throws SizeNotReached, TooManyDrawings */
  draw(asked: ToDraw): Promise<StatedData> {
    const key = JSON.stringify([
      scopeKey(asked.scope),
      asked.size,
      asked.previous ?? null,
      asked.previous === undefined,
    ]);
    const found = this.kept.get(key);
    if (found) {
      this.kept.delete(key);
      this.kept.set(key, found);
      return found;
    }
    // One at a time, and few in line: anybody may ask, and each reads the whole log.
    if (this.waiting >= MOST_WAITING) return Promise.reject(new TooManyDrawings());
    this.waiting++;
    const drawn = this.last.then(() => this.compute(asked));
    this.last = drawn.then(
      () => this.waiting--,
      () => this.waiting--,
    );
    this.kept.set(key, drawn);
    drawn.catch(() => this.kept.delete(key));
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return drawn;
  }

  private async compute({ scope, size, previous }: ToDraw): Promise<StatedData> {
    const folding = new ReportFolding(scope);
    const { root, at } = await readVerified(this.store, size, (event) => folding.add(event));
    return statedData(reportData(folding.record({ size, root, on: parisDay(at!) }, previous)));
  }
}
