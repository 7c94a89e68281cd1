/** What must hold of the log and its openings after any crash. */
import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import { logRefused } from '@fil/facts/events/log.events';
import { definitionOf, EVENT_SCHEMA } from '@fil/facts/events/registry';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { StoredEntry } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { canonicalJson } from '@fil/log/transparency/canonical-json';
import { commitment } from '@fil/log/transparency/commitment';
import { parseEntry } from '@fil/log/transparency/entry';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { contentOf, type OpenedEvent, Vault } from '@fil/log/vault/vault';
import { subjectOf } from '@fil/record/deciding/subject-of';
import type { OpenRegister } from '../../apps/composition/open-register';
import type { Acknowledged } from './client';
import type { AnsweredSynthesis } from './load';

const AT_A_TIME = 2_000;
const MOST_TOLD = 20;

export interface CheckedLog {
  readonly size: number;
  readonly openings: number;
  readonly byProcesses: number;
  /** What is wrong; empty when nothing is. */
  readonly faults: readonly string[];
}

class Faults {
  readonly told: string[] = [];
  add(fault: string): void {
    if (this.told.length < MOST_TOLD) this.told.push(fault);
  }
}

/** What clients sent and were told. */
export interface Sent {
  readonly acknowledged: readonly Acknowledged[];
  readonly answered: readonly AnsweredSynthesis[];
  /** Contributions whose author's words were ordered to be erased. */
  readonly erased: readonly string[];
  /** Events in EventStoreDB that the register was made to refuse. */
  readonly refused: readonly string[];
}

export type CheckedRegister = Pick<OpenRegister, 'register' | 'pool' | 'store' | 'vaultStore'>;

/** To be called when nothing more follows from what was recorded. */
export async function checkLog(register: CheckedRegister, sent: Sent): Promise<CheckedLog> {
  const { acknowledged, answered } = sent;
  const erased = new Set(sent.erased);
  const faults = new Faults();
  const entries = await everyEntry(register);
  await checkOrder(register, entries, faults);
  checkBytes(entries, await leaves(register), register.register.origin, faults);
  const opened = await openEverything(register, entries);
  const openings = await checkOpenings(register, entries, ordersOf(opened), faults);
  checkAcknowledged(opened, acknowledged, erased, faults);
  const byProcesses = checkNothingElse(opened, sent, faults);
  checkCopies(opened, answered, faults);
  checkErasures(opened, erased, faults);
  return { size: entries.length, openings, byProcesses, faults: faults.told };
}

async function everyEntry({ store }: CheckedRegister): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for (;;) {
    const more = await store.readAll(entries.length, AT_A_TIME);
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}

/** Dense index, gapless revisions, each id once. */
async function checkOrder({ store }: CheckedRegister, entries: readonly StoredEntry[], faults: Faults): Promise<void> {
  const size = await store.size();
  if (size !== entries.length) faults.add(`the head says ${size}, there are ${entries.length} entries`);
  const revisions = new Map<string, number>();
  const ids = new Set<string>();
  entries.forEach(({ index, id, stream, rev }, n) => {
    if (index !== n) faults.add(`index ${index} at place ${n}`);
    const before = revisions.get(stream) ?? 0;
    if (rev !== before + 1) faults.add(`${stream}: revision ${rev} after ${before}`);
    revisions.set(stream, rev);
    if (ids.has(id)) faults.add(`event ${id} is there twice`);
    ids.add(id);
  });
}

async function leaves({ pool }: CheckedRegister): Promise<Buffer[]> {
  const { rows } = await pool.query<{ leaf: Buffer }>('SELECT leaf FROM log.event ORDER BY idx');
  return rows.map(({ leaf }) => leaf);
}

/** Leaf = SHA-256(0x00 ‖ entry), canonical bytes, and bytes that say what the columns say. */
function checkBytes(entries: readonly StoredEntry[], stored: readonly Buffer[], origin: string, faults: Faults): void {
  entries.forEach(({ id, stream, rev, type, bytes }, n) => {
    if (!stored[n]?.equals(leafHash(bytes))) faults.add(`${id}: its leaf is not the hash of its entry`);
    const entry = parseEntry(bytes);
    if (canonicalJson(entry as never) !== bytes.toString('utf8')) faults.add(`${id}: its bytes are not canonical`);
    const said = [entry.log, entry.id, entry.stream, entry.rev, entry.type].join(' ');
    if (said !== [origin, id, stream, rev, type].join(' ')) faults.add(`${id}: its bytes say ${said}`);
  });
}

interface Orders {
  /** "event path" */
  readonly fields: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string | null>;
}

function ordersOf(opened: ReadonlyMap<string, OpenedEvent>): Orders {
  const orders = [...opened.values()]
    .filter(({ type }) => type === erasureOrdered.type)
    .map(({ data }) => data as DataOf<typeof erasureOrdered>);
  return {
    fields: new Set(orders.flatMap(({ fields }) => fields.map(({ event, path }) => `${event} ${path}`))),
    subjects: new Set(orders.flatMap(({ wholeSubject, target }) => (wholeSubject ? [subjectOf(target)] : []))),
  };
}

/** Each commitment of each entry has an opening, and the opening fits it; of what was erased it is empty. */
async function checkOpenings(
  { vaultStore, pool }: CheckedRegister,
  entries: readonly StoredEntry[],
  ordered: Orders,
  faults: Faults,
): Promise<number> {
  const { rows } = await pool.query(
    'SELECT FROM vault.openings o WHERE NOT EXISTS (SELECT FROM log.event e WHERE e.id = o.event_id)',
  );
  if (rows.length > 0) faults.add(`there are openings of ${rows.length} events that the log does not have`);
  let count = 0;
  for (let n = 0; n < entries.length; n += AT_A_TIME) {
    const part = entries.slice(n, n + AT_A_TIME);
    const openings = new Map<string, Awaited<ReturnType<typeof vaultStore.openings>>[number]>();
    for (const opening of await vaultStore.openings(part.map(({ id }) => id)))
      openings.set(`${opening.eventId} ${opening.path}`, opening);
    for (const { id, bytes } of part) {
      for (const [path, committed] of Object.entries(parseEntry(bytes).sealed)) {
        count++;
        const opening = openings.get(`${id} ${path}`);
        const content = opening ? contentOf(opening) : null;
        if (ordered.fields.has(`${id} ${path}`) || (opening?.subject && ordered.subjects.has(opening.subject))) {
          if (!opening) faults.add(`${id}${path}: nothing says that it was erased`);
          if (content) faults.add(`${id}${path}: can be read, though it was to be erased`);
        } else if (!content) faults.add(`${id}${path}: its opening is missing`);
        else if (commitment(content.salt, id, path, content.json).toString('base64') !== committed)
          faults.add(`${id}${path}: its opening does not fit`);
      }
    }
  }
  return count;
}

async function openEverything(
  { vaultStore }: CheckedRegister,
  entries: readonly StoredEntry[],
): Promise<Map<string, OpenedEvent>> {
  const vault = new Vault(vaultStore, EVENT_SCHEMA);
  const opened = new Map<string, OpenedEvent>();
  for (let n = 0; n < entries.length; n += AT_A_TIME) {
    for (const event of await vault.open(entries.slice(n, n + AT_A_TIME).map(toRecordedEvent), 'person'))
      opened.set(event.id, event);
  }
  return opened;
}

/** Each acknowledged event is there, where it was said to be, and says what was sent. */
function checkAcknowledged(
  opened: ReadonlyMap<string, OpenedEvent>,
  acknowledged: readonly Acknowledged[],
  erased: ReadonlySet<string>,
  faults: Faults,
): void {
  for (const { path, body, key, stream, revision, events } of acknowledged) {
    events.forEach(({ id, type }, n) => {
      const event = opened.get(id);
      if (!event) return faults.add(`${key} ${path}: the acknowledged event ${id} is not there`);
      const place = `${event.stream} ${event.rev} ${event.type}`;
      const promised = `${stream} ${revision - events.length + 1 + n} ${type}`;
      if (place !== promised) faults.add(`${key} ${path}: acknowledged as ${promised}, is ${place}`);
      const { facts, sealed } = definitionOf(type);
      for (const [name, sent] of Object.entries(body)) {
        if (name in (sealed as object) && erased.has(stream)) continue;
        // The register adds what belongs to the person.
        if (path === 'erasures' && name === 'fields') continue;
        const found =
          name in (sealed as object) ? event.words[name] : name in (facts as object) ? event.data[name] : sent;
        if (canonicalJson(inNfc(sent) as never) !== canonicalJson((found ?? null) as never))
          faults.add(`${key} ${path}: "${name}" was sent otherwise than it opens`);
      }
    });
  }
}

const inNfc = (value: unknown): unknown => JSON.parse(JSON.stringify(value).normalize('NFC'));

/** Nothing is there that nobody was told of, but for what the processes wrote. @returns how many those are */
function checkNothingElse(
  opened: ReadonlyMap<string, OpenedEvent>,
  { acknowledged, refused }: Sent,
  faults: Faults,
): number {
  const known = new Set(acknowledged.flatMap(({ events }) => events.map(({ id }) => id)));
  let byProcesses = 0;
  const refusals: unknown[] = [];
  for (const { id, type, stream, actor, data } of opened.values()) {
    if (actor.role === 'process') byProcesses++;
    else if (type === logRefused.type) refusals.push((data as { event: string }).event);
    else if (!known.has(id)) faults.add(`${type} ${id} in ${stream} was acknowledged to nobody: a duplicate?`);
  }
  if (refusals.sort().join() !== [...refused].sort().join())
    faults.add(`refused: ${refusals.join(', ')}; should be: ${refused.join(', ')}`);
  return byProcesses;
}

/** Each member of an answered synthesis was grouped once and answered once. */
function checkCopies(
  opened: ReadonlyMap<string, OpenedEvent>,
  answered: readonly AnsweredSynthesis[],
  faults: Faults,
): void {
  const byStream = new Map<string, OpenedEvent[]>();
  for (const event of opened.values()) byStream.set(event.stream, [...(byStream.get(event.stream) ?? []), event]);
  for (const { members, answer } of answered) {
    for (const member of members) {
      const own = byStream.get(member) ?? [];
      const answers = own.filter(
        ({ type, cause }) => type === 'contribution.outcomeGiven/1' && cause === answer,
      ).length;
      const groupings = own.filter(({ type }) => type === 'contribution.groupedInto/1').length;
      if (answers !== 1 || groupings !== 1)
        faults.add(`${member}: ${answers} copies of the answer ${answer}, grouped ${groupings} times`);
    }
  }
}

/** Each order was carried out once, and says so once. */
function checkErasures(opened: ReadonlyMap<string, OpenedEvent>, erased: ReadonlySet<string>, faults: Faults): void {
  const ordered = [...opened.values()].filter(({ type }) => type === erasureOrdered.type);
  if (ordered.length !== erased.size) faults.add(`${ordered.length} orders of erasure, ${erased.size} were given`);
  const carriedOut = new Map<string, number>();
  for (const { type, stream } of opened.values())
    if (type === erasureCarriedOut.type) carriedOut.set(stream, (carriedOut.get(stream) ?? 0) + 1);
  for (const { stream } of ordered)
    if (carriedOut.get(stream) !== 1) faults.add(`${stream} was carried out ${carriedOut.get(stream) ?? 0} times`);
}
