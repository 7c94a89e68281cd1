import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from './authority.state';
import { notFound } from './standing-codes';

export const unknownTerritory = (
  { territories }: AuthorityState,
  territory: string | undefined,
  field: string,
): Refusal | null =>
  territory === undefined || territories.has(territory)
    ? null
    : refuse(
        'authority.unknownTerritory',
        {
          fr: `Le territoire « ${territory} » n’existe pas : ajoutez-le d’abord.`,
          en: `There is no territory "${territory}": add it first.`,
        },
        { field },
      );

export const endedTerritory = (
  { territories }: AuthorityState,
  territory: string | undefined,
  field?: string,
): Refusal | null =>
  territory !== undefined && territories.get(territory)?.ended
    ? refuse(
        'authority.territoryEnded',
        { fr: `Le territoire « ${territory} » n’est plus utilisé.`, en: `The territory "${territory}" has ended.` },
        { kind: 'conflict', field },
      )
    : null;

/** The territory in the address must exist and not have ended. */
export function notAStandingTerritory(state: AuthorityState, territory: string): Refusal | null {
  const unknown = unknownTerritory(state, territory, 'territory');
  return unknown ? notFound(unknown) : endedTerritory(state, territory);
}
