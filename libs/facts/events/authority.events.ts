/** Reference data of an authority: its bodies, functions and themes leave traces too. Codes are never reused. */
import { BODY_KINDS } from '../codes/decision';
import { defineEvent } from '../kit/event-definition';
import { code, localCode, optional, siret } from '../kit/fact-fields';
import { line, optionalSealed, text } from '../kit/sealed-fields';

export const authorityRegistered = defineEvent('authority.registered/1', {
  facts: { siret },
  sealed: {
    name: text(),
    website: optionalSealed(line()),
    address: optionalSealed(line()),
    telephone: optionalSealed(line()),
  },
});

export const bodyNamed = defineEvent('authority.bodyNamed/1', {
  facts: { body: localCode, kind: code(BODY_KINDS), parent: optional(localCode) },
  sealed: { name: text() },
});
export const bodyRenamed = defineEvent('authority.bodyRenamed/1', {
  facts: { body: localCode },
  sealed: { name: text() },
});
export const bodyEnded = defineEvent('authority.bodyEnded/1', {
  facts: { body: localCode, successor: optional(localCode) },
  sealed: { reason: optionalSealed(text()) },
});

/** A function decides, never a name: "adjointe à l'espace public". */
export const functionCreated = defineEvent('authority.functionCreated/1', {
  facts: { function: localCode, body: optional(localCode) },
  sealed: { name: text() },
});
export const functionEnded = defineEvent('authority.functionEnded/1', {
  facts: { function: localCode, successor: optional(localCode) },
  sealed: { reason: optionalSealed(text()) },
});

export const themeAdded = defineEvent('authority.themeAdded/1', {
  facts: { theme: localCode },
  sealed: { name: text() },
});
export const themeRenamed = defineEvent('authority.themeRenamed/1', {
  facts: { theme: localCode },
  sealed: { name: text() },
});
export const themeMerged = defineEvent('authority.themeMerged/1', {
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
