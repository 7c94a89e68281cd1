/** What nearly every rule of a contribution begins with: it exists, and it still takes part. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { hasPoint, type RecordedContribution } from './contribution.state';

export const unknownContribution = (): Refusal =>
  refuse(
    'contribution.unknown',
    {
      fr: 'Aucune contribution ne porte cet identifiant. Vérifiez-le : il figure dans l’adresse de sa page.',
      en: 'There is no contribution with this id. Check it: it is in the address of its page.',
    },
    { kind: 'notFound' },
  );

/** Refuses what was voided or withdrawn. */
export function closedToChanges(state: RecordedContribution): Refusal | null {
  if (state.voided) {
    return refuse(
      'contribution.voided',
      {
        fr: 'Cette contribution a été annulée comme erreur de saisie : plus rien ne s’y ajoute.',
        en: 'This contribution was voided as an error of entry: nothing more is added to it.',
      },
      { kind: 'conflict' },
    );
  }
  if (state.withdrawn) {
    return refuse(
      'contribution.withdrawn',
      {
        fr: 'Cette contribution a été retirée par son auteur : plus rien ne s’y ajoute.',
        en: 'This contribution was withdrawn by its author: nothing more is added to it.',
      },
      { kind: 'conflict' },
    );
  }
  return null;
}

export function unknownPoint(state: RecordedContribution, point: number): Refusal | null {
  if (hasPoint(state, point)) return null;
  return refuse(
    'contribution.pointUnknown',
    state.pointsMarked === 0
      ? {
          fr: 'Aucun point n’a été distingué dans cette contribution : l’ensemble est le point 1.',
          en: 'No point was marked in this contribution: the whole is point 1.',
        }
      : {
          fr: `Cette contribution compte ${state.pointsMarked} points : il n’y a pas de point ${point}.`,
          en: `This contribution has ${state.pointsMarked} points: there is no point ${point}.`,
        },
    { field: 'point' },
  );
}
