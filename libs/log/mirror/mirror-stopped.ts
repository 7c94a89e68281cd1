import type { Label } from '@fil/facts/codes/label';
import { ExplainedError } from '@fil/facts/kit/explained-error';

/**
 * `notSigned`: the checkpoint is no checkpoint of the log of the policy. `otherLog`: this folder mirrors another log.
 * `fork`: the log has signed two histories. `tile`, `bundle`: what was served does not lead to the checkpoint.
 * `local`: a file of this folder is not what the log signed. `unanswered`: the log did not answer, or not as agreed.
 */
export type MirrorFault = 'notSigned' | 'otherLog' | 'fork' | 'tile' | 'bundle' | 'local' | 'unanswered';

/** The mirror goes no further: what it holds stays as it was, and what it was given is kept beside. */
export class MirrorStopped extends ExplainedError {
  /** @param evidence files that were kept: none when nothing is wrong but the connection */
  constructor(
    readonly fault: MirrorFault,
    explanation: Label,
    readonly evidence: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(
      `mirror.${fault}`,
      fault === 'unanswered' ? 'busy' : 'unprocessable',
      withEvidence(explanation, evidence),
      options,
    );
  }
}

const withEvidence = ({ fr, en }: Label, evidence: readonly string[]): Label =>
  evidence.length === 0
    ? { fr, en }
    : {
        fr: `${fr}\nConservé à l’appui : ${evidence.join(', ')}`,
        en: `${en}\nKept as evidence: ${evidence.join(', ')}`,
      };
