/** In which encounter something was said, and on which sheet or printed slip. */
import { slipOfNumber } from '@fil/facts/numbers/slip-number';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { isSlip, sheetOfSlip, type EncounterState } from '../../encounters/encounter.state';
import type { RecordContributionInput } from './record-contribution.command';

type Said = Pick<RecordContributionInput, 'consultation' | 'encounter' | 'sheet' | 'slip' | 'question' | 'source'>;

/** Number of the sheet in its encounter; undefined where there is none, or where the slip was never set apart. */
export function sheetOf({ slip, sheet }: Said, encounter: EncounterState | undefined): number | undefined {
  if (slip === undefined) return sheet;
  const printed = slipOfNumber(slip);
  return printed && encounter?.exists ? (sheetOfSlip(encounter, printed) ?? undefined) : undefined;
}

/** Whether it was written on a printed slip, which serves once. */
export function isOnSlip(said: Said, encounter: EncounterState | undefined): boolean {
  const sheet = sheetOf(said, encounter);
  return sheet !== undefined && encounter?.exists === true && isSlip(encounter, sheet);
}

export function saidElsewhere(said: Said, encounter: EncounterState | undefined): Refusal | null {
  if (!encounter) return null;
  if (!encounter.exists || encounter.consultation !== said.consultation) {
    return refuse(
      'encounter.unknown',
      {
        fr: 'Cette rencontre n’existe pas dans cette démarche. Vérifiez son identifiant.',
        en: 'There is no such encounter in this consultation. Check its id.',
      },
      { field: 'encounter' },
    );
  }
  if (encounter.cancelled) {
    return refuse(
      'encounter.cancelled',
      {
        fr: 'Cette rencontre a été annulée : rien n’a pu y être dit.',
        en: 'This encounter was cancelled: nothing can have been said there.',
      },
      { kind: 'conflict', field: 'encounter' },
    );
  }
  if (said.question !== undefined && said.question > encounter.questions) {
    return refuse(
      'encounter.unknownQuestion',
      {
        fr: `Cette rencontre posait ${encounter.questions} question(s) : il n’y a pas de question n° ${said.question}.`,
        en: `This encounter asked ${encounter.questions} question(s): there is no question ${said.question}.`,
      },
      { field: 'question' },
    );
  }
  return null;
}

export function slipAtFault(said: Said, encounter: EncounterState | undefined): Refusal | null {
  if (isOnSlip(said, encounter) && said.source !== undefined) {
    return refuse(
      'slip.withSource',
      {
        fr: 'Une fiche imprimée par ce registre n’a pas de référence dans une autre source : gardez l’une des deux.',
        en: 'A slip printed by this register has no reference in another source: keep one of the two.',
      },
      { field: 'source' },
    );
  }
  if (said.slip === undefined) return null;
  if (!encounter) {
    return refuse(
      'slip.withoutEncounter',
      { fr: 'Indiquez de quelle rencontre est cette fiche.', en: 'Say of which encounter this slip is.' },
      { field: 'encounter' },
    );
  }
  if (slipOfNumber(said.slip) === null) {
    return refuse(
      'slip.malformed',
      {
        fr: 'Ce n’est pas un numéro de fiche. Recopiez-le en entier, avec sa lettre de contrôle, comme F412-017-V.',
        en: 'This is not the number of a slip. Copy it whole, with its check letter, as in F412-017-V.',
      },
      { field: 'slip' },
    );
  }
  const sheet = sheetOf(said, encounter);
  if (sheet === undefined) {
    return refuse(
      'slip.notAllocated',
      {
        fr: 'Ce numéro de fiche n’a pas été réservé pour cette rencontre. Vérifiez le numéro et la rencontre.',
        en: 'This slip number was not set apart for this encounter. Check the number and the encounter.',
      },
      { field: 'slip' },
    );
  }
  return said.sheet === undefined || said.sheet === sheet
    ? null
    : refuse(
        'slip.otherSheet',
        {
          fr: `Le numéro imprimé est celui de la fiche ${sheet} : retirez le numéro de feuille, ou corrigez-le.`,
          en: `The printed number is that of slip ${sheet}: leave the sheet number out, or correct it.`,
        },
        { field: 'sheet' },
      );
}
