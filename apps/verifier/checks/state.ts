/** A state of the register that somebody hands over: its checkpoint, perhaps with what links it to an older one. */
import { parseAddCheckpoint } from '@fil/log/transparency/add-checkpoint';

export interface GivenState {
  /** Note of the checkpoint. */
  readonly note: string;
  /** Hashes that lead from an older state to this one; empty when none were given. */
  readonly path: readonly Buffer[];
}

/**
 * @param text a checkpoint, or what is sent to a witness: an older size, the proof from there, and the checkpoint. That
 *   size is not believed: sizes come from signed checkpoints.
 * @throws Unreadable
 */
export function parseState(text: string): GivenState {
  if (!text.startsWith('old ')) return { note: text, path: [] };
  const { checkpoint, path } = parseAddCheckpoint(text);
  return { note: checkpoint, path };
}
