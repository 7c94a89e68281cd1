/** Those who keep a checkpoint of the log apart from its database. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PolicyWitness } from '../transparency/policy';
import type { LockStore } from './lock-store.port';

/** Somebody who has seen what was signed. */
export interface KeptElsewhere {
  /** For operators. */
  readonly where: string;
  /** Ours: what cannot be read stops recording. Of others it is only told. */
  readonly ours: boolean;
  /** The note; null when there is none yet. Rejects when it cannot be told. */
  read(): Promise<string | null>;
}

/** Milliseconds that somebody far away has to answer. */
const PATIENCE = 3_000;
/** Bytes. A checkpoint with a hundred signatures has less. */
const LONGEST = 64_000;

export const inLockStore = (lockStore: LockStore): KeptElsewhere => ({
  where: lockStore.place,
  ours: true,
  read: async () => (await lockStore.read())?.note ?? null,
});

/** What a witness shows of this log (C2SP tlog-witness, monitoring). @returns null for one without an address */
export function atWitness({ name, url }: PolicyWitness, origin: string): KeptElsewhere | null {
  if (url === null) return null;
  const address = `${withoutSlash(url)}/${createHash('sha256').update(origin).digest('hex')}/checkpoint`;
  return { where: `the witness ${name}`, ours: false, read: () => get(address) };
}

/** @param place folder or address under which `checkpoint` stands */
export const atMirror = (place: string): KeptElsewhere => ({
  where: `the mirror ${place}`,
  ours: false,
  read: () => (/^https?:/.test(place) ? get(`${withoutSlash(place)}/checkpoint`) : readIfThere(place)),
});

export const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

function readIfThere(folder: string): Promise<string | null> {
  return readFile(join(folder, 'checkpoint'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
}

async function get(address: string): Promise<string | null> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE), redirect: 'error' });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return readShort(answer);
}

/** The text of an answer that may come from anybody. @throws when it is longer than it can be */
export async function readShort(answer: Response): Promise<string> {
  let bytes = Buffer.alloc(0);
  for await (const piece of answer.body ?? []) {
    bytes = Buffer.concat([bytes, piece]);
    if (bytes.length > LONGEST) throw new Error(`answered more than ${LONGEST} bytes`);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
