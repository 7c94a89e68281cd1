/**
 * The arrondissement of a project as an INSEE code. The source writes postal codes (75013), a second postal code of the
 * 16th (75116), plain numbers (13) and 75123 or 23 for the sector *Paris Centre* (1st to 4th), which has no INSEE code.
 */
export type District =
  { readonly is: 'territory'; readonly code: string } | { readonly is: 'parisCentre' } | { readonly is: 'unknown' };

const WHOLE_CITY = '75056';
const PARIS_CENTRE = 23;

/** @param citywide the project belongs to the budget of the whole city: its address is then the town hall's. */
export function districtIn(cell: string, citywide: boolean): District {
  if (citywide) return { is: 'territory', code: WHOLE_CITY };
  const match = /^(?:75([01])(\d{2})|(\d{1,2}))$/.exec(cell.trim());
  if (!match) return { is: 'unknown' };
  const number = Number(match[2] ?? match[3]);
  if (number === PARIS_CENTRE) return { is: 'parisCentre' };
  if (number < 1 || number > 20) return { is: 'unknown' };
  return { is: 'territory', code: `751${String(number).padStart(2, '0')}` };
}
