import { COMMITMENT_PUBLISHABLES } from '../commitments/publishable';
import { COMMITTEE_PUBLISHABLES } from '../committees/publishable';
import { CONSULTATION_PUBLISHABLES } from '../consultations/publishable';
import { CONTRIBUTION_PUBLISHABLES } from '../contributions/publishable';
import type { Publishable } from '../deciding/publishable';
import { DECISION_PUBLISHABLES } from '../decisions/publishable';
import { EVALUATION_PUBLISHABLES } from '../evaluations/publishable';
import { REPORT_PUBLISHABLES } from '../reports/publishable';
import { SYNTHESIS_PUBLISHABLES } from '../syntheses/publishable';

/** Everything that may be prepared as a draft. */
export const PUBLISHABLES: readonly Publishable[] = [
  ...CONTRIBUTION_PUBLISHABLES,
  ...SYNTHESIS_PUBLISHABLES,
  ...DECISION_PUBLISHABLES,
  ...CONSULTATION_PUBLISHABLES,
  ...COMMITMENT_PUBLISHABLES,
  ...COMMITTEE_PUBLISHABLES,
  ...EVALUATION_PUBLISHABLES,
  ...REPORT_PUBLISHABLES,
];

export const publishableOf = (kind: string): Publishable | undefined => PUBLISHABLES.find((one) => one.kind === kind);
