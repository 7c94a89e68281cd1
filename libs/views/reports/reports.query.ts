import { Query } from '@nestjs/cqrs';
import type { ReportScope } from '@fil/facts/report/report-scope';
import type { StatedData } from '@fil/log/transparency/stated-data';
import type { Asked } from '../reading/shown';
import type { Report, ReportContributions, ReportDraft, ReportsAnswer } from './reports.answer';

export interface Page {
  readonly cursor?: string | null;
  readonly limit?: number;
}

/** Which reports were published? */
export class ListReports extends Query<ReportsAnswer> {
  constructor(
    /** Id of a consultation or of an authority that they name. */
    readonly naming: string | null,
    readonly asked: Asked,
    readonly page: Page,
  ) {
    super();
  }
}

/** What does this report say? Null when there is none with this id. */
export class FindReport extends Query<Report | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** What would a report on this scope say? At this size, or at the present one. Null: there was no such consultation. */
export class DraftReport extends Query<ReportDraft | null> {
  constructor(
    readonly scope: ReportScope,
    readonly size: number | null,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** The full data of a report, byte for byte. @see FindReport */
export class ReadReportData extends Query<StatedData | null> {
  constructor(
    readonly id: string,
    /** Of an earlier version: the size it rests on. Null: the present one. */
    readonly size: number | null,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** The contributions of a report, with their words. @see FindReport */
export class ListReportContributions extends Query<ReportContributions | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
    readonly page: Page,
  ) {
    super();
  }
}
