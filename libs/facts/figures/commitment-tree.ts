/**
 * Progress of a commitment made of parts (02 §2.2): the published formula and its only implementation. The text of the
 * formula stands in docs/reference/commitments.md and beside every figure made with it.
 */
import type { Label } from '../codes/label';
import type { CommitmentFacts } from './commitment-progress';

/** The formula, as it is shown beside what it gives. */
export const FORMULA: { readonly id: string; readonly text: Label } = {
  id: 'weightedMean/1',
  text: {
    fr: 'Avancement = somme (poids × avancement de la partie) ÷ somme des poids, arrondi au pour-cent inférieur. Poids non indiqué : 1. Partie déclarée réalisée ou vérifiée : 100. Partie abandonnée : 0, son poids est conservé, de sorte qu’un abandon n’augmente jamais l’avancement. Autre partie : le dernier pourcentage rapporté, 0 s’il n’y en a pas. Une partie elle-même divisée compte pour ce que donne ce calcul, sans arrondi.',
    en: 'Progress = sum (weight × progress of the part) ÷ sum of the weights, rounded down to a whole percent. Weight not stated: 1. A part declared done or verified: 100. An abandoned part: 0, and it keeps its weight, so that giving up never raises the progress. Any other part: the last percentage reported, 0 when there is none. A part that is itself divided counts for what this computation gives, not rounded.',
  },
};

/** What is used of a commitment. */
export type Part = Pick<CommitmentFacts, 'advance' | 'percent' | 'weight'>;

/** A part as it entered the computation. */
export interface PartShare {
  readonly id: string;
  readonly weight: number;
  /** Its progress, from 0 to 100, not rounded. */
  readonly percent: number;
  /** False: nothing was reported, so 0 was taken. */
  readonly known: boolean;
}

export interface TreeProgress {
  /** Whole percent, from 0 to 100. */
  readonly percent: number;
  readonly parts: readonly PartShare[];
}

const DONE: readonly string[] = ['done', 'verified'];

/**
 * @param partsOf ids of the parts of a commitment, in order
 * @param find what is known of a commitment; one of which nothing is known is left out
 * @returns null when the commitment has no parts
 */
export function treeProgress(
  id: string,
  partsOf: (id: string) => readonly string[],
  find: (id: string) => Part | null | undefined,
): TreeProgress | null {
  const parts = shares(id, partsOf, find);
  // Thirds and the like are not exact: without this 100 thirds of 99.99… would be shown as 99.
  return parts.length === 0 ? null : { percent: Math.floor(mean(parts) + 1e-9), parts };
}

const shares = (id: string, ...[partsOf, find]: Lookup): PartShare[] =>
  partsOf(id).flatMap((part) => {
    const facts = find(part);
    return facts ? [{ id: part, weight: facts.weight ?? 1, ...counted(part, facts, partsOf, find) }] : [];
  });

type Lookup = [partsOf: (id: string) => readonly string[], find: (id: string) => Part | null | undefined];

function counted(id: string, { advance, percent }: Part, ...lookup: Lookup): Pick<PartShare, 'percent' | 'known'> {
  if (advance.progress === 'abandoned') return { percent: 0, known: true };
  const parts = shares(id, ...lookup);
  if (parts.length > 0) return { percent: mean(parts), known: parts.every(({ known }) => known) };
  if (DONE.includes(advance.progress)) return { percent: 100, known: true };
  return { percent: percent ?? 0, known: percent !== null };
}

function mean(parts: readonly PartShare[]): number {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { weight, percent }) => sum + weight * percent, 0) / weights;
}

/** Parts of each commitment, in the order in which they were made. */
export function partsByParent(commitments: ReadonlyMap<string, CommitmentFacts>): (id: string) => readonly string[] {
  const parts = new Map<string, string[]>();
  for (const [id, { parent }] of commitments) {
    if (parent !== null) parts.set(parent, [...(parts.get(parent) ?? []), id]);
  }
  return (id) => parts.get(id) ?? [];
}
