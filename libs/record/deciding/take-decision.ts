/**
 * The one road from a command to the log: load the object's stream and those its rules name, decide, seal, append; after
 * a conflict load and decide again.
 */
import type { Actor, ActorRole } from '@fil/facts/kit/actor';
import { parisDay } from '@fil/facts/dates/paris-day';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import type { EventSchema } from '@fil/facts/kit/event-schema';
import { isRefusal, type Refusal } from '@fil/facts/kit/refusal';
import type { SealedFields } from '@fil/facts/kit/sealed-fields';
import {
  AppendUncertain,
  EventStore,
  type Append,
  type AppendResult,
  type StoredEntry,
} from '@fil/log/event-store/event-store.port';
import { derivedEventId, uuidV7 } from '@fil/log/event-store/ids';
import { readVerified, type VerifiedReading } from '@fil/log/event-store/read-verified';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Register } from '@fil/log/register/register';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import { sealEvents } from '@fil/log/vault/sealer';
import { newSubjectKey, Vault } from '@fil/log/vault/vault';
import { VaultStore } from '@fil/log/vault/vault-store.port';
import { type Decided, type Decider, type DecidingContext, fold } from './decider';
import type { Clock } from './clock';
import { erasedSubject, onlyAnImportTakesOver, reusedKey, staleRevision } from './road-refusals';
import { saysTheSame } from './says-the-same';
import { subjectOf } from './subject-of';

/** In which capacity, from which account, under which key. */
export interface By {
  readonly actor: Actor;
  readonly account: string | null;
  /** Id of the command: with the same one nothing is recorded twice. Absent: minted here. */
  readonly commandId?: string;
  /** Event that led to this command; absent: the command's own id. */
  readonly cause?: string;
}

export interface Reads<S> {
  readonly stream: string;
  readonly decider: Decider<S>;
}

export interface Taking<S, R extends Record<string, unknown>> {
  readonly stream: string;
  readonly decider: Decider<S>;
  /** Other objects the rule needs: their streams, never read models. */
  readonly reads?: { readonly [K in keyof R]: Reads<R[K]> };
  readonly by: By;
  /** Revision the caller saw; a conflict is then the caller's to settle. */
  readonly expected?: number;
  decide(state: S, seen: R, context: DecidingContext): Decided;
}

export interface Recorded {
  readonly stream: string;
  readonly revision: number;
  /** The log's size after it: what a reader must wait for to read her own write. */
  readonly size: number;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  /** It had been recorded before, under the same key. */
  readonly duplicate: boolean;
  /** Stored, not yet in the log. */
  readonly pending: boolean;
}

/** A process carries on what an import said: the members of a synthesis get its answer as it was taken over. */
const MAY_TAKE_OVER: ReadonlySet<ActorRole> = new Set(['import', 'process']);

const ATTEMPTS = 3;

/** Entries read in one piece. */
const AT_ONCE = 2_000;

export class DecisionTaker {
  constructor(
    private readonly store: EventStore,
    private readonly vaultStore: VaultStore,
    private readonly vault: Vault,
    private readonly register: Register,
    private readonly schema: EventSchema,
    private readonly clock: Clock,
  ) {}

  /** For ids derived from source references. */
  get instanceKey(): Buffer {
    return this.register.instanceKey;
  }

  /** @throws InvalidEvent, EntryTooLong, StoreBusy, AppendUncertain */
  async take<S, R extends Record<string, unknown> = Record<never, never>>(
    taking: Taking<S, R>,
  ): Promise<Recorded | Refusal> {
    const commandId = taking.by.commandId ?? uuidV7();
    for (let attempt = 1; ; attempt++) {
      const events = await this.load(taking.stream);
      const before = events.findIndex(({ id }) => id === derivedEventId(commandId, 0));
      if (before >= 0) return this.repeat(taking, events, before, commandId);

      if (taking.expected !== undefined && taking.expected !== events.length)
        return staleRevision(taking.expected, events.length);
      const state = fold(taking.decider, events);
      const [seen, basis] = await this.read(taking);
      const at = `${this.clock.now().toISOString().slice(0, 19)}Z`;
      const decided = taking.decide(state, seen, { today: parisDay(at), at });
      if (isRefusal(decided)) return decided;
      if (!MAY_TAKE_OVER.has(taking.by.actor.role) && decided.some(({ data }) => data.takenOver))
        return onlyAnImportTakesOver();
      const last = events.at(-1);
      if (decided.length === 0) {
        return { stream: taking.stream, revision: events.length, ...standing(last), events: [], duplicate: false };
      }
      const sealed = await this.seal(taking, state, withBasis(decided, basis), events.length, at, commandId);
      if (isRefusal(sealed)) return sealed;

      const result = await this.append(sealed, taking.by.commandId === undefined);
      if (result.status === 'ok' || result.status === 'pending') {
        const pending = result.status === 'pending';
        return {
          stream: taking.stream,
          revision: sealed.expected + sealed.entries.length,
          size: pending ? 0 : result.size,
          events: sealed.entries.map(({ id, type }) => ({ id, type })),
          duplicate: false,
          pending,
        };
      }
      if (result.status === 'duplicate') continue; // somebody repeated the same command just now: compare it above
      if (result.status === 'reusedId') return reusedKey();
      if (result.status === 'erased') return erasedSubject();
      if (attempt >= ATTEMPTS || taking.expected !== undefined)
        return staleRevision(taking.expected ?? events.length, result.revision);
    }
  }

  /** Events of a stream with their facts; sealed facts of an object that is not public are opened. */
  async load(stream: string, upTo?: number): Promise<RecordedEvent[]> {
    return this.facts(await this.store.readStream(stream, upTo));
  }

  /**
   * Reads the log from its first entry, with its root: for what rests on all of it. @see readVerified
   *
   * @throws SizeNotReached
   */
  readLog(size: number, visit?: (event: RecordedEvent) => void, sizes?: readonly number[]): Promise<VerifiedReading> {
    return readVerified(this.store, size, visit, sizes);
  }

  /** Entries from an index on, sealed as they are: for the rare rule that asks about a whole set. */
  async *entriesFrom(index: number): AsyncGenerator<StoredEntry> {
    for (let next = index; ;) {
      const entries = await this.store.readAll(next, AT_ONCE);
      yield* entries;
      const last = entries.at(-1);
      if (!last) return;
      next = last.index + 1;
    }
  }

  /** Whether the object has changed since this revision. */
  async hasMoved(stream: string, since: number): Promise<boolean> {
    return (await this.store.readStream(stream, undefined, since)).length > 0;
  }

  /** Whether there is such an object at all. */
  async exists(stream: string): Promise<boolean> {
    return (await this.store.readStream(stream, 1)).length > 0;
  }

  private async facts(stored: readonly StoredEntry[]): Promise<RecordedEvent[]> {
    const events = stored.map(toRecordedEvent);
    if (!events.some(({ sealed }) => CONCEALED_DATA in sealed)) return events;
    const opened = await this.vault.open(events, 'office');
    return opened.filter(({ concealed }) => !concealed);
  }

  private async read<S, R extends Record<string, unknown>>(
    taking: Taking<S, R>,
    at?: ReadonlyMap<string, number>,
  ): Promise<[R, { stream: string; rev: number }[]]> {
    const basis: { stream: string; rev: number }[] = [];
    const seen: Record<string, unknown> = {};
    for (const [name, { stream, decider }] of Object.entries(taking.reads ?? {}) as [string, Reads<unknown>][]) {
      const events = at && !at.has(stream) ? [] : await this.load(stream, at?.get(stream));
      seen[name] = fold(decider, events);
      if (events.length > 0) basis.push({ stream, rev: events.at(-1)!.rev });
    }
    return [seen as R, basis];
  }

  private async seal<S, R extends Record<string, unknown>>(
    taking: Taking<S, R>,
    state: S,
    decided: readonly NewEvent[],
    revision: number,
    at: string,
    commandId: string,
  ): Promise<Append | Refusal> {
    const { stream, decider, by } = taking;
    const after = decided.reduce(
      (s, event, n) => decider.evolve(s, asIfRecorded(event, stream, revision + n + 1, at, by.actor) as never),
      state,
    );
    const subjectId = subjectOf(stream);
    let subject: { id: string; key: Buffer } | null = null;
    const mints = subjectId !== null && revision === 0;
    const hers = decided.some((event) => hasWordsOfHers(event, this.schema));
    if (subjectId !== null && (mints || hers)) {
      const known = mints
        ? ({ state: 'active', key: newSubjectKey() } as const)
        : await this.vaultStore.keyOf(subjectId);
      // Her words can no longer be kept; what the authority owes her, such as an answer, still can.
      if (known.state === 'erased') return erasedSubject();
      if (known.state === 'active') subject = { id: subjectId, key: known.key };
    }
    // A key of the caller's gives the same ids again; without one, ids in time order keep the indexes small.
    const ids = decided.map((_, n) => (by.commandId ? derivedEventId(commandId, n) : uuidV7()));
    const entries = sealEvents(
      decided,
      {
        log: this.register.origin,
        stream,
        firstRev: revision + 1,
        ids,
        at,
        actor: by.actor,
        account: by.account,
        cause: by.cause ?? commandId,
        subject,
        concealed: decider.concealment?.(after) ?? null,
      },
      this.schema,
    );
    return {
      stream,
      expected: revision,
      entries,
      mint: mints && subject ? { subject: subject.id, key: subject.key } : undefined,
      correlation: commandId,
    };
  }

  /**
   * An append of which nothing is known is asked again once: the ids tell whether it was written.
   *
   * @param ownIds the ids were minted here: found again, they can only be those of the first try
   */
  private async append(append: Append, ownIds: boolean): Promise<AppendResult> {
    try {
      return await this.store.append(append);
    } catch (error) {
      if (!(error instanceof AppendUncertain)) throw error;
      const second = await this.store.append(append);
      if (second.status !== 'duplicate' || !ownIds) return second;
      const last = second.stored.at(-1)!;
      if (!Number.isFinite(last.index)) return { status: 'pending' };
      return { status: 'ok', revision: last.rev, size: last.index + 1, firstIndex: second.stored[0]!.index };
    }
  }

  /** The key was used before: the same content is answered with what is stored, another content is refused. */
  private async repeat<S, R extends Record<string, unknown>>(
    taking: Taking<S, R>,
    events: readonly RecordedEvent[],
    before: number,
    commandId: string,
  ): Promise<Recorded | Refusal> {
    const ids = new Set(Array.from({ length: events.length - before }, (_, n) => derivedEventId(commandId, n)));
    const stored = events.slice(before).filter(({ id }) => ids.has(id));
    const first = stored[0]!;
    const basis = (first.data as { basis?: { stream: string; rev: number }[] }).basis ?? [];
    // Decided again from exactly what was read then: the same command gives the same events.
    const [seen] = await this.read(taking, new Map(basis.map(({ stream, rev }) => [stream, rev])));
    const decided = taking.decide(fold(taking.decider, events.slice(0, before)), seen, {
      today: parisDay(first.at),
      at: first.at,
    });
    if (isRefusal(decided) || !(await saysTheSame(withBasis(decided, basis), stored, this.vaultStore)))
      return reusedKey();
    const last = stored.at(-1)!;
    return {
      stream: taking.stream,
      revision: last.rev,
      ...standing(last),
      events: stored.map(({ id, type }) => ({ id, type })),
      duplicate: true,
    };
  }
}

/** Where the log stands with its last event; one that is stored and not yet in the log has no index there. */
const standing = (last: RecordedEvent | undefined): Pick<Recorded, 'size' | 'pending'> =>
  last !== undefined && !Number.isFinite(last.index)
    ? { size: 0, pending: true }
    : { size: last === undefined ? 0 : last.index + 1, pending: false };

const hasWordsOfHers = ({ type, words }: NewEvent, schema: EventSchema): boolean =>
  Object.entries(schema.definitionOf(type).sealed as SealedFields).some(
    ([name, { personal }]) => personal && (words as Record<string, unknown>)[name] !== undefined,
  );

const withBasis = (
  decided: readonly NewEvent[],
  basis: readonly { stream: string; rev: number }[],
): readonly NewEvent[] =>
  basis.length === 0 ? decided : decided.map((event) => ({ ...event, data: { ...event.data, basis: basis as never } }));

const asIfRecorded = (event: NewEvent, stream: string, rev: number, at: string, actor: Actor): RecordedEvent => ({
  index: 0,
  id: '',
  type: event.type,
  stream,
  rev,
  at,
  occurredOn: event.occurredOn,
  cause: null,
  actor,
  data: event.data,
  sealed: {},
});
