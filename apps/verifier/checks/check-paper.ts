/** Anything that somebody may hold in hand: told apart by how it begins. */
import { Unreadable } from '@fil/log/transparency/unreadable';
import { adviceOn } from './advice';
import { checkPromise, type CheckPromise } from './check-promise';
import { checkQrCode, checkReceipt, type CheckReceipt } from './check-receipt';
import { checkStates, readState } from './check-states';
import { failed, type Finding, type Verdict } from './finding';
import { checkForkFile } from './check-fork-file';
import { ageOf } from './later-state';
import { openState } from './open-state';

export type CheckPaper = CheckReceipt & CheckPromise;

/** @param given as it was pasted or read; line ends of another system and blanks around it are no fault of the register */
export async function checkPaper(given: string, how: CheckPaper): Promise<Verdict> {
  const text = `${given
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim()}\n`;
  if (text.startsWith('c2sp.org/tlog-proof@')) return checkReceipt(text, how);
  if (text.startsWith('{')) return checkedForkFile(text.trimEnd(), how);
  if (text.includes('\n\n')) return /^[^\n]+\/ack\n/.test(text) ? checkPromise(text, how) : checkState(text, how);
  return checkQrCode(qrLetters(given), how);
}

/** What a telephone reads: the letters, perhaps behind the address of a verifier. Blanks are letters too. */
function qrLetters(given: string): string {
  const letters = given.replace(/[\r\n]+/g, '');
  const hash = letters.indexOf('#');
  if (hash < 0) return letters;
  try {
    return decodeURIComponent(letters.slice(hash + 1));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return letters.slice(hash + 1);
  }
}

function checkedForkFile(text: string, { policy }: CheckPaper): Verdict {
  try {
    return checkForkFile(Buffer.from(text), policy);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const findings = [failed('unreadable', UNREADABLE)];
    return { findings, shown: [], forks: [], advice: adviceOn(findings) };
  }
}

const UNREADABLE = {
  fr: 'Ce fichier n’est ni un récépissé, ni une promesse, ni un état de registre, ni une preuve de faute.',
  en: 'This file is neither a receipt, nor a promise, nor the state of a register, nor a proof of misconduct.',
};

function checkState(text: string, how: CheckPaper): Verdict | Promise<Verdict> {
  if (how.newer !== undefined) return checkStates([text, how.newer], how);
  const findings: Finding[] = [];
  const state = readState(text, findings);
  if (state) {
    const opened = openState(state.note, how.policy, { fr: 'Cet état du registre', en: 'This state of the register' });
    findings.push(...opened.findings, ...(opened.checkpoint ? ageOf(opened.checkpoint, how.policy, how.now) : []));
  }
  return { findings, shown: [], forks: [], advice: adviceOn(findings) };
}
