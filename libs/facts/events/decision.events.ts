/** A decision is an object of its own: a body, a function, a legal act, votes. */
import { DECISION_KINDS } from '../codes/decision';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
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
  meaning: {
    fr: 'Une décision est inscrite : qui l’a prise, par quel acte, avec quels votes.',
    en: 'A decision is registered: who took it, by which act, with which votes.',
  },
  facts: {
    authority: ref('authority'),
    kind: code(DECISION_KINDS),
    body: optional(localCode),
    decidedBy: optional(localCode),
    consultations: list(ref('consultation'), 50),
    act: explained(
      optional(
        object({
          id: optional(legalReference),
          date: optional(date),
          subjectCode: optional(legalReference),
          prefectureId: optional(legalReference),
          prefectureDate: optional(date),
        }),
      ),
      {
        fr: 'L’acte, avec les champs du schéma SCDL des délibérations 2.1.5.',
        en: 'The act, with the fields of the SCDL schema of deliberations 2.1.5.',
      },
    ),
    votes: explained(
      optional(object({ members: optional(count), present: count, for: count, against: count, abstained: count })),
      {
        fr: 'Présents = pour + contre + abstentions ; membres ≥ présents.',
        en: 'Present = for + against + abstained; members ≥ present.',
      },
    ),
    source: optional(object({ name: sourceName, type: sourceName, id: sourceId })),
  },
  sealed: { title: text(), summary: optionalSealed(text()), address: optionalSealed(line()) },
});

export const DECISION_EVENTS = [decisionRegistered] as const;
