/**
 * The vault: words and names. It answers to a named reader, with values and never with exceptions: what is there, or
 * why there is nothing to see.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { EventSchema } from '@fil/facts/kit/event-schema';
import type { Audience } from '@fil/facts/kit/sealed-fields';
import { randomBytesFromPool } from '../event-store/random-pool';
import { SALT_BYTES } from '../transparency/commitment';
import { CONCEALED_DATA } from '../transparency/entry';
import type { RecordedEvent } from '../event-store/recorded-event';
import type { StoredOpening, VaultStore } from './vault-store.port';

/** Not for this reader, or not yet public. */
export interface Withheld {
  readonly withheld: true;
}
/** Was there, and has been erased. */
export interface Erased {
  readonly erased: true;
}
export const WITHHELD: Withheld = Object.freeze({ withheld: true });
export const ERASED: Erased = Object.freeze({ erased: true });
export type Opened<T> = T | Withheld | Erased;

export const isWithheld = (value: unknown): value is Withheld =>
  typeof value === 'object' && value !== null && (value as Withheld).withheld === true;
export const isErased = (value: unknown): value is Erased =>
  typeof value === 'object' && value !== null && (value as Erased).erased === true;
/** The value if it may be read; undefined if it is absent, withheld or erased. */
export const readable = <T>(value: Opened<T> | undefined): T | undefined =>
  isWithheld(value) || isErased(value) ? undefined : value;

/** `public`: anybody. `office`: those with a role on the object. `person`: to write to her or to recognise her, never shown. */
export type Reader = Audience;
const MAY_READ: Record<Reader, readonly Audience[]> = {
  public: ['public'],
  office: ['public', 'office'],
  person: ['public', 'office', 'person'],
};

/** An event with what the reader may see of its sealed fields, by field name; lists item by item. */
export interface OpenedEvent<
  D = Readonly<Record<string, unknown>>,
  W = Readonly<Record<string, unknown>>,
> extends RecordedEvent<D> {
  readonly words: W;
  /** Its facts are sealed too (`/data`) and this reader may not see them: `data` holds only `consultation` and `sensitivity`. */
  readonly concealed: boolean;
}

export const ACCOUNT = '/actor/account';

const TAG_BYTES = 16;
const NONCE_BYTES = 12;

export const newSubjectKey = (): Buffer => randomBytesFromPool(32);

/** AES-256-GCM: nonce ‖ tag ‖ ciphertext. The event id and path are authenticated, so that no value can be moved. */
export function encryptFor(key: Buffer, eventId: string, path: string, content: Buffer): Buffer {
  const nonce = randomBytesFromPool(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(eventId + path));
  const body = cipher.update(content);
  cipher.final(); // GCM keeps nothing back: this only makes the tag
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, eventId: string, path: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(eventId + path));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

/** Salt and canonical value of an opening; null when it was erased. */
export function contentOf(opening: StoredOpening): { salt: Buffer; json: string } | null {
  if (opening.content === null) return null;
  if (opening.subject !== null && opening.key === null) return null;
  const plain =
    opening.subject === null ? opening.content : decrypt(opening.key!, opening.eventId, opening.path, opening.content);
  return { salt: plain.subarray(0, SALT_BYTES), json: plain.toString('utf8', SALT_BYTES) };
}

export class Vault {
  constructor(
    private readonly store: VaultStore,
    readonly schema: EventSchema,
  ) {}

  /** Opens what `reader` may see. The public sees nothing of an object that is not public (now, not when it was written). */
  async open(events: readonly RecordedEvent[], reader: Reader): Promise<OpenedEvent[]> {
    if (events.length === 0) return [];
    const [openings, visible] = await Promise.all([
      this.store.openings(events.map(({ id }) => id)),
      reader === 'public' ? this.visibleStreams(events) : null,
    ]);
    const byEvent = new Map<string, StoredOpening[]>();
    for (const opening of openings) {
      const found = byEvent.get(opening.eventId);
      if (found) found.push(opening);
      else byEvent.set(opening.eventId, [opening]);
    }
    return events.map((event) =>
      this.openOne(event, byEvent.get(event.id) ?? [], reader, visible === null || visible.has(event.stream)),
    );
  }

  private openOne(
    event: RecordedEvent,
    openings: readonly StoredOpening[],
    reader: Reader,
    visible: boolean,
  ): OpenedEvent {
    const reading = this.schema.readingOf(event.recordedAs ?? event.type);
    const read = (path: string, audience: Audience): unknown => {
      const committed = event.sealed[path];
      if (committed === undefined) return undefined;
      const opening = openings.find((row) => row.path === path && row.commitment.toString('base64') === committed);
      if (!opening) return ERASED;
      // Neither to more people than when it was sealed, nor to more than what any version since has said.
      const may = MAY_READ[reader].includes(opening.audience) && MAY_READ[reader].includes(audience);
      if (!visible || !may) return WITHHELD;
      const content = contentOf(opening);
      if (content === null) return ERASED;
      return content.json === 'null' ? undefined : JSON.parse(content.json);
    };
    const words: Record<string, unknown> = {};
    for (const { name, recordedAs, list, audience } of reading.words) {
      const value = list
        ? readList(event, recordedAs, (path) => read(path, audience))
        : read(`/${recordedAs}`, audience);
      if (value !== undefined) words[name] = value;
    }
    if (!(CONCEALED_DATA in event.sealed)) return { ...event, words, concealed: false };
    const data = readable(read(CONCEALED_DATA, 'public') as Opened<Record<string, unknown>> | undefined);
    return data
      ? { ...event, data: { ...event.data, ...reading.facts(data) }, words, concealed: false }
      : { ...event, words, concealed: true };
  }

  /** Streams whose words are public now: those that never had to be opened, and those that were and were not closed since. */
  private async visibleStreams(events: readonly RecordedEvent[]): Promise<Set<string>> {
    const streams = new Set(events.map(({ stream }) => stream));
    const hidden = [...streams].filter((stream) => this.schema.mustBeOpened(stream));
    const latest = hidden.length > 0 ? await this.store.latestVisibility(hidden) : new Map<string, string>();
    for (const stream of hidden) if (latest.get(stream) !== 'opens') streams.delete(stream);
    return streams;
  }
}

function readList(event: RecordedEvent, name: string, read: (path: string) => unknown): unknown[] | undefined {
  const items: unknown[] = [];
  while (`/${name}/${items.length}` in event.sealed) items.push(read(`/${name}/${items.length}`));
  return items.length > 0 ? items : undefined;
}
