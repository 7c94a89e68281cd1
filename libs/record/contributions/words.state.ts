/** What a contribution's own events say of its words: which version stands, how it was understood, what is disputed. */
import type { AuthorText } from '@fil/facts/codes/words';
import type { CONTRIBUTION_EVENTS } from '@fil/facts/events/contribution.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { RecordedOf } from '../deciding/decider';

/** Who did something that may be contested: functions as far as they are named, else the body. */
export interface Doer {
  readonly functions: readonly string[];
  readonly body: string | null;
}

export interface StandingRestatement {
  readonly event: string;
  readonly by: Doer;
  readonly disputed: boolean;
  readonly upheld: boolean;
}

export interface Contest {
  /** The event that is contested. */
  readonly event: string;
  readonly what: string;
  /** Other objects that were read to see whether it concerns the author, such as the commitment declared done. */
  readonly basis: readonly string[];
  readonly answered: boolean;
}

export interface WordsState {
  /** How many versions of the text there are: 1 is what was recorded. */
  readonly versions: number;
  /** The event that holds each text as it stands. */
  readonly heldBy: Readonly<Record<AuthorText, string>>;
  readonly correctedByAuthor: boolean;
  readonly restatement: StandingRestatement | null;
  /** Rules for which receipt was acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
  readonly contests: ReadonlyMap<string, Contest>;
  /** By event. */
  readonly doers: ReadonlyMap<string, Doer>;
}

type ContributionEvent = RecordedOf<(typeof CONTRIBUTION_EVENTS)[number]>;

export const wordsRecorded = (event: string): WordsState => ({
  versions: 1,
  heldBy: { title: event, text: event },
  correctedByAuthor: false,
  restatement: null,
  acknowledged: new Set(),
  contests: new Map(),
  doers: new Map(),
});

/** Whatever an event names as a function that acted. */
export const doerOf = ({ actor, data }: { readonly actor: Actor; readonly data: object }): Doer => {
  const { by, decidedBy, assisted } = data as {
    by?: string;
    decidedBy?: string;
    assisted?: { readonly validatedBy: string };
  };
  return { functions: [by, decidedBy, assisted?.validatedBy].flatMap((code) => code ?? []), body: actor.body };
};

export function evolveWords(before: WordsState, event: ContributionEvent): WordsState {
  const words = { ...before, doers: new Map(before.doers).set(event.id, doerOf(event)) };
  switch (event.type) {
    case 'contribution.transcribed/1':
      return {
        ...words,
        versions: words.versions + 1,
        // A title that was not transcribed stays the one that was recorded.
        heldBy: { title: event.data.titled ? event.id : words.heldBy.title, text: event.id },
      };
    case 'contribution.textCorrected/1':
      return {
        ...words,
        versions: event.data.version,
        correctedByAuthor: true,
        heldBy: { ...words.heldBy, [event.data.field]: event.id },
      };
    case 'contribution.restated/1':
    case 'contribution.restatementCorrected/1':
      return { ...words, restatement: { event: event.id, by: doerOf(event), disputed: false, upheld: false } };
    case 'contribution.restatementDisputed/1':
      return { ...words, restatement: words.restatement && { ...words.restatement, disputed: true } };
    case 'contribution.restatementUpheld/1':
      return { ...words, restatement: words.restatement && { ...words.restatement, upheld: true } };
    case 'contribution.acknowledged/1':
      return { ...words, acknowledged: new Set(words.acknowledged).add(event.data.rule) };
    case 'contribution.contested/1': {
      const { event: contested, what, basis = [] } = event.data;
      const contest = { event: contested, what, basis: basis.map(({ stream }) => stream), answered: false };
      return { ...words, contests: new Map(words.contests).set(event.id, contest) };
    }
    case 'contribution.contestAnswered/1': {
      const contest = words.contests.get(event.data.contest);
      return contest
        ? { ...words, contests: new Map(words.contests).set(event.data.contest, { ...contest, answered: true }) }
        : words;
    }
    default:
      return words;
  }
}

/** True when this function, acting for this body, is not who did it; a body is what tells them apart where no function is named. */
export const isSomeoneElse = (doer: Doer | undefined, by: string, body: string | null): boolean =>
  doer === undefined ||
  (doer.functions.length > 0 ? !doer.functions.includes(by) : doer.body === null || doer.body !== body);
