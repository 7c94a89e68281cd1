import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AnswerInput } from './answer-input';
import { hasLimitedAccess, type ContributionState } from './contribution.state';
import type { Mandate } from './mandate-of';

interface Duplicate {
  /** Its id; null when several are answered in common, of whom another rule says that none is the one kept. */
  readonly contribution: string | null;
  readonly consultation: string;
  /** The mandate, and by its id what was found of each object the answer names. */
  readonly seen: Mandate;
}

/**
 * A duplicate counts with the one that is kept, so that one must be able to be answered where everybody sees it: of the
 * same consultation, published, still standing, and no duplicate itself.
 */
export function wronglyMerged(
  { mergedInto, takenOver }: Pick<AnswerInput, 'mergedInto' | 'takenOver'>,
  { contribution, consultation, seen }: Duplicate,
): Refusal | null {
  if (mergedInto === undefined) return null;
  const kept = seen[mergedInto] as ContributionState | undefined;
  if (!kept?.exists) return null; // said by the rules of what an answer names
  const isDuplicate = [...kept.points.values()].some(({ answer }) => answer?.outcome === 'merged');
  const stands = !kept.withdrawn && !kept.voided && kept.moderation.inadmissible === null;
  const isPublic =
    !hasLimitedAccess(kept) &&
    (kept.admitted || kept.moderation.disclosed || kept.takenOver || takenOver !== undefined);
  const fits = mergedInto !== contribution && kept.consultation === consultation && stands && isPublic && !isDuplicate;
  return fits
    ? null
    : refuse(
        'outcome.wronglyMerged',
        {
          fr: 'Le doublon renvoie à une autre contribution de la même démarche, publiée, qui ne soit ni retirée, ni irrecevable, ni elle-même signalée comme doublon.',
          en: 'A duplicate refers to another contribution of the same consultation, which is published and neither withdrawn, inadmissible nor marked as a duplicate itself.',
        },
        { field: 'mergedInto' },
      );
}
