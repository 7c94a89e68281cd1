import { refuse, type Refusal } from '@fil/facts/kit/refusal';

export const unknownObserved = (): Refusal =>
  refuse(
    'observation.nothingThere',
    {
      fr: 'Aucune décision ni aucun engagement ne porte cet identifiant.',
      en: 'There is no decision and no commitment with this id.',
    },
    { kind: 'notFound' },
  );
