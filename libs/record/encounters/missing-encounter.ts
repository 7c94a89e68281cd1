import { refuse, type Refusal } from '@fil/facts/kit/refusal';

export const missingEncounter = (): Refusal =>
  refuse(
    'encounter.missing',
    { fr: 'Cette rencontre n’existe pas.', en: 'There is no such encounter.' },
    { kind: 'notFound' },
  );

export const cancelledEncounter = (): Refusal =>
  refuse(
    'encounter.cancelled',
    {
      fr: 'Cette rencontre a été annulée. Si elle a eu lieu malgré tout, inscrivez-en une autre.',
      en: 'This encounter was cancelled. If it took place nevertheless, record another one.',
    },
    { kind: 'conflict' },
  );

export const notHeldYet = (): Refusal =>
  refuse(
    'encounter.notHeld',
    {
      fr: 'Inscrivez d’abord que la rencontre a eu lieu.',
      en: 'Record first that the encounter took place.',
    },
    { kind: 'conflict' },
  );
