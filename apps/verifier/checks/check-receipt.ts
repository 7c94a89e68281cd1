/** A receipt: the file, or what its QR code holds. */
import type { Label } from '@fil/facts/codes/label';
import { canonicalJson, type CanonicalValue } from '@fil/log/transparency/canonical-json';
import type { SignedCheckpoint } from '@fil/log/transparency/checkpoint';
import type { Entry } from '@fil/log/transparency/entry';
import { secondsOf } from '@fil/log/transparency/entry-forms';
import { fingerprint, locator } from '@fil/log/transparency/fingerprint';
import { parseQrPayload, proofOfQrPayload } from '@fil/log/transparency/qr-payload';
import { RECEIPT_FAILURES } from '@fil/log/transparency/receipt-failures';
import { type CheckedReceipt, type ReceiptFailure, verifyReceipt } from '@fil/log/transparency/receipt';
import { verifyTlogProof } from '@fil/log/transparency/tlog-proof';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { adviceOn } from './advice';
import { type CheckStates, readState } from './check-states';
import { asIs, caution, detail, failed, type Finding, joined, passed, type Shown, type Verdict } from './finding';
import { moment } from './instant';
import { ageOf, linkStates } from './later-state';
import { confirmed, openState, signedBy } from './open-state';

export interface CheckReceipt extends CheckStates {
  /** A later state of the register, as `parseState` reads it. */
  readonly newer?: string;
}

const STATE: Label = { fr: 'L’état du registre joint au récépissé', en: 'The state of the register on the receipt' };

/** @param text of a `.tlog-proof` file */
export async function checkReceipt(text: string, how: CheckReceipt): Promise<Verdict> {
  const checked = verifyReceipt(text, how.policy);
  const { read, checkpoint, unreadable } = checked;
  if (!read) return unreadableReceipt(unreadable!);
  const { receipt, entry, leaf } = read;
  const findings = proofFindings(checked.failures, checkpoint, receipt.index, how);
  if (checkpoint) findings.push(...wordsFindings(checked, entry));
  const { forks } = await addLaterState(findings, checkpoint, how);
  const shown = [...placeOf(receipt.index, leaf), ...factsOf(entry), ...wordsOf(checked, entry)];
  return { findings, shown, forks, advice: adviceOn(findings, forks) };
}

/** @param text what the QR code holds: letters of base45 */
export async function checkQrCode(text: string, how: CheckReceipt): Promise<Verdict> {
  try {
    const payload = parseQrPayload(text);
    const { failures, checkpoint } = verifyTlogProof(proofOfQrPayload(payload), payload.leaf, how.policy);
    const findings = proofFindings(failures, checkpoint, payload.index, how).map((finding) =>
      // There is no room in the code for witnesses: that they are missing says nothing of the register.
      finding.check === 'tooFewWitnesses' && checkpoint?.cosignatures.length === 0 ? WITHOUT_WITNESSES : finding,
    );
    if (checkpoint) findings.push(COMPARE_FINGERPRINT);
    const { forks } = await addLaterState(findings, checkpoint, how);
    return { findings, shown: placeOf(payload.index, payload.leaf), forks, advice: adviceOn(findings, forks) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return unreadableReceipt(error.message);
  }
}

function unreadableReceipt(why: string): Verdict {
  const findings = [failed('unreadable', joined(RECEIPT_FAILURES.unreadable, detail(why)))];
  return { findings, shown: [], forks: [], advice: adviceOn(findings) };
}

function proofFindings(
  failures: readonly ReceiptFailure[],
  checkpoint: SignedCheckpoint | null,
  index: number,
  { policy }: CheckReceipt,
): Finding[] {
  // Not signed by a register one trusts: nothing else on it was looked at.
  if (!checkpoint) return failures.map((failure) => failed(failure, RECEIPT_FAILURES[failure]));
  return [
    signedBy(checkpoint, STATE),
    confirmed(checkpoint, policy, STATE),
    failures.includes('notInRegister')
      ? failed('notInRegister', RECEIPT_FAILURES.notInRegister)
      : passed('inclusion', {
          fr: `L’inscription n° ${index} figure dans cet état du registre, telle qu’elle est ici.`,
          en: `Entry no. ${index} is in this state of the register, as it is here.`,
        }),
  ];
}

const WITHOUT_WITNESSES = caution('witnesses', {
  fr: 'Le code ne porte que la signature du registre : le fichier du récépissé dit quels témoins l’ont confirmé.',
  en: 'The code carries the register’s signature only: the file of the receipt says which witnesses have confirmed it.',
});
const COMPARE_FINGERPRINT = caution('fingerprint', {
  fr: 'Le code ne contient que l’empreinte de l’inscription : comparez-la, lettre à lettre, avec celle imprimée. Le fichier du récépissé permet de vérifier aussi les mots.',
  en: 'The code holds the fingerprint of the entry only: compare it letter by letter with the printed one. With the file of the receipt the words can be checked too.',
});

function wordsFindings({ doNotFit, read }: CheckedReceipt, { sealed }: Entry): Finding[] {
  if (doNotFit.length > 0) {
    const paths = doNotFit.join(', ');
    return [failed('openingDoesNotFit', joined(RECEIPT_FAILURES.openingDoesNotFit, asIs(` (${paths})`)))];
  }
  const [shown, all] = [read!.receipt.open.length, Object.keys(sealed).length];
  if (all === 0) return [];
  if (shown === 0) {
    return [
      caution('words', {
        fr: 'Ce récépissé ne montre aucun des mots : il prouve que quelque chose a été inscrit, non quoi.',
        en: 'This receipt shows none of the words: it proves that something was recorded, not what.',
      }),
    ];
  }
  return [
    passed('words', {
      fr: `Les mots montrés sont ceux qui ont été scellés (${shown} champ${shown > 1 ? 's' : ''} sur ${all}).`,
      en: `The words shown are those that were sealed (${shown} of ${all} fields).`,
    }),
  ];
}

async function addLaterState(
  findings: Finding[],
  checkpoint: SignedCheckpoint | null,
  { newer: text, policy, now, findPath }: CheckReceipt,
): Promise<Pick<Verdict, 'forks'>> {
  const state = text === undefined ? null : readState(text, findings);
  if (!state) return { forks: [] };
  const opened = openState(state.note, policy, { fr: 'L’état plus récent', en: 'The later state' });
  findings.push(...opened.findings);
  const later = opened.checkpoint;
  if (!checkpoint || !later) return { forks: [] };
  findings.push(...ageOf(later, policy, now));
  if (later.size < checkpoint.size) findings.push(older(later, checkpoint));
  const [small, large] = later.size < checkpoint.size ? [later, checkpoint] : [checkpoint, later];
  const path = state.path.length > 0 ? state.path : ((await findPath?.(small, large)) ?? []);
  const linked = linkStates(checkpoint, later, path);
  findings.push(...linked.findings);
  return linked;
}

const older = (later: SignedCheckpoint, checkpoint: SignedCheckpoint): Finding =>
  caution('oldState', {
    fr: `L’état donné comme plus récent compte ${later.size} inscriptions, celui du récépissé ${checkpoint.size} : c’est lui le plus ancien.`,
    en: `The state that was given as later has ${later.size} entries, that of the receipt ${checkpoint.size}: it is the older one.`,
  });

function placeOf(index: number, leaf: Buffer): Shown[] {
  return [
    { name: { fr: 'Inscription', en: 'Entry' }, value: asIs(`n° ${index}`) },
    { name: { fr: 'Repère', en: 'Locator' }, value: asIs(locator(index, leaf)) },
    { name: { fr: 'Empreinte', en: 'Fingerprint' }, value: asIs(fingerprint(leaf)) },
  ];
}

function factsOf({ at, type, stream, rev, data }: Entry): Shown[] {
  return [
    { name: { fr: 'Inscrite le', en: 'Recorded on' }, value: moment(secondsOf(at)) },
    { name: { fr: 'Nature', en: 'Kind' }, value: asIs(type) },
    { name: { fr: 'Objet', en: 'Object' }, value: asIs(`${stream}, ${rev}`) },
    { name: { fr: 'Faits', en: 'Facts' }, value: asIs(canonicalJson(data)) },
  ];
}

function wordsOf({ read, doNotFit }: CheckedReceipt, { sealed }: Entry): Shown[] {
  const open = new Map(read!.receipt.open.map(({ path, value }) => [path, value]));
  const paths = [...new Set([...Object.keys(sealed), ...open.keys()])];
  return paths.map((path) => ({
    name: { fr: `Champ scellé ${path}`, en: `Sealed field ${path}` },
    value: doNotFit.includes(path) ? NOT_THESE : open.has(path) ? asIs(readable(open.get(path)!)) : NOT_SHOWN,
  }));
}

const NOT_THESE: Label = { fr: 'ce ne sont pas les mots scellés', en: 'these are not the words that were sealed' };
const NOT_SHOWN: Label = {
  fr: 'non montré par ce récépissé (réservé, ou retiré depuis)',
  en: 'not shown by this receipt (withheld, or withdrawn since)',
};

/** A text in one language is that text; the rest is shown as it was sealed. */
function readable(value: CanonicalValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const texts = Object.values(value);
    if (texts.length === 1 && typeof texts[0] === 'string') return texts[0];
  }
  return canonicalJson(value);
}
