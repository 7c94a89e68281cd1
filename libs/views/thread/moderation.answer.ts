/** What was decided about showing a contribution's words, and what its author and the guarantor said of it. */
import type { AppealResult, ModerationGround, ToldBy } from '@fil/facts/codes/moderation';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { RedactedPassage } from '../reading/shown-instead';

type Words = Opened<Text> | null;

export interface ThreadAppeal {
  readonly given: Happened;
  readonly text: Words;
  /** The guarantor's, public and unedited; null while there is none. */
  readonly opinion: {
    readonly given: Happened;
    readonly guarantor: string | null;
    readonly opinion: AppealResult | null;
    readonly text: Words;
  } | null;
  readonly decided: {
    readonly given: Happened;
    readonly result: AppealResult | null;
    readonly decidedBy: Named | null;
    readonly authorTold: ToldBy | null;
    readonly reason: Words;
    /** It does not follow the guarantor's opinion. */
    readonly departs: boolean;
  } | null;
}

/** Facts are null where they are not public. */
export interface ThreadModerationDecision {
  readonly given: Happened;
  readonly kind: 'notPublished' | 'inadmissible';
  /** Of one not published; with the text of law it rests on. */
  readonly ground: ModerationGround | null;
  readonly source: string | null;
  /** Of one inadmissible: the version of the rules, and the article. */
  readonly rulesVersion: number | null;
  readonly article: string | null;
  readonly decidedBy: Named | null;
  readonly authorTold: ToldBy | null;
  readonly reason: Words;
  /** Last day to ask for re-examination, which suspends no time limit before the courts. */
  readonly appealBy: string | null;
  readonly appeal: ThreadAppeal | null;
  /** Neither reversed nor overtaken by a publication. */
  readonly stands: boolean;
}

export interface ThreadRedaction {
  readonly given: Happened;
  /** Which fields, and what is shown instead of each. */
  readonly passages: readonly RedactedPassage[];
  readonly ground: ModerationGround | null;
  readonly source: string | null;
  readonly decidedBy: Named | null;
  readonly authorTold: ToldBy | null;
  readonly explanation: Words;
}

export interface ThreadDisclosure {
  readonly given: Happened;
  /** The function that decided for this contribution alone; null under a standing authorisation. */
  readonly decidedBy: Named | null;
  readonly standing: { readonly authority: string; readonly authorisation: string } | null;
  readonly reason: Words;
}

export interface ThreadModeration {
  readonly decisions: readonly ThreadModerationDecision[];
  readonly redactions: readonly ThreadRedaction[];
  readonly disclosure: ThreadDisclosure | null;
}
