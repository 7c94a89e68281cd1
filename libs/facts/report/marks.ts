/** What any event may say of how it came about (02 §2.1), as the chapter on method counts it. */
import type { CommonFacts } from '../kit/common-facts';
import type { FactEvent } from '../figures/fact-event';
import { nameOf } from './cited';

export interface Marks {
  readonly event: string;
  readonly stream: string;
  /** Tool and version of an assisted step: `<tool> <version>`. */
  readonly assisted: string | null;
  /** The system it was taken over from, and what that one does not say. */
  readonly source: string | null;
  readonly notStated: readonly string[];
  /** It replaces something entered in error, or corrects an entry. */
  readonly replacesError: boolean;
  readonly correctsEntry: boolean;
}

/** Null: an event like most, written here by a person and right at once. */
export function marksOf(event: FactEvent): Marks | null {
  const { assisted, takenOver, enteredInError } = event.data as CommonFacts;
  const correctsEntry = nameOf(event).endsWith('.entryCorrected');
  if (!assisted && !takenOver && !enteredInError && !correctsEntry) return null;
  return {
    event: event.id,
    stream: event.stream,
    assisted: assisted ? `${assisted.tool} ${assisted.version}` : null,
    source: takenOver?.source ?? null,
    notStated: takenOver?.notStated ?? [],
    replacesError: enteredInError !== undefined,
    correctsEntry,
  };
}
