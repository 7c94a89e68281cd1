/** What must hold of the log and its openings after any crash. */
import { definitionOf, EVENT_SCHEMA } from '@fil/facts/events/registry';
import type { StoredEntry } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { canonicalJson } from '@fil/log/transparency/canonical-json';
import { commitment } from '@fil/log/transparency/commitment';
import { parseEntry } from '@fil/log/transparency/entry';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { contentOf, type OpenedEvent, Vault } from '@fil/log/vault/vault';
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

export interface Sent {
  readonly acknowledged: readonly Acknowledged[];
  readonly answered: readonly AnsweredSynthesis[];
}

export async function checkLog(register: OpenRegister, { acknowledged, answered }: Sent): Promise<CheckedLog> {
  const faults = new Faults();
  const entries = await everyEntry(register);
  await checkOrder(register, entries, faults);
  checkBytes(entries, await leaves(register), register.register.origin, faults);
  const openings = await checkOpenings(register, entries, faults);
  const opened = await openEverything(register, entries);
  checkAcknowledged(opened, acknowledged, faults);
  const byProcesses = checkNothingElse(opened, acknowledged, faults);
  checkCopies(opened, answered, faults);
  return { size: entries.length, openings, byProcesses, faults: faults.told };
}

async function everyEntry({ store }: OpenRegister): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for (;;) {
    const more = await store.readAll(entries.length, AT_A_TIME);
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}

/** Dense index, gapless revisions, each id once. */
async function checkOrder({ store }: OpenRegister, entries: readonly StoredEntry[], faults: Faults): Promise<void> {
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

async function leaves({ pool }: OpenRegister): Promise<Buffer[]> {
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

/** Each commitment of each entry has an opening, and the opening fits it. */
async function checkOpenings(
  { vaultStore }: OpenRegister,
  entries: readonly StoredEntry[],
  faults: Faults,
): Promise<number> {
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
        if (!content) faults.add(`${id}${path}: its opening is missing`);
        else if (commitment(content.salt, id, path, content.json).toString('base64') !== committed)
          faults.add(`${id}${path}: its opening does not fit`);
      }
    }
  }
  return count;
}

async function openEverything(
  { vaultStore }: OpenRegister,
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
  acknowledged: readonly Acknowledged[],
  faults: Faults,
): number {
  const known = new Set(acknowledged.flatMap(({ events }) => events.map(({ id }) => id)));
  let byProcesses = 0;
  for (const { id, type, stream, actor } of opened.values()) {
    if (actor.role === 'process') byProcesses++;
    else if (!known.has(id)) faults.add(`${type} ${id} in ${stream} was acknowledged to nobody: a duplicate?`);
  }
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
