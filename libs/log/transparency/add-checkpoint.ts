/** What a log sends to a witness, and where a witness shows what it has cosigned: C2SP tlog-witness. */
import { hashFromBase64, toBase64 } from './base64';
import { fromDecimal } from './decimal';
import { sha256 } from './hashing';
import { noteText } from './signed-note';
import { Unreadable } from './unreadable';

const LONGEST_PATH = 63;

export interface AddCheckpoint {
  /** Size of the checkpoint that the witness is thought to have cosigned last; 0 when it has none. */
  readonly old: number;
  /** Consistency proof from there; empty from 0. */
  readonly path: readonly Buffer[];
  /** Note of the checkpoint. */
  readonly checkpoint: string;
}

export const formatAddCheckpoint = ({ old, path, checkpoint }: AddCheckpoint): string =>
  `${[`old ${old}`, ...path.map(toBase64), ''].join('\n')}\n${checkpoint}`;

/** The checkpoint is read when it is opened. @throws Unreadable */
export function parseAddCheckpoint(bytes: Uint8Array | string): AddCheckpoint {
  const text = noteText(bytes);
  const end = text.indexOf('\n\n');
  if (end < 0) throw new Unreadable('a request without a checkpoint');
  const [old, ...lines] = text.slice(0, end).split('\n');
  if (!old!.startsWith('old ')) throw new Unreadable('a request that does not begin with the old size');
  if (lines.length > LONGEST_PATH) throw new Unreadable('a proof with too many hashes');
  return {
    old: fromDecimal(old!.slice('old '.length)),
    path: lines.map(hashFromBase64),
    checkpoint: text.slice(end + 2),
  };
}

/** Behind the address at which a witness is read: its last cosigned checkpoint of this log. */
export const witnessedCheckpointPath = (origin: string): string => `${sha256(origin).toString('hex')}/checkpoint`;
