import { refuse, type Refusal } from '@fil/facts/kit/refusal';

/** The count in clear says how many items of evidence there were, also when one is erased later. */
export const evidenceMiscounted = (command: {
  evidenceCount?: number;
  evidence?: readonly string[];
}): Refusal | null => {
  const given = command.evidence?.length ?? 0;
  return command.evidenceCount === undefined || command.evidenceCount === given
    ? null
    : refuse(
        'commitment.evidenceMiscounted',
        {
          fr: `Le nombre de justificatifs annoncé (${command.evidenceCount}) ne correspond pas aux justificatifs joints (${given}).`,
          en: `The number of items of evidence stated (${command.evidenceCount}) differs from those given (${given}).`,
        },
        { field: 'evidenceCount' },
      );
};
