import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { CommitteeState } from '../committees/committee.state';

/** A finding is the committee's own, and about this commitment. @param finding event that recorded it */
export const unknownFinding = (
  id: string,
  finding: string,
  committee: CommitteeState | undefined,
  field: string,
): Refusal | null =>
  committee?.exists && committee.findings.get(finding)?.target === id
    ? null
    : refuse(
        'commitment.unknownFinding',
        {
          fr: 'Ce comité n’a consigné aucun constat de ce nom sur cet engagement : vérifiez le comité et l’identifiant du constat.',
          en: 'This committee recorded no such finding on this commitment: check the committee and the id of the finding.',
        },
        { field },
      );
