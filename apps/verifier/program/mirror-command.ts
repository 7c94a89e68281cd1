/** `fil-verify mirror`: the check, what it took, and its report as a file. */
import { performance } from 'node:perf_hooks';
import type { Policy } from '@fil/log/transparency/policy';
import { passed } from '../checks/finding';
import { bareHashing } from '../mirror/bare-hashing';
import { checkMirror, type CheckMirror, type MirrorVerdict } from '../mirror/check-mirror';
import type { GivenNote } from '../mirror/stated-states';
import { DirectoryMirror } from './directory-mirror';
import { writeNamed } from './named-files';

export interface MirrorCommand {
  readonly folder: string;
  readonly policy: Policy | null;
  readonly given: readonly GivenNote[];
  /** File to write. */
  readonly report: string | undefined;
  readonly measure: boolean;
  readonly progress: CheckMirror['progress'];
}

export async function mirrorCommand(asked: MirrorCommand): Promise<MirrorVerdict> {
  const source = new DirectoryMirror(asked.folder);
  const started = performance.now();
  const { policy, given, progress } = asked;
  const checked = await checkMirror(source, { policy, given, progress });
  const seconds = (performance.now() - started) / 1000;
  const hashing = asked.measure ? bareHashing(source, checked.size, () => performance.now() / 1000) : null;
  const verdict = hashing ? { ...checked, findings: [...checked.findings, cost(seconds, hashing, checked)] } : checked;
  if (asked.report !== undefined) writeNamed(asked.report, reportOf(verdict, seconds, hashing));
  return verdict;
}

const cost = (seconds: number, hashing: number, { read }: MirrorVerdict) =>
  passed('cost', {
    fr: `${read} inscriptions vérifiées en ${seconds.toFixed(1)} s ; le seul calcul de leurs empreintes prend ${hashing.toFixed(1)} s : rapport ${(seconds / hashing).toFixed(1)}.`,
    en: `${read} entries checked in ${seconds.toFixed(1)} s; hashing alone takes ${hashing.toFixed(1)} s: ratio ${(seconds / hashing).toFixed(1)}.`,
  });

function reportOf(verdict: MirrorVerdict, seconds: number, hashing: number | null): string {
  const { origin, size, read, root, bytes, states, findings, keyChanges, forks, advice } = verdict;
  const report = {
    format: 'fil-mirror-check/1',
    ...{ origin, size, read, root, bytes, states, seconds, hashingSeconds: hashing },
    ...{
      findings,
      keyChanges,
      forks: forks.map(({ older, newer }) => ({ older: older.size, newer: newer.size })),
      advice,
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
