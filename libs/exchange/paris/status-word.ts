import type { Stage } from '@fil/facts/codes/progress';

/** Where a project stands, with the source's own word for it. */
export interface Standing {
  readonly at: Exclude<Stage, 'finished'> | 'done' | 'abandoned';
  readonly word: string;
}

const STANDINGS: Readonly<Record<string, Standing['at']>> = {
  'NON DEMARRE': 'notStarted',
  ETUDES: 'studies',
  PROCEDURES: 'procedures',
  TRAVAUX: 'works',
  LIVRAISON: 'delivery',
  FIN: 'done',
  ABANDONNE: 'abandoned',
};

/**
 * The status behind a spelling: « (non démarré) » in one snapshot and « NON DEMARRE » in the next are one and the same.
 * Null for a word this import does not know.
 */
export function standingOf(cell: string): Standing | null {
  const word = cell.trim();
  const at = STANDINGS[withoutAccents(word).toUpperCase().replace(/[()]/g, '').trim()];
  return at ? { at, word } : null;
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The source's word for a stage whose month it gives in a column of its own. */
export const STAGE_WORDS = { studies: 'ETUDES', procedures: 'PROCEDURES', works: 'TRAVAUX' } as const;

/** How far along: what lies further is a step forward. An abandonment lies on no such line. */
const ORDER = ['notStarted', 'studies', 'procedures', 'works', 'delivery', 'done'] as const;
export const rank = (at: Exclude<Standing['at'], 'abandoned'>): number => ORDER.indexOf(at);
