/** A file that was saved as proof of misconduct: whether it is one. */
import { parseFork } from '@fil/log/transparency/fork-file';
import type { Policy } from '@fil/log/transparency/policy';
import { adviceOn } from './advice';
import { failed, type Verdict } from './finding';
import { linkStates } from './later-state';
import { openState } from './open-state';

/** @throws Unreadable */
export function checkForkFile(bytes: Uint8Array, policy: Policy): Verdict {
  const { older, newer, path } = parseFork(bytes);
  const opened = [
    openState(older, policy, { fr: 'Le plus ancien des deux états', en: 'The older of the two states' }),
    openState(newer, policy, { fr: 'Le plus récent', en: 'The newer one' }),
  ] as const;
  const findings = opened.flatMap((one) => one.findings);
  const [a, b] = [opened[0].checkpoint, opened[1].checkpoint];
  if (!a || !b) return { findings, shown: [], forks: [], advice: adviceOn(findings) };
  const linked = linkStates(a, b, path);
  findings.push(...linked.findings);
  if (linked.forks.length === 0) {
    findings.push(
      failed('notAFork', {
        fr: 'Ce fichier ne prouve donc pas que le registre a signé deux histoires.',
        en: 'So this file does not prove that the register signed two histories.',
      }),
    );
  }
  return { findings, shown: [], forks: linked.forks, advice: adviceOn(findings, linked.forks) };
}
