/**
 * Facts that any event may carry beside its own, absent when there is nothing to say (02 §2.1).
 */
import {
  code,
  eventId,
  integer,
  list,
  localCode,
  object,
  optional,
  ref,
  sha256,
  sourceName,
  sourceWord,
  type ValuesOf,
} from './fact-fields';
import { AGGREGATES } from './aggregates';

export const COMMON_FACTS = {
  /** The other streams a rule read, each at the revision it was read at: the same decision can be taken again. */
  basis: optional(list(object({ stream: ref(...AGGREGATES), rev: integer(0, 2_000_000_000) }))),
  /** A step assisted by a tool: which, how it was told, on what, and who validated it. */
  assisted: optional(
    object({
      tool: sourceName,
      version: sourceName,
      instruction: sha256,
      inputs: list(sha256),
      validatedBy: localCode,
    }),
  ),
  /** Taken over from another system by an import. `notStated` lists what the source does not say. */
  takenOver: optional(
    object({
      source: sourceName,
      word: optional(sourceWord),
      notStated: optional(
        list(
          code([
            'reason',
            'decidedBy',
            'body',
            'date',
            'author',
            'title',
            'text',
            'means',
            'owner',
            'evidence',
          ] as const),
        ),
      ),
    }),
  ),
  /** Who prepared, gave a visa and decided what is published: functions, never names. */
  release: optional(
    object({ preparedBy: optional(localCode), visaBy: optional(list(localCode, 20)), decidedBy: optional(localCode) }),
  ),
  /** This event replaces one that was entered in error. */
  enteredInError: optional(object({ event: eventId })),
} as const;

export type CommonFacts = ValuesOf<typeof COMMON_FACTS>;
