import type { contributionRedacted } from '@fil/facts/events/moderation.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { KeptEvent } from './happening';

/** A field that is not shown, and what is shown instead of it. */
export interface RedactedPassage {
  /** The event that holds it. */
  readonly event: string;
  readonly path: string;
  readonly shownInstead: Opened<Text> | null;
}

type Redaction = Pick<KeptEvent, 'type' | 'data' | 'words'>;

/** Of an event that redacts; none of any other, or where which ones is not public. */
export function passagesOf({ type, data, words }: Redaction): RedactedPassage[] {
  if (type !== 'contribution.redacted/1') return [];
  const { event, paths = [] } = data as KnownData<typeof contributionRedacted>;
  const shown = (words['shownInstead'] as readonly Opened<Text>[] | undefined) ?? [];
  return event === undefined ? [] : paths.map((path, n) => ({ event, path, shownInstead: shown[n] ?? null }));
}

/** What is read where `event` has `path`: its own words, or what is shown instead of them. */
export function readIn(
  events: readonly Redaction[],
  { id, words }: Pick<KeptEvent, 'id' | 'words'>,
  field: string,
): Opened<Text> | null {
  const redacted = events.flatMap(passagesOf).findLast(({ event, path }) => event === id && path === `/${field}`);
  return redacted ? redacted.shownInstead : ((words[field] as Opened<Text> | undefined) ?? null);
}
