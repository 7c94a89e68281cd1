/** Reference data of an authority: its bodies, functions and themes leave traces too. Codes are never reused. */
import { BODY_KINDS } from '../codes/decision';
import { defineEvent } from '../kit/event-definition';
import { code, localCode, optional, siret } from '../kit/fact-fields';
import { line, optionalSealed, text } from '../kit/sealed-fields';

export const authorityRegistered = defineEvent('authority.registered/1', {
  meaning: { fr: 'Une autorité est inscrite au registre.', en: 'An authority is entered in the register.' },
  facts: { siret },
  sealed: {
    name: text(),
    website: optionalSealed(line()),
    address: optionalSealed(line()),
    telephone: optionalSealed(line()),
  },
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
] as const;
