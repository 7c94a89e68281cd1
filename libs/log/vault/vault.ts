/**
 * The vault: words and names. It answers to a named reader, with values and never with exceptions: what is there, or
 * why there is nothing to see.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { EventReading, EventSchema, WordReading } from '@fil/facts/kit/event-schema';
import type { Audience } from '@fil/facts/kit/sealed-fields';
import { randomBytesFromPool } from '../event-store/random-pool';
import type { CanonicalValue } from '../transparency/canonical-json';
import { SALT_BYTES } from '../transparency/commitment';
import { CONCEALED_DATA } from '../transparency/entry';
import type { ShownField } from '../transparency/receipt';
import { toRecordedEvent, type RecordedEvent } from '../event-store/recorded-event';
import type { StoredOpening, VaultStore } from './vault-store.port';
import { withheldPassages, WithheldPassages } from './withheld-passages';

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

/** The sealed values of an event that a reader may check; of the rest, why not. */
export interface Disclosed {
  readonly event: RecordedEvent;
  readonly fields: readonly ShownField[];
  /** Paths: not for this reader, or not now. */
  readonly withheld: readonly string[];
  readonly erased: readonly string[];
}

type Facts = Readonly<Record<string, unknown>>;

export const ACCOUNT = '/actor/account';
/** Of an object that is not public the actor's body is sealed too, for good: few people work in one unit. */
export const ACTOR_BODY = '/actor/body';

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

/** Who looks, and at what. */
interface Looking {
  readonly reader: Reader;
  /** Whether the words of the event's object are public, if that matters to the reader. */
  readonly visible: boolean;
  /** Whether its facts are: a fact that was public once stays so, whatever becomes of the words. */
  readonly factsVisible: boolean;
  readonly withheld: WithheldPassages;
}
const NOTHING_WITHHELD = new WithheldPassages();

export class Vault {
  constructor(
    private readonly store: VaultStore,
    readonly schema: EventSchema,
  ) {}

  /**
   * Opens what `reader` may see. The public sees no words of an object that is not public, nor of a passage that is
   * withheld (now, not when it was written); of one that never was public, no facts either.
   */
  open(events: readonly RecordedEvent[], reader: Reader): Promise<OpenedEvent[]> {
    return this.looked(events, reader, openOne);
  }

  /**
   * Opens the sealed values themselves, with their salts, so that others can check them: by the same rules as `open`,
   * path by path as they stand in the entry.
   */
  async disclose(events: readonly RecordedEvent[], reader: Reader): Promise<Disclosed[]> {
    return this.looked(events, reader, (event, look) => {
      const fields: ShownField[] = [];
      const withheld: string[] = [];
      const erased: string[] = [];
      for (const path of Object.keys(event.sealed)) {
        const found = look.path(path);
        if (isErased(found)) erased.push(path);
        else if (found === undefined || isWithheld(found)) withheld.push(path);
        else fields.push({ path, salt: found.salt, value: JSON.parse(found.json) as CanonicalValue });
      }
      return { event, fields, withheld, erased };
    });
  }

  private async looked<T>(
    events: readonly RecordedEvent[],
    reader: Reader,
    told: (event: RecordedEvent, look: Look) => T,
  ): Promise<T[]> {
    if (events.length === 0) return [];
    const [openings, visible, withheld] = await Promise.all([
      this.store.openings(events.map(({ id }) => id)),
      reader === 'public' ? this.visibleStreams(events) : null,
      reader === 'public' ? this.withheldIn(events) : null,
    ]);
    const disclosed = visible && (await this.disclosedStreams(events, visible));
    const byEvent = new Map<string, StoredOpening[]>();
    for (const opening of openings) {
      const found = byEvent.get(opening.eventId);
      if (found) found.push(opening);
      else byEvent.set(opening.eventId, [opening]);
    }
    return events.map((event) => {
      const looking = {
        reader,
        visible: visible === null || visible.has(event.stream),
        factsVisible: disclosed === null || disclosed.has(event.stream),
        withheld: withheld ?? NOTHING_WITHHELD,
      };
      return told(
        event,
        new Look(event, byEvent.get(event.id) ?? [], looking, this.schema.readingOf(event.recordedAs ?? event.type)),
      );
    });
  }

  /** What events of these streams withhold now. */
  private async withheldIn(events: readonly RecordedEvent[]): Promise<WithheldPassages> {
    const streams = [...new Set(events.map(({ stream }) => stream))].filter((one) => this.schema.mayWithhold(one));
    const found = streams.length === 0 ? [] : await this.store.withholdings(streams);
    // Of an object that is not public, which passages they are is sealed too.
    return withheldPassages(await this.open(found.map(toRecordedEvent), 'office'), this.schema);
  }

  /** Streams whose words are public now: those that never had to be opened, and those that were and were not closed since. */
  private async visibleStreams(events: readonly RecordedEvent[]): Promise<Set<string>> {
    const streams = new Set(events.map(({ stream }) => stream));
    const hidden = [...streams].filter((stream) => this.schema.mustBeOpened(stream));
    const latest = hidden.length > 0 ? await this.store.latestVisibility(hidden) : new Map<string, string>();
    for (const stream of hidden) if (latest.get(stream) !== 'opens') streams.delete(stream);
    return streams;
  }

  /** Streams whose facts are public although they were sealed: those that are visible, or were once. */
  private async disclosedStreams(
    events: readonly RecordedEvent[],
    visible: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>> {
    const closed = events.filter(({ stream, sealed }) => CONCEALED_DATA in sealed && !visible.has(stream));
    if (closed.length === 0) return visible;
    return new Set([...visible, ...(await this.store.everOpened(closed.map(({ stream }) => stream)))]);
  }
}

type Content = NonNullable<ReturnType<typeof contentOf>>;

/** One reader looks at the sealed values of one event. */
class Look {
  readonly isConcealed: boolean;
  /** As far as this reader may know them: undefined when they are sealed too, and not for her. */
  readonly facts: Facts | undefined;
  private readonly sourceIsWithheld: boolean;

  constructor(
    private readonly event: RecordedEvent,
    private readonly openings: readonly StoredOpening[],
    private readonly looking: Looking,
    readonly reading: EventReading,
  ) {
    this.isConcealed = CONCEALED_DATA in event.sealed;
    this.facts = this.isConcealed ? this.concealedFacts() : event.data;
    this.sourceIsWithheld = looking.withheld.hasSourceOf(reading.current, this.facts ?? event.data);
  }

  private concealedFacts(): Facts | undefined {
    const stated = readable(valueOf(this.path(CONCEALED_DATA)) as Opened<Facts> | undefined);
    return stated && { ...this.event.data, ...this.reading.facts(stated) };
  }

  /** @param path as it is in the entry; undefined when nothing that is read today was sealed there */
  path(path: string): Opened<Content> | undefined {
    if (path === CONCEALED_DATA) return this.at(path, 'public', this.looking.factsVisible);
    if (path === ACCOUNT || path === ACTOR_BODY) return this.at(path, 'office', true);
    const [, name] = path.split('/');
    const word = this.reading.words.find(({ recordedAs }) => recordedAs === name);
    return word && this.word(word, path);
  }

  word(word: WordReading, path: string): Opened<Content> | undefined {
    const { visible, withheld } = this.looking;
    const isPublic = visible || (word.always && !this.isConcealed);
    const isShown = isPublic && !this.sourceIsWithheld && !withheld.has(this.event, path, this.reading);
    return this.at(path, word.audience, isShown);
  }

  private at(path: string, audience: Audience, shown: boolean): Opened<Content> | undefined {
    const { reader } = this.looking;
    const committed = this.event.sealed[path];
    if (committed === undefined) return undefined;
    const opening = this.openings.find((row) => row.path === path && row.commitment.toString('base64') === committed);
    if (!opening) return ERASED;
    // Neither to more people than when it was sealed, nor to more than what any version since has said.
    const may = MAY_READ[reader].includes(opening.audience) && MAY_READ[reader].includes(audience);
    if (!shown || !may) return WITHHELD;
    return contentOf(opening) ?? ERASED;
  }
}

function valueOf(content: Opened<Content> | undefined): unknown {
  if (content === undefined || isWithheld(content) || isErased(content)) return content;
  return content.json === 'null' ? undefined : JSON.parse(content.json);
}

function openOne(event: RecordedEvent, look: Look): OpenedEvent {
  const words: Record<string, unknown> = {};
  for (const word of look.reading.words) {
    const { name, recordedAs, list } = word;
    const read = (path: string): unknown => valueOf(look.word(word, path));
    const value = list ? readList(event, recordedAs, read) : read(`/${recordedAs}`);
    if (value !== undefined) words[name] = value;
  }
  if (!look.isConcealed) return { ...event, words, concealed: false };
  const body = readable(valueOf(look.path(ACTOR_BODY)) as Opened<string> | undefined);
  const actor = body === undefined ? event.actor : { ...event.actor, body };
  return { ...event, actor, data: look.facts ?? event.data, words, concealed: look.facts === undefined };
}

function readList(event: RecordedEvent, name: string, read: (path: string) => unknown): unknown[] | undefined {
  const items: unknown[] = [];
  while (`/${name}/${items.length}` in event.sealed) items.push(read(`/${name}/${items.length}`));
  return items.length > 0 ? items : undefined;
}
