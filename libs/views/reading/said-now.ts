/** What a contribution says as it stands: as recorded or transcribed, as its author corrected it, as it may be shown. */
import type { contributionTranscribed, textCorrected } from '@fil/facts/events/words.events';
import type { AuthorText } from '@fil/facts/codes/words';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { KeptEvent } from './happening';
import { passagesOf } from './shown-instead';

/** Where the title or the text stands, and how it reads. JSON-serialisable. */
export interface Said {
  /** As they may be shown: where they were redacted, what is shown instead. */
  readonly words: Opened<Text> | null;
  /** The event that holds it, and under which path. */
  readonly event: string;
  readonly path: string;
}

/** Events that change it. */
export const SAYS: ReadonlySet<string> = new Set([
  'contribution.recorded/2',
  'contribution.transcribed/1',
  'contribution.textCorrected/1',
  'contribution.redacted/1',
]);

type Event = Pick<KeptEvent, 'id' | 'type' | 'data' | 'words'>;

const saidBy = ({ id, words }: Event, name: string): Said => ({
  words: (words[name] as Opened<Text> | undefined) ?? null,
  event: id,
  path: `/${name}`,
});

/** One event more; undefined before `contribution.recorded`. */
export function saidAfter(field: AuthorText, before: Said | undefined, event: Event): Said | undefined {
  if (event.type === 'contribution.recorded/2') return saidBy(event, field);
  if (!before) return undefined;
  switch (event.type) {
    case 'contribution.transcribed/1': {
      const { titled } = event.data as KnownData<typeof contributionTranscribed>;
      return field === 'text' || titled ? saidBy(event, field) : before;
    }
    case 'contribution.textCorrected/1':
      return (event.data as KnownData<typeof textCorrected>).field === field ? saidBy(event, 'corrected') : before;
    case 'contribution.redacted/1': {
      const passage = passagesOf(event).findLast((one) => one.event === before.event && one.path === before.path);
      return passage ? { ...before, words: passage.shownInstead } : before;
    }
    default:
      return before;
  }
}
