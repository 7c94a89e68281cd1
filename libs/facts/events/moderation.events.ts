/**
 * What is decided about showing a contribution's words: moderation, the appeal against it, redaction, and the disclosure
 * of what was recorded with limited access. Why something is not shown is itself always shown.
 */
import { CHANNELS, CONTRIBUTION_KINDS } from '../codes/contribution';
import { APPEAL_RESULTS, MODERATION_GROUNDS, TOLD_BY } from '../codes/moderation';
import { OUTCOMES } from '../codes/outcome';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  code,
  date,
  eventId,
  fieldPath,
  integer,
  legalReference,
  list,
  localCode,
  nullable,
  object,
  optional,
  ref,
  territoryCode,
  when,
} from '../kit/fact-fields';
import { listSealed, optionalSealed, text } from '../kit/sealed-fields';

const decidedBy = explained(localCode, {
  fr: 'La fonction qui décide, jamais un nom.',
  en: 'The function that decides, never a name.',
});
const authorTold = explained(code(TOLD_BY), {
  fr: 'Comment l’auteur en est informé.',
  en: 'How the author is told.',
});

const appealBy = explained(date, {
  fr: 'Dernier jour pour demander un réexamen.',
  en: 'Last day to ask for re-examination.',
});

/** Distinct from inadmissible: it keeps all its rights, and is answered; only its words are not shown. */
export const contributionNotPublished = defineEvent('contribution.notPublished/1', {
  meaning: {
    fr: 'La contribution n’est pas publiée, pour un motif légal ; elle reste reçue et appelle une réponse.',
    en: 'The contribution is not published, on a legal ground; it is still received and still to be answered.',
  },
  facts: { ground: code(MODERATION_GROUNDS), decidedBy, authorTold, appealBy },
  sealed: { explanation: optionalSealed(text({ always: true })) },
  visibility: 'closes',
});

export const contributionDeclaredInadmissible = defineEvent('contribution.declaredInadmissible/1', {
  meaning: {
    fr: 'La contribution est déclarée irrecevable, au titre d’un article des règles du jeu.',
    en: 'The contribution is declared inadmissible, under an article of the rules.',
  },
  facts: {
    rulesVersion: explained(integer(1, 1000), {
      fr: 'La version des règles du jeu qui est invoquée.',
      en: 'The version of the rules that is invoked.',
    }),
    article: legalReference,
    decidedBy,
    authorTold,
    appealBy,
  },
  sealed: { reason: text({ always: true }) },
  visibility: 'closes',
});

/** By the author, with her key. It suspends no time limit before a court. */
export const appealLodged = defineEvent('contribution.appealLodged/1', {
  meaning: {
    fr: 'L’auteur demande le réexamen d’une décision de modération ; cette demande n’interrompt aucun délai de recours.',
    en: 'The author asks for a moderation decision to be re-examined; this suspends no time limit before a court.',
  },
  facts: {
    event: explained(eventId, { fr: 'La décision contestée.', en: 'The decision that is contested.' }),
  },
  sealed: { text: text({ personal: true }) },
});

export const guarantorOpinionGiven = defineEvent('contribution.guarantorOpinionGiven/1', {
  meaning: {
    fr: 'Le garant donne son avis public sur une demande de réexamen.',
    en: 'The guarantor gives a public opinion on a request for re-examination.',
  },
  facts: {
    appeal: eventId,
    guarantor: ref('guarantor'),
    opinion: explained(code(APPEAL_RESULTS), {
      fr: 'Ce que la décision devrait devenir selon lui.',
      en: 'What should become of the decision.',
    }),
  },
  sealed: { text: text({ always: true }) },
});

export const appealDecided = defineEvent('contribution.appealDecided/1', {
  meaning: {
    fr: 'La demande de réexamen est tranchée, par une autre fonction que celle qui avait décidé.',
    en: 'The request for re-examination is decided, by another function than the one that had decided.',
  },
  facts: {
    appeal: eventId,
    result: code(APPEAL_RESULTS),
    decidedBy,
    opinion: explained(nullable(eventId), {
      fr: 'L’avis du garant ; null s’il n’en a pas donné.',
      en: 'The guarantor’s opinion; null where none was given.',
    }),
    authorTold,
  },
  sealed: {
    reason: explained(optionalSealed(text({ always: true })), {
      fr: 'Toujours donnée quand l’avis du garant n’est pas suivi.',
      en: 'Always given where the guarantor’s opinion is not followed.',
    }),
  },
});

/** What was there stays in the vault and is not shown to the public again. Its author may contest it. */
export const contributionRedacted = defineEvent('contribution.redacted/1', {
  meaning: {
    fr: 'Des passages sont occultés, pour un motif légal ; un autre texte s’affiche à la place.',
    en: 'Passages are redacted, on a legal ground; another text is shown instead.',
  },
  facts: {
    event: explained(eventId, {
      fr: 'L’événement de cette contribution qui les contient.',
      en: 'The event of this contribution that holds them.',
    }),
    paths: explained(list(fieldPath, 20), {
      fr: 'Les champs soustraits au public.',
      en: 'The fields withheld from the public.',
    }),
    ground: code(MODERATION_GROUNDS),
    decidedBy,
    authorTold,
  },
  sealed: {
    shownInstead: explained(listSealed(text({ personal: true }), 20), {
      fr: 'Ce qui s’affiche à la place de chaque champ, dans leur ordre.',
      en: 'What is shown instead of each field, in their order.',
    }),
    explanation: optionalSealed(text({ always: true })),
  },
  withholds: { event: 'event', paths: 'paths' },
});

const DISCLOSED = {
  fr: 'En clair désormais : les totaux se recalculent à partir des seules inscriptions.',
  en: 'In clear from now on: totals are computed from the entries alone.',
};

/** Public servants owe discretion (CGFP L121-7): an express decision of the authority, of its own or a standing one. */
export const disclosureAuthorised = defineEvent('contribution.disclosureAuthorised/1', {
  meaning: {
    fr: 'La diffusion de ce qui avait un accès limité est autorisée : la contribution devient publique.',
    en: 'What had limited access may be disclosed: the contribution becomes public.',
  },
  facts: {
    decidedBy: explained(optional(localCode), {
      fr: 'La fonction qui décide, quand la décision vaut pour cette contribution seule.',
      en: 'The function that decides, where the decision is for this contribution alone.',
    }),
    standing: explained(optional(object({ authority: ref('authority'), authorisation: localCode })), {
      fr: 'L’autorisation permanente sous laquelle elle est publiée.',
      en: 'The standing authorisation under which it is published.',
    }),
    kind: explained(optional(code(CONTRIBUTION_KINDS)), DISCLOSED),
    channel: explained(optional(code(CHANNELS)), DISCLOSED),
    themes: explained(optional(list(localCode, 20)), DISCLOSED),
    receivedOn: explained(optional(when), DISCLOSED),
    points: explained(optional(integer(0, 100)), DISCLOSED),
    answers: explained(
      optional(list(object({ point: integer(1, 100), event: eventId, outcome: code(OUTCOMES) }), 100)),
      DISCLOSED,
    ),
  },
  sealed: { reason: optionalSealed(text()) },
  visibility: 'opens',
});

export const MODERATION_EVENTS = [
  contributionNotPublished,
  contributionDeclaredInadmissible,
  appealLodged,
  guarantorOpinionGiven,
  appealDecided,
  contributionRedacted,
  disclosureAuthorised,
] as const;

export const disclosureAuthorisationGiven = defineEvent('authority.disclosureAuthorisationGiven/1', {
  meaning: {
    fr: 'L’autorité autorise d’avance la diffusion de certaines remontées de terrain.',
    en: 'The authority allows certain field reports to be disclosed, in advance.',
  },
  facts: {
    authorisation: localCode,
    consultations: explained(list(ref('consultation'), 100), {
      fr: 'Les démarches concernées ; vide : toutes celles de l’autorité.',
      en: 'The consultations it covers; empty: all those of the authority.',
    }),
    themes: explained(list(localCode, 20), {
      fr: 'Les thèmes concernés ; vide : tous.',
      en: 'The themes it covers; empty: all.',
    }),
    territories: explained(list(territoryCode, 100), {
      fr: 'Les territoires concernés ; vide : tous.',
      en: 'The territories it covers; empty: all.',
    }),
    from: explained(date, {
      fr: 'Premier jour où elle peut être invoquée.',
      en: 'First day on which it may be cited.',
    }),
    until: explained(date, { fr: 'Dernier de ces jours.', en: 'Last of these days.' }),
    decidedBy,
  },
  sealed: { conditions: text() },
});

export const disclosureAuthorisationEnded = defineEvent('authority.disclosureAuthorisationEnded/1', {
  meaning: {
    fr: 'Une autorisation de diffusion prend fin avant son terme ; ce qui a été publié le reste.',
    en: 'A disclosure authorisation ends before its term; what was published stays so.',
  },
  facts: { authorisation: localCode, decidedBy },
  sealed: { reason: text() },
});

export const DISCLOSURE_AUTHORISATION_EVENTS = [disclosureAuthorisationGiven, disclosureAuthorisationEnded] as const;
