/** A synthesis: what it says and said, who disagreed, whom it groups, and how far its answer has come. */
import type { Outcome } from '@fil/facts/codes/outcome';
import type { Reason } from '@fil/facts/codes/reason';
import type { PassedOver } from '@fil/facts/codes/synthesis';
import type { When } from '@fil/facts/dates/when';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';
import type { DivergenceShown, TextShown } from '../reading/synthesis-texts';
import type { Words } from '../reading/words-of';
import type { CarriedShown, MemberState } from '../standings/carried';

export interface SynthesisSummary {
  readonly id: string;
  readonly consultation: { readonly id: string; readonly title: Words };
  /** The one it has now. */
  readonly title: Words;
  readonly themes: readonly Named[];
  readonly opened: Happened;
  /** Null while its words are not public. */
  readonly published: Happened | null;
  /** Points of contributions it groups now. */
  readonly members: number;
  readonly divergences: number;
  /** The common answer that stands. */
  readonly outcome: { readonly given: Happened; readonly outcome: Outcome } | null;
}

/** Who joined or left, and how many at once. */
export interface MovementShown extends Happened {
  readonly does: 'attached' | 'detached';
  readonly members: number;
  /** Of a detachment. */
  readonly reason: Words;
  readonly assisted: NonNullable<CommonFacts['assisted']> | null;
}

export interface CommonOutcomeShown {
  readonly given: Happened;
  readonly outcome: Outcome;
  readonly provisional: boolean;
  /** Of those of this synthesis, the one that stands. */
  readonly current: boolean;
  /** Event id of the common answer it replaced. */
  readonly supersedes: string | null;
  readonly reasons: readonly Reason[];
  readonly justification: Words;
  readonly advice: Words;
  readonly partTaken: Words;
  readonly condition: Words;
  readonly proposersOpinion: Words;
  readonly reference: Words<string>;
  readonly evidence: readonly Opened<string>[];
  readonly worseningReason: Words;
  readonly department: Named | null;
  readonly decidedBy: Named | null;
  readonly answerOn: When | null;
  readonly decision: string | null;
  readonly commitments: readonly string[];
  /** Members when it was given. */
  readonly members: number;
}

export interface MemberShown {
  readonly contribution: string;
  /** Its public number. */
  readonly number: string | null;
  readonly point: number;
  readonly title: Words;
  /** Still in the synthesis. */
  readonly member: boolean;
  readonly state: MemberState;
  readonly passedOver: PassedOver | null;
}

export interface Synthesis extends SynthesisSummary {
  readonly shown: Shown;
  /** The text it has now; null when none was given. */
  readonly text: Words;
  readonly texts: readonly TextShown[];
  /** On publication it was stated that none was expressed; those found since are listed all the same. */
  readonly noneExpressed: boolean;
  readonly recordedDivergences: readonly DivergenceShown[];
  readonly movements: readonly MovementShown[];
  /** In order; the last one stands. */
  readonly outcomes: readonly CommonOutcomeShown[];
  /** How far the one that stands has come; null without one. */
  readonly carried: CarriedShown | null;
  /** The first of whom it passed over, each with the reason; all of them: `…/members?state=passedOver`. */
  readonly passedOver: readonly MemberShown[];
  /** Assistance in opening it; null for none. */
  readonly assisted: NonNullable<CommonFacts['assisted']> | null;
}

export interface SynthesesAnswer {
  readonly shown: Shown;
  /** The latest opened first. */
  readonly items: readonly SynthesisSummary[];
  /** To be given back as `cursor`; null on the last page. */
  readonly next: string | null;
}

export interface SynthesisMembersAnswer {
  readonly shown: Shown;
  /** In the order in which they joined. */
  readonly items: readonly MemberShown[];
  readonly next: string | null;
}
