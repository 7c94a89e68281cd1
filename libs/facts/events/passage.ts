/**
 * Fields of the two events by which a passage of a guarantor's or a committee's text is suspended and restored. They
 * publish, the authority hosts: it edits nothing, and what it hides it says.
 */
import { SUSPENSION_GROUNDS } from '../codes/oversight';
import { explained } from '../kit/explained';
import { code, date, eventId, fieldPath, legalReference, list, localCode, optional } from '../kit/fact-fields';
import { optionalSealed, text } from '../kit/sealed-fields';

export const SUSPENSION_FACTS = {
  event: explained(eventId, {
    fr: 'L’événement de cet objet dont un passage est suspendu.',
    en: 'The event of this object of which a passage is suspended.',
  }),
  paths: explained(list(fieldPath, 20), {
    fr: 'Les champs soustraits au public ; leurs mots restent dans le coffre.',
    en: 'The fields withheld from the public; their words stay in the vault.',
  }),
  ground: code(SUSPENSION_GROUNDS),
  reference: optional(legalReference),
  notifiedOn: explained(date, {
    fr: 'Le jour où le motif légal a été notifié à l’auteur.',
    en: 'The day the legal ground was notified to the author.',
  }),
  decidedBy: optional(localCode),
};
export const SUSPENSION_WORDS = {
  shown: explained(text(), {
    fr: 'Ce qui se lit à la place.',
    en: 'What is read instead.',
  }),
};

export const SUSPENSION_REPLY_FACTS = {
  suspension: explained(eventId, { fr: 'La suspension à laquelle il est répondu.', en: 'The suspension replied to.' }),
};
export const SUSPENSION_REPLY_WORDS = { text: text() };

export const RESTORATION_FACTS = {
  suspension: explained(eventId, { fr: 'La suspension qui prend fin.', en: 'The suspension that ends.' }),
  decidedBy: optional(localCode),
};
export const RESTORATION_WORDS = { reason: optionalSealed(text()) };
