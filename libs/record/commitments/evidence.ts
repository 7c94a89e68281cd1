/** Evidence: documents and links, each in one line; a document has its hash in clear. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';

interface Evidenced {
  readonly evidenceCount?: number;
  readonly evidence?: readonly string[];
  readonly evidenceHashes?: readonly { readonly item: number }[];
}

/** The count in clear says how many items there were, also when one is erased later; a hash belongs to one of them. */
export const wrongEvidence = (command: Evidenced): Refusal | null => evidenceMiscounted(command) ?? strayHash(command);

const evidenceMiscounted = ({ evidenceCount, evidence }: Evidenced): Refusal | null => {
  const given = evidence?.length ?? 0;
  return evidenceCount === undefined || evidenceCount === given
    ? null
    : refuse(
        'commitment.evidenceMiscounted',
        {
          fr: `Le nombre de justificatifs annoncé (${evidenceCount}) ne correspond pas aux justificatifs joints (${given}).`,
          en: `The number of items of evidence stated (${evidenceCount}) differs from those given (${given}).`,
        },
        { field: 'evidenceCount' },
      );
};

const strayHash = ({ evidence, evidenceHashes = [] }: Evidenced): Refusal | null => {
  const items = evidenceHashes.map(({ item }) => item);
  const stray = items.find((item, n) => item > (evidence?.length ?? 0) || items.indexOf(item) !== n);
  return stray === undefined
    ? null
    : refuse(
        'commitment.strayEvidenceHash',
        {
          fr: `L’empreinte n° ${stray} ne correspond à aucun justificatif joint, ou le même en a deux.`,
          en: `Hash number ${stray} belongs to no item of evidence given, or one item has two.`,
        },
        { field: 'evidenceHashes' },
      );
};
