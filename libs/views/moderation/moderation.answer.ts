/** The public list of moderation: grounds, dates, capacities and counts. Never a word of what was said. */
import type { AppealResult, ModerationGround, ToldBy } from '@fil/facts/codes/moderation';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';

export const MODERATION_STEPS = {
  'contribution.notPublished/1': 'notPublished',
  'contribution.declaredInadmissible/1': 'inadmissible',
  'contribution.redacted/1': 'redacted',
  'contribution.appealLodged/1': 'appealLodged',
  'contribution.guarantorOpinionGiven/1': 'opinionGiven',
  'contribution.appealDecided/1': 'appealDecided',
} as const;
export type ModerationStep = (typeof MODERATION_STEPS)[keyof typeof MODERATION_STEPS];

/** Facts are null where they do not apply, or are not public. */
export interface ModerationRow {
  readonly step: ModerationStep;
  /** When, and in which capacity. */
  readonly given: Happened;
  readonly contribution: { readonly id: string; readonly number: string };
  readonly consultation: string;
  readonly ground: ModerationGround | null;
  /** The text of law it rests on. */
  readonly source: string | null;
  /** Of the rules. */
  readonly rulesVersion: number | null;
  readonly article: string | null;
  readonly decidedBy: Named | null;
  readonly authorTold: ToldBy | null;
  /** The guarantor's opinion, or the decision. */
  readonly result: AppealResult | null;
}

export interface ModerationAnswer {
  readonly shown: Shown;
  /** Of all that match, not only of this page: how many of each step, and on which ground. */
  readonly counts: readonly {
    readonly step: ModerationStep;
    readonly ground: ModerationGround | null;
    readonly count: number;
  }[];
  /** The latest written first. */
  readonly items: readonly ModerationRow[];
  readonly next: string | null;
}
