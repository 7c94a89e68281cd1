import { definitionOf, EVENT_SCHEMA } from '@fil/facts/events/registry';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import { pathNow } from '@fil/facts/kit/event-schema';
import type { SealedFields } from '@fil/facts/kit/sealed-fields';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { canonicalJson, type CanonicalValue } from '@fil/log/transparency/canonical-json';
import { commitment } from '@fil/log/transparency/commitment';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import { ACCOUNT, ACTOR_BODY, contentOf } from '@fil/log/vault/vault';
import type { VaultStore } from '@fil/log/vault/vault-store.port';

/**
 * True when the events decided now say what those stored say: same types, dates and facts, and words that fit the stored
 * commitments. A word that was erased since cannot be compared and does not count.
 */
export async function saysTheSame(
  decided: readonly NewEvent[],
  stored: readonly RecordedEvent[],
  vault: VaultStore,
): Promise<boolean> {
  if (decided.length !== stored.length) return false;
  const openings = await vault.openings(stored.map(({ id }) => id));
  return decided.every((event, n) => {
    const found = stored[n]!;
    if (event.type !== found.type || event.occurredOn !== found.occurredOn) return false;
    // A concealed event was loaded with the two facts that stay in clear beside its own.
    const { consultation, sensitivity } = found.data;
    const facts = CONCEALED_DATA in found.sealed ? { consultation, sensitivity, ...event.data } : event.data;
    if (canonicalJson(facts as CanonicalValue) !== canonicalJson(found.data as CanonicalValue)) return false;
    const words = event.words as Record<string, unknown>;
    const reading = EVENT_SCHEMA.readingOf(found.recordedAs ?? found.type);
    for (const path of Object.keys(found.sealed)) {
      if (path === ACCOUNT || path === ACTOR_BODY || path === CONCEALED_DATA) continue;
      const now = pathNow(reading, path);
      if (now === null || isMadeHere(event.type, now)) continue;
      const opening = openings.find(
        (row) =>
          row.eventId === found.id && row.path === path && row.commitment.toString('base64') === found.sealed[path],
      );
      const content = opening ? contentOf(opening) : null;
      if (content === null) continue;
      const json = canonicalJson((valueAt(words, now) ?? null) as CanonicalValue);
      if (commitment(content.salt, found.id, path, json).toString('base64') !== found.sealed[path]) return false;
    }
    return countOfPaths(words) <= Object.keys(found.sealed).length;
  });
}

/** The digest of a secret made here says nothing of what the caller said: a repetition makes another. */
const isMadeHere = (type: string, path: string): boolean =>
  (definitionOf(type).sealed as SealedFields)[path.split('/')[1]!]?.kind === 'digest';

const valueAt = (words: Record<string, unknown>, path: string): unknown =>
  path
    .slice(1)
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], words);

const countOfPaths = (words: Record<string, unknown>): number =>
  Object.values(words).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : value === undefined ? 0 : 1),
    0,
  );
