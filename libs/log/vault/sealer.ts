/**
 * Turns decided events into entries complete before any lock: canonical bytes with a commitment per sealed field, and
 * the openings that go with them.
 */
import type { Actor } from '@fil/facts/kit/actor';
import { localCode } from '@fil/facts/kit/fact-fields';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { checkEvent, type AnyDefinition, type NewEvent } from '@fil/facts/kit/event-definition';
import type { EventSchema } from '@fil/facts/kit/event-schema';
import type { Audience, SealedField } from '@fil/facts/kit/sealed-fields';
import type { EntryToAppend, Opening } from '../event-store/event-store.port';
import { canonicalJson, type CanonicalValue } from '../transparency/canonical-json';
import { commitment, SALT_BYTES } from '../transparency/commitment';
import { CONCEALED_DATA, entryBytes } from '../transparency/entry';
import { randomBytesFromPool } from '../event-store/random-pool';
import { ACCOUNT, ACTOR_BODY, encryptFor } from './vault';

/** The content of an event does not fit its definition: the writer's mistake, with the field. */
export class InvalidEvent extends ExplainedError {
  constructor(
    readonly type: string,
    readonly problem: string,
  ) {
    super('event.invalid', 'unprocessable', {
      fr: `Les données ne correspondent pas au format publié de « ${type} » (${problem}).`,
      en: `The data do not fit the published format of "${type}" (${problem}).`,
    });
  }
}

export interface Envelope {
  readonly log: string;
  readonly stream: string;
  /** Revision of the first event. */
  readonly firstRev: number;
  readonly ids: readonly string[];
  readonly at: string;
  readonly actor: Actor;
  readonly account: string | null;
  readonly cause: string | null;
  /** The person whose words these are, and her key. */
  readonly subject: { readonly id: string; readonly key: Buffer } | null;
  /** Set when the object is not public: its facts are sealed too, but for these two. */
  readonly concealed: { readonly consultation: string; readonly sensitivity: string } | null;
}

/** @throws InvalidEvent, EntryTooLong */
export function sealEvents(events: readonly NewEvent[], envelope: Envelope, schema: EventSchema): EntryToAppend[] {
  const { body } = envelope.actor;
  if (body !== null && localCode.check(body))
    throw new InvalidEvent(events[0]!.type, `actor body: ${localCode.check(body)!}`);
  return events.map((event, n) =>
    sealOne(event, envelope.ids[n]!, envelope.firstRev + n, envelope, schema.definitionOf(event.type)),
  );
}

function sealOne(
  event: NewEvent,
  id: string,
  rev: number,
  envelope: Envelope,
  definition: AnyDefinition,
): EntryToAppend {
  const problem = checkEvent(definition, event);
  if (problem) throw new InvalidEvent(event.type, problem);
  const sealed: Record<string, string> = {};
  const openings: Opening[] = [];
  const seal = (path: string, value: unknown, audience: Audience, personal: boolean): void => {
    const salt = randomBytesFromPool(SALT_BYTES);
    const json = value === undefined ? 'null' : canonicalJson(value as CanonicalValue);
    const committed = commitment(salt, id, path, json);
    sealed[path] = committed.toString('base64');
    const plain = Buffer.allocUnsafe(SALT_BYTES + Buffer.byteLength(json));
    salt.copy(plain);
    plain.write(json, SALT_BYTES);
    // That a field is absent tells nothing about the person: only values are encrypted.
    const subject = personal && value !== undefined ? envelope.subject : null;
    if (personal && value !== undefined && !subject)
      throw new InvalidEvent(event.type, `${path} is a person's, but no person is named`);
    const content = subject ? encryptFor(subject.key, id, path, plain) : plain;
    openings.push({ path, commitment: committed, content, audience, subject: subject?.id ?? null });
  };
  const words = event.words as Record<string, unknown>;
  for (const [name, field] of Object.entries(definition.sealed as Record<string, SealedField<unknown>>)) {
    if (field.list)
      ((words[name] as unknown[]) ?? []).forEach((item, i) =>
        seal(`/${name}/${i}`, item, field.audience, field.personal),
      );
    else seal(`/${name}`, words[name], field.audience, field.personal);
  }
  seal(ACCOUNT, envelope.account ?? undefined, 'office', false);
  const { actor } = envelope;
  if (envelope.concealed) {
    seal(CONCEALED_DATA, event.data, 'public', false);
    if (actor.body !== null) seal(ACTOR_BODY, actor.body, 'office', false);
  }
  const bytes = entryBytes({
    v: 1,
    log: envelope.log,
    id,
    type: event.type,
    stream: envelope.stream,
    rev,
    at: envelope.at,
    occurredOn: event.occurredOn,
    cause: envelope.cause,
    actor: envelope.concealed ? { ...actor, body: null } : actor,
    data: envelope.concealed ?? event.data,
    sealed,
  });
  return { id, type: event.type, visibility: definition.visibility, at: envelope.at, bytes, openings };
}
