/** Reference data of an authority leave traces too: who it is made of, what it is bound by. Codes are never reused. */
import { ELECTIONS, LISTENING_POINT_KINDS, SETTING_CODES, SETTING_VALUES } from '../codes/authority';
import { BASIS_KINDS, DEADLINE_OUTPUTS, DEADLINE_OWERS, DEADLINE_TRIGGERS, DEADLINE_UNITS } from '../codes/deadline';
import { BODY_KINDS } from '../codes/decision';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  code,
  count,
  date,
  integer,
  localCode,
  object,
  optional,
  ruleCode,
  siret,
  sourceId,
  sourceName,
  territoryCode,
} from '../kit/fact-fields';
import { line, optionalSealed, text } from '../kit/sealed-fields';
import { upcast, type Upcast } from '../kit/upcast';
import { DISCLOSURE_AUTHORISATION_EVENTS } from './moderation.events';

const registeredMeaning = {
  fr: 'Une autorité est inscrite au registre.',
  en: 'An authority is entered in the register.',
};
const registeredWords = {
  name: text(),
  website: optionalSealed(line()),
  address: optionalSealed(line()),
  telephone: optionalSealed(line()),
} as const;
const authorityRegistered1 = defineEvent('authority.registered/1', {
  meaning: registeredMeaning,
  facts: { siret },
  sealed: registeredWords,
});
export const authorityRegistered = defineEvent('authority.registered/2', {
  meaning: registeredMeaning,
  facts: {
    siret: optional(siret),
    identifier: explained(optional(object({ scheme: sourceName, id: sourceId })), {
      fr: 'À défaut de SIRET, l’identifiant dans un autre répertoire : « rna » pour une association, « eu-corporate-body » pour une institution européenne.',
      en: 'Without a SIRET, the identifier in another directory: "rna" for an association, "eu-corporate-body" for an institution of the European Union.',
    }),
  },
  sealed: registeredWords,
});

export const bodyNamed = defineEvent('authority.bodyNamed/1', {
  meaning: {
    fr: 'Un organe ou un service de l’autorité reçoit un code et un nom.',
    en: 'A body or department of the authority is given a code and a name.',
  },
  facts: { body: localCode, kind: code(BODY_KINDS), parent: optional(localCode) },
  sealed: { name: text() },
});
export const bodyRenamed = defineEvent('authority.bodyRenamed/1', {
  meaning: {
    fr: 'Un organe ou un service change de nom ; son code reste.',
    en: 'A body or department changes its name; its code stays.',
  },
  facts: { body: localCode },
  sealed: { name: text() },
});
export const bodyEnded = defineEvent('authority.bodyEnded/1', {
  meaning: {
    fr: 'Un organe ou un service cesse d’exister, avec ou sans successeur.',
    en: 'A body or department ceases to exist, with or without a successor.',
  },
  facts: { body: localCode, successor: optional(localCode) },
  sealed: { reason: optionalSealed(text()) },
});

/** A function decides, never a name: "adjointe à l'espace public". */
export const functionCreated = defineEvent('authority.functionCreated/1', {
  meaning: {
    fr: 'Une fonction est créée : c’est elle qui décide, jamais un nom.',
    en: 'A function is created: it is what decides, never a name.',
  },
  facts: { function: localCode, body: optional(localCode) },
  sealed: { name: text() },
});
export const functionEnded = defineEvent('authority.functionEnded/1', {
  meaning: {
    fr: 'Une fonction prend fin, avec ou sans successeur.',
    en: 'A function ends, with or without a successor.',
  },
  facts: { function: localCode, successor: optional(localCode) },
  sealed: { reason: optionalSealed(text()) },
});

export const themeAdded = defineEvent('authority.themeAdded/1', {
  meaning: { fr: 'Un thème est ajouté au plan de classement.', en: 'A theme is added to the classification.' },
  facts: { theme: localCode },
  sealed: { name: text() },
});
export const themeRenamed = defineEvent('authority.themeRenamed/1', {
  meaning: { fr: 'Un thème change de nom ; son code reste.', en: 'A theme changes its name; its code stays.' },
  facts: { theme: localCode },
  sealed: { name: text() },
});
export const themeMerged = defineEvent('authority.themeMerged/1', {
  meaning: { fr: 'Un thème est réuni à un autre.', en: 'A theme is merged into another.' },
  facts: { theme: localCode, into: localCode },
  sealed: { reason: optionalSealed(text()) },
});

export const territoryAdded = defineEvent('authority.territoryAdded/1', {
  meaning: {
    fr: 'Un territoire est ajouté : une commune, ou une partie de commune sous un code propre à la collectivité.',
    en: 'A territory is added: a municipality, or a part of one under a code of the authority’s own.',
  },
  facts: {
    territory: territoryCode,
    parent: optional(territoryCode),
    population: explained(optional(count), {
      fr: 'Nombre d’habitants. Sans lui, ou sous 2 000 environ, le territoire ne figure jamais en clair sur un objet qui n’est pas public.',
      en: 'Inhabitants. Without it, or under about 2,000, the territory never stands in clear on an object that is not public.',
    }),
  },
  sealed: { name: text() },
});
export const territoryEnded = defineEvent('authority.territoryEnded/1', {
  meaning: {
    fr: 'Un territoire n’est plus utilisé, avec ou sans successeur.',
    en: 'A territory is no longer used, with or without a successor.',
  },
  facts: { territory: territoryCode, successor: optional(territoryCode) },
  sealed: { reason: optionalSealed(text()) },
});

export const sessionScheduled = defineEvent('authority.sessionScheduled/1', {
  meaning: {
    fr: 'Une séance est inscrite au calendrier d’une instance.',
    en: 'A session is entered in the calendar of a body.',
  },
  facts: { session: localCode, body: localCode, on: date },
  sealed: { title: optionalSealed(text()) },
});
/** The date it had stays: a deadline that ends with a session moves with it. */
export const sessionMoved = defineEvent('authority.sessionMoved/1', {
  meaning: {
    fr: 'Une séance est déplacée : la date qu’elle avait et la nouvelle restent toutes deux.',
    en: 'A session is moved: the date it had and the new one both stay.',
  },
  facts: { session: localCode, from: date, to: date },
  sealed: { reason: text() },
});
export const sessionCancelled = defineEvent('authority.sessionCancelled/1', {
  meaning: { fr: 'Une séance est annulée, avec la raison.', en: 'A session is cancelled, with the reason.' },
  facts: { session: localCode },
  sealed: { reason: text() },
});

/** What a version of a deadline rule says. */
const RULE_FACTS = {
  rule: ruleCode,
  version: explained(integer(1, 10_000), {
    fr: 'Un délai qui court garde la version de la règle en vigueur à son déclenchement.',
    en: 'A running deadline keeps the version of the rule that was in force at its trigger.',
  }),
  trigger: code(DEADLINE_TRIGGERS),
  output: explained(code(DEADLINE_OUTPUTS), { fr: 'Ce qui doit être produit.', en: 'What must be produced.' }),
  owes: explained(code(DEADLINE_OWERS), { fr: 'Qui le doit.', en: 'Who owes it.' }),
  amount: optional(integer(1, 3660)),
  unit: code(DEADLINE_UNITS),
  body: explained(optional(localCode), {
    fr: 'Pour l’unité nextSession : l’instance dont la séance compte.',
    en: 'For the unit nextSession: the body whose session counts.',
  }),
  basisKind: code(BASIS_KINDS),
  validFrom: explained(date, {
    fr: 'Premier jour où un déclenchement relève de cette version.',
    en: 'First day on which a trigger falls under this version.',
  }),
  validTo: explained(optional(date), { fr: 'Dernier de ces jours.', en: 'Last of these days.' }),
  lastChecked: explained(optional(date), {
    fr: 'Dernière vérification du texte de la règle.',
    en: 'When the text of the rule was last checked.',
  }),
} as const;
const RULE_WORDS = { name: text(), source: line() } as const;

export const deadlineRuleAdopted = defineEvent('authority.deadlineRuleAdopted/1', {
  meaning: {
    fr: 'Une règle de délai s’applique : qui doit quoi, en combien de temps, et d’où vient l’obligation.',
    en: 'A deadline rule applies: who owes what, within how long, and where the obligation comes from.',
  },
  facts: RULE_FACTS,
  sealed: RULE_WORDS,
});
export const deadlineRuleAmended = defineEvent('authority.deadlineRuleAmended/1', {
  meaning: {
    fr: 'Une règle de délai a une nouvelle version ; les délais qui courent gardent la leur.',
    en: 'A deadline rule has a new version; running deadlines keep theirs.',
  },
  facts: RULE_FACTS,
  sealed: { ...RULE_WORDS, reason: text() },
});
export const deadlineRuleEnded = defineEvent('authority.deadlineRuleEnded/1', {
  meaning: {
    fr: 'Une règle de délai ne s’applique plus aux déclenchements postérieurs ; les délais qui courent demeurent.',
    en: 'A deadline rule no longer applies to later triggers; running deadlines remain.',
  },
  facts: {
    rule: ruleCode,
    validTo: explained(date, {
      fr: 'Dernier jour où un déclenchement relève de la règle.',
      en: 'Last day on which a trigger falls under the rule.',
    }),
  },
  sealed: { reason: text() },
});

const LISTENING_POINT_FACTS = {
  point: localCode,
  kind: code(LISTENING_POINT_KINDS),
  body: optional(localCode),
  territory: optional(territoryCode),
} as const;
const LISTENING_POINT_WORDS = {
  name: explained(text(), {
    fr: 'Un lieu ou un métier, jamais le nom d’une personne.',
    en: 'A place or a trade, never the name of a person.',
  }),
  reach: explained(optionalSealed(text()), {
    fr: 'Comment et quand on y est entendu.',
    en: 'How and when residents are heard there.',
  }),
} as const;

export const listeningPointDeclared = defineEvent('authority.listeningPointDeclared/1', {
  meaning: {
    fr: 'Un lieu ou un métier qui entend les habitants est déclaré.',
    en: 'A place or a trade that hears residents is declared.',
  },
  facts: LISTENING_POINT_FACTS,
  sealed: LISTENING_POINT_WORDS,
});
export const listeningPointChanged = defineEvent('authority.listeningPointChanged/1', {
  meaning: {
    fr: 'Un lieu ou un métier qui entend les habitants est décrit à nouveau.',
    en: 'A place or a trade that hears residents is described anew.',
  },
  facts: LISTENING_POINT_FACTS,
  sealed: { ...LISTENING_POINT_WORDS, reason: optionalSealed(text()) },
});
export const listeningPointClosed = defineEvent('authority.listeningPointClosed/1', {
  meaning: {
    fr: 'Un lieu ou un métier n’entend plus les habitants.',
    en: 'A place or a trade no longer hears residents.',
  },
  facts: { point: localCode },
  sealed: { reason: optionalSealed(text()) },
});

/** Earlier lateness is never attributed to the new holder. */
export const mandateBegan = defineEvent('authority.mandateBegan/1', {
  meaning: {
    fr: 'Après une élection, un nouveau mandat commence : chaque engagement en cours sera confirmé, modifié ou abandonné à la date annoncée.',
    en: 'After an election a new mandate begins: each open commitment is confirmed, modified or abandoned by the announced date.',
  },
  facts: {
    mandate: localCode,
    body: localCode,
    began: date,
    reviewBy: explained(date, {
      fr: 'Date annoncée pour confirmer, modifier ou abandonner chaque engagement en cours.',
      en: 'Announced date by which each open commitment is confirmed, modified or abandoned.',
    }),
  },
  sealed: { note: optionalSealed(text()) },
});

export const preElectionPeriodDeclared = defineEvent('authority.preElectionPeriodDeclared/1', {
  meaning: {
    fr: 'Une période préélectorale est déclarée : dépôts, réponses, délais et faits continuent ; la communication attend.',
    en: 'A pre-election period is declared: deposits, answers, deadlines and facts go on; communication waits.',
  },
  facts: { period: localCode, election: code(ELECTIONS), from: date, to: date },
  sealed: { note: optionalSealed(text()) },
});

export const settingChanged = defineEvent('authority.settingChanged/1', {
  meaning: {
    fr: 'Un réglage de la collectivité change : la valeur qu’il avait et la nouvelle.',
    en: 'A setting of the authority changes: the value it had and the new one.',
  },
  facts: { setting: code(SETTING_CODES), from: code(SETTING_VALUES), to: code(SETTING_VALUES) },
  sealed: { reason: optionalSealed(text()) },
});

export const AUTHORITY_EVENTS = [
  authorityRegistered,
  bodyNamed,
  bodyRenamed,
  bodyEnded,
  functionCreated,
  functionEnded,
  themeAdded,
  themeRenamed,
  themeMerged,
  territoryAdded,
  territoryEnded,
  sessionScheduled,
  sessionMoved,
  sessionCancelled,
  deadlineRuleAdopted,
  deadlineRuleAmended,
  deadlineRuleEnded,
  listeningPointDeclared,
  listeningPointChanged,
  listeningPointClosed,
  mandateBegan,
  preElectionPeriodDeclared,
  settingChanged,
  ...DISCLOSURE_AUTHORISATION_EVENTS,
] as const;

export const AUTHORITY_UPCASTS: readonly Upcast[] = [
  upcast(authorityRegistered1, authorityRegistered, { facts: (earlier) => earlier }),
];
