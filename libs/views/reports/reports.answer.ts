import type { Label } from '@fil/facts/codes/label';
import type { REPORT_PARTS, ReportChapter, ReportContester } from '@fil/facts/codes/report';
import type { ReportChapters } from '@fil/facts/report/report-data';
import type { Cut } from '@fil/facts/report/report-record';
import type { ReportScope } from '@fil/facts/report/report-scope';
import type { mainFigures } from '@fil/facts/report/report-data';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';
import type { SuspendedPassage } from '../reading/suspended-passages';

export type MainFigures = ReturnType<typeof mainFigures>;

/** What the figures of a report rest on: an état arrêté. */
export interface RestsOn {
  /** Entries of the log, the root of their tree, the day of the last one in Paris. */
  readonly size: number;
  readonly root: string;
  readonly cutOn: string;
  readonly figures: MainFigures;
  /** SHA-256 of the full data file. */
  readonly dataSha256: string;
}

export interface ReportSummary {
  readonly id: string;
  readonly title: Opened<Text>;
  readonly authority: { readonly id: string; readonly name: Opened<Text> | null };
  readonly scope: ReportScope;
  readonly consultations: readonly { readonly id: string; readonly title: Opened<Text> | null }[];
  readonly published: Happened;
  /** As published, or as last corrected. */
  readonly rests: RestsOn;
  readonly corrections: number;
  readonly contests: number;
  readonly opinions: number;
}

export interface ReportsAnswer {
  readonly shown: Shown;
  /** The latest first. */
  readonly items: readonly ReportSummary[];
  readonly next: string | null;
}

/** A text of a guarantor or a committee, unedited: as its own event has it, or as it was written for this report. */
export interface AttachedOpinion {
  readonly attached: Happened;
  readonly by: 'guarantor' | 'committee';
  readonly object: string;
  /** By which function the guarantor is named, or the name of the committee. */
  readonly title: Opened<Text> | null;
  /** The event that holds the text; null when it was written for this report. */
  readonly cites: { readonly event: string; readonly name: string; readonly happened: Happened } | null;
  /** By field: a title, a text, an address. */
  readonly words: Words;
  /** Passages of the cited text that were suspended: on what ground, what is read instead, the author's reply. */
  readonly suspensions: readonly SuspendedPassage[];
}

export interface ReportCorrection {
  readonly corrected: Happened;
  readonly parts: readonly (typeof REPORT_PARTS)[number][];
  readonly reason: Opened<Text>;
  /** What stood before; null where that part was not corrected. */
  readonly before: {
    readonly title: Opened<Text> | null;
    readonly foreword: Opened<Text> | null;
    readonly rests: RestsOn | null;
  };
}

export interface ReportContest {
  readonly contested: Happened;
  readonly by: ReportContester;
  /** Id of the contribution, the guarantor or the committee. */
  readonly object: string | null;
  readonly chapter: number | null;
  readonly text: Opened<Text>;
}

/** Words of an event by field, as they may be shown today. */
export type Words = Readonly<Record<string, unknown>>;

/** Names of codes as they were at the cut. */
export interface NamesAtCut {
  readonly authority: string;
  readonly name: Opened<Text> | null;
  readonly bodies: readonly Named[];
  readonly functions: readonly Named[];
  readonly themes: readonly Named[];
}

export interface Contents {
  /** The fourteen, in the order in which they are read: the code is the name in `chapters`. */
  readonly contents: readonly { readonly chapter: number; readonly code: ReportChapter; readonly title: Label }[];
  readonly chapters: ReportChapters;
  /**
   * Words of the events that chapters cite, by event: as they may be shown today, the figures as at the cut. Those of
   * contributions and of their answers are on their own pages, and a page at a time at `…/contributions`.
   */
  readonly words: Readonly<Record<string, Words>>;
  readonly names: readonly NamesAtCut[];
  /** What is withheld of the texts of chapter 10, today, and why. */
  readonly suspensions: readonly SuspendedPassage[];
}

export interface Report extends ReportSummary, Contents {
  readonly shown: Shown;
  readonly foreword: Opened<Text> | null;
  readonly previous: string | null;
  readonly attachedOpinions: readonly AttachedOpinion[];
  readonly correctionsMade: readonly ReportCorrection[];
  readonly contestsMade: readonly ReportContest[];
}

/** A report that nobody has published: what would be published on this scope at this size. */
export interface ReportDraft extends Contents {
  readonly shown: Shown;
  readonly scope: ReportScope;
  readonly cut: Cut;
  readonly figures: MainFigures;
  /** To be given back when it is published: what was read is what is published. */
  readonly dataSha256: string;
}

/** Lines of chapter 6, with the words of the contributions and of their answers as they may be shown today. */
export interface ReportContributions {
  readonly shown: Shown;
  readonly items: readonly (ReportChapters['answers']['lines'][number] & {
    readonly words: Words;
    /** Words of the answers that stand, by event. */
    readonly answers: Readonly<Record<string, Words>>;
  })[];
  readonly next: string | null;
}
