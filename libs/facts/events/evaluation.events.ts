/** A participatory evaluation of a decision, a commitment or a consultation: criteria, panel, results, response. */
import { ANSWER_FORMS, EVALUATION_PHASES, RESPONSE_ACCESSES } from '../codes/oversight';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  code,
  count,
  date,
  eventId,
  integer,
  list,
  localCode,
  nullable,
  object,
  optional,
  ref,
  sha256,
} from '../kit/fact-fields';
import { digest, line, listSealed, optionalSealed, text } from '../kit/sealed-fields';

/** From 1 (not at all) to 5 (fully). */
const mark = integer(1, 5);

export const evaluationOpened = defineEvent('evaluation.opened/1', {
  meaning: {
    fr: 'Une évaluation participative est ouverte : de quoi, selon quels critères, par quelle méthode, jusqu’à quand.',
    en: 'A participatory evaluation is opened: of what, by which criteria and method, until when.',
  },
  facts: {
    authority: ref('authority'),
    target: ref('decision', 'commitment', 'consultation'),
    phase: explained(optional(code(EVALUATION_PHASES)), {
      fr: 'D’une démarche : avant ou après elle.',
      en: 'Of a consultation: before or after it.',
    }),
    consultations: explained(list(ref('consultation'), 20), {
      fr: 'Les démarches dont les contributeurs peuvent répondre avec leur clé d’auteur.',
      en: 'The consultations whose contributors may answer with their author’s key.',
    }),
    criteria: explained(
      list(object({ id: localCode, form: code(ANSWER_FORMS), choices: optional(list(localCode, 10)) }), 30),
      {
        fr: 'Les critères ; leurs textes sont dans criterionTexts, dans cet ordre.',
        en: 'The criteria; their texts are in criterionTexts, in this order.',
      },
    ),
    from: explained(date, { fr: 'Premier jour des réponses.', en: 'First day for answers.' }),
    to: explained(date, { fr: 'Dernier jour des réponses.', en: 'Last day for answers.' }),
    facilitator: explained(localCode, {
      fr: 'Qui l’anime : le code de son jeton.',
      en: 'Who facilitates it: the code of its token.',
    }),
  },
  sealed: { title: text(), method: text(), criterionTexts: listSealed(text(), 30) },
});

export const invitationsIssued = defineEvent('evaluation.invitationsIssued/1', {
  meaning: {
    fr: 'Des invitations à répondre sont émises ; seule l’empreinte de leurs codes est conservée.',
    en: 'Invitations to answer are issued; only the digest of their codes is kept.',
  },
  facts: { count: integer(1, 100) },
  sealed: { digests: listSealed(digest({ audience: 'person' })) },
});

export const panelScoreGiven = defineEvent('evaluation.panelScoreGiven/1', {
  meaning: {
    fr: 'Le panel répond à un critère, avec ce sur quoi il s’appuie.',
    en: 'The panel answers a criterion, with what it rests on.',
  },
  facts: {
    criterion: localCode,
    mark: optional(mark),
    choice: optional(localCode),
    evidence: explained(list(sha256, 20), {
      fr: 'SHA-256 des documents sur lesquels il s’appuie.',
      en: 'SHA-256 of the documents it rests on.',
    }),
  },
  sealed: { explanation: text(), evidenceTexts: listSealed(line(), 20) },
});

export const evaluationClosed = defineEvent('evaluation.closed/1', {
  meaning: { fr: 'Les réponses à l’évaluation sont closes.', en: 'Answers to the evaluation are closed.' },
  sealed: { reason: optionalSealed(text()) },
});

/** Answers to a criterion, counted. Null: too few to be told without saying who. */
const answered = object({
  criterion: localCode,
  answers: nullable(count),
  doubledMedian: explained(nullable(integer(2, 10)), {
    fr: 'Deux fois la médiane : 7 se lit 3,5.',
    en: 'Twice the median: 7 is read 3.5.',
  }),
  distribution: list(object({ mark: optional(mark), choice: optional(localCode), count: nullable(count) }), 10),
});

export const evaluationPublished = defineEvent('evaluation.published/1', {
  meaning: {
    fr: 'Les résultats de l’évaluation sont publiés ; chacun peut les recalculer à cette taille du registre.',
    en: 'The results of the evaluation are published; anybody can compute them again at this size of the register.',
  },
  facts: {
    size: integer(1, 2_000_000_000),
    responses: explained(nullable(count), {
      fr: 'Nombre de réponses ; nul : moins de cinq.',
      en: 'Number of answers; null: fewer than five.',
    }),
    results: list(answered, 30),
  },
  sealed: { limits: text(), summary: optionalSealed(text()) },
});

/** It stands beside the results and changes none. */
export const managementResponseGiven = defineEvent('evaluation.managementResponseGiven/1', {
  meaning: {
    fr: 'La collectivité répond aux résultats de l’évaluation.',
    en: 'The authority responds to the results of the evaluation.',
  },
  facts: {
    decidedBy: optional(localCode),
    supplements: explained(optional(eventId), {
      fr: 'La première réponse, que celle-ci complète.',
      en: 'The first response, which this one supplements.',
    }),
  },
  sealed: { text: text() },
});

export const EVALUATION_EVENTS = [
  evaluationOpened,
  invitationsIssued,
  panelScoreGiven,
  evaluationClosed,
  evaluationPublished,
  managementResponseGiven,
] as const;

/** One stream for each who answers, named after what let her in: nobody answers twice, and nothing says who did. */
export const responseGiven = defineEvent('evaluationResponse.given/1', {
  meaning: {
    fr: 'Une personne répond à l’évaluation, critère par critère.',
    en: 'Somebody answers the evaluation, criterion by criterion.',
  },
  facts: {
    evaluation: ref('evaluation'),
    access: code(RESPONSE_ACCESSES),
    answers: list(object({ criterion: localCode, mark: optional(mark), choice: optional(localCode) }), 30),
  },
  sealed: { comment: optionalSealed(text({ audience: 'office', personal: true })) },
});

export const EVALUATION_RESPONSE_EVENTS = [responseGiven] as const;
