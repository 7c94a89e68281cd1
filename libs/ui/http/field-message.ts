import { z } from 'zod';
import type { Label } from '@fil/facts/codes/label';
import type { Language } from '../language';

/** What to do about a field, by the key our schemas give. */
const MESSAGES: Record<string, Label> = {
  blank: { fr: 'Ce champ doit contenir un texte.', en: 'This field must contain some text.' },
  illFormed: { fr: 'Ce texte contient des caractères illisibles.', en: 'This text contains unreadable characters.' },
  twice: { fr: 'Une même valeur figure deux fois.', en: 'The same value is named twice.' },
  languageTag: {
    fr: 'Indiquez la langue par son code : fr, en, fr-x-falc…',
    en: 'Name the language by its tag: fr, en, fr-x-falc…',
  },
  localCode: {
    fr: 'Un code se compose de 1 à 60 minuscules, chiffres et traits d’union.',
    en: 'A code is 1 to 60 lower-case letters, digits and hyphens.',
  },
  ref: {
    fr: 'Indiquez l’identifiant complet de l’objet, par exemple decision-… suivi de son UUID.',
    en: 'Give the full id of the object, such as decision-… followed by its UUID.',
  },
  eventId: { fr: 'Indiquez l’identifiant (UUID) de l’événement.', en: 'Give the id (UUID) of the event.' },
  date: { fr: 'Indiquez une date existante, sous la forme AAAA-MM-JJ.', en: 'Give a date that exists, as YYYY-MM-DD.' },
  when: {
    fr: 'Indiquez une date AAAA-MM-JJ, un mois AAAA-MM, une année AAAA, ou un intervalle début/fin.',
    en: 'Give a date YYYY-MM-DD, a month YYYY-MM, a year YYYY, or an interval from/to.',
  },
  siret: { fr: 'Un SIRET compte 14 chiffres.', en: 'A SIRET has 14 digits.' },
  sha256: {
    fr: 'Indiquez une empreinte SHA-256 : 64 caractères hexadécimaux.',
    en: 'Give a SHA-256: 64 hexadecimal characters.',
  },
  mediaType: {
    fr: 'Indiquez un type de fichier, par exemple application/pdf.',
    en: 'Give a media type, such as application/pdf.',
  },
  ruleCode: {
    fr: 'Le code d’une règle de délai se compose de minuscules, de chiffres, de points et de traits d’union, par exemple crpa.are.',
    en: 'The code of a deadline rule is lower-case letters, digits, dots and hyphens, such as crpa.are.',
  },
  deadlineStates: {
    fr: 'Indiquez des états séparés par des virgules, par exemple running,warned,missed.',
    en: 'Give states separated by commas, such as running,warned,missed.',
  },
  territoryCode: { fr: 'Indiquez un code INSEE, par exemple 44109.', en: 'Give an INSEE code, such as 44109.' },
  secretNeverEntered: {
    fr: 'Ce qui est secret ne doit jamais être saisi ici. Choisissez « public », « internal » (interne) ou « restricted » (accès limité), ou ne saisissez pas cette contribution.',
    en: 'What is secret must never be entered here. Choose "public", "internal" or "restricted", or do not enter this contribution.',
  },
  fieldPath: {
    fr: 'Indiquez un champ par son chemin, par exemple /text.',
    en: 'Name a field by its path, such as /text.',
  },
  legalReference: {
    fr: 'Une référence compte 40 caractères au plus, sans espace et avec un chiffre, par exemple 2026-DELIB-014.',
    en: 'A reference has at most 40 characters, a digit and no spaces, such as 2026-DELIB-014.',
  },
  sourceName: {
    fr: 'Indiquez un nom de 1 à 40 minuscules, chiffres, points et traits d’union.',
    en: 'Give a name of 1 to 40 lower-case letters, digits, dots and hyphens.',
  },
  invitation: {
    fr: 'Le code d’invitation compte 20 lettres et chiffres : recopiez-le en entier.',
    en: 'The code of an invitation has 20 letters and digits: copy it whole.',
  },
  content: {
    fr: 'Ce contenu ne peut pas être conservé : il comporte un caractère nul, une moitié de caractère, ou trop de niveaux imbriqués.',
    en: 'This content cannot be kept: it has a null character, half a character, or too many levels inside each other.',
  },
  authorKey: {
    fr: 'La clé de l’auteur compte 20 lettres et chiffres ; elle figure sur votre moitié du récépissé.',
    en: 'The author’s key has 20 letters and digits; it is on your half of the receipt.',
  },
};

const BY_LANGUAGE = { fr: z.locales.fr().localeError, en: z.locales.en().localeError };

/** The message of one of our own keys. */
export const ownMessage = (key: string, language: Language): string | undefined => MESSAGES[key]?.[language];

/** What zod found, in words; for the issues that carry no key of ours. */
export function zodMessage(issue: z.core.$ZodRawIssue, language: Language): string | undefined {
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return language === 'fr' ? 'Ce champ est obligatoire.' : 'This field is required.';
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return language === 'fr'
      ? `Valeur inconnue. Valeurs admises : ${values}.`
      : `Unknown value. Accepted values: ${values}.`;
  }
  const said = BY_LANGUAGE[language](issue);
  return typeof said === 'string' ? said : (said?.message ?? undefined);
}
