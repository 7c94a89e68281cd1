/** A decision is an object of its own: a body, a function, a legal act, votes. */
import { DECISION_KINDS } from '../codes/decision';
import { defineEvent } from '../kit/event-definition';
import {
  code,
  count,
  date,
  legalReference,
  list,
  localCode,
  object,
  optional,
  ref,
  sourceId,
  sourceName,
} from '../kit/fact-fields';
import { line, optionalSealed, text } from '../kit/sealed-fields';

export const decisionRegistered = defineEvent('decision.registered/1', {
  facts: {
    authority: ref('authority'),
    kind: code(DECISION_KINDS),
    body: optional(localCode),
    decidedBy: optional(localCode),
    consultations: list(ref('consultation'), 50),
    /** Fields of the SCDL schema "deliberations" 2.1.5. */
    act: optional(
      object({
        id: optional(legalReference),
        date: optional(date),
        subjectCode: optional(legalReference),
        prefectureId: optional(legalReference),
        prefectureDate: optional(date),
      }),
    ),
    /** Votes add up: present = for + against + abstained, members ≥ present. */
    votes: optional(object({ members: optional(count), present: count, for: count, against: count, abstained: count })),
    source: optional(object({ name: sourceName, type: sourceName, id: sourceId })),
  },
  sealed: { title: text(), summary: optionalSealed(text()), address: optionalSealed(line()) },
});

export const DECISION_EVENTS = [decisionRegistered] as const;
