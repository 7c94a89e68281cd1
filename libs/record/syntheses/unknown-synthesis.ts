import { refuse, type Refusal } from '@fil/facts/kit/refusal';

export const unknownSynthesis = (): Refusal =>
  refuse(
    'synthesis.unknown',
    {
      fr: 'Aucune synthèse ne porte cet identifiant. Vérifiez-le : il figure dans l’adresse de sa page.',
      en: 'There is no synthesis with this id. Check it: it is in the address of its page.',
    },
    { kind: 'notFound' },
  );
