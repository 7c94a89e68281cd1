import { CONTRIBUTION_PUBLISHABLES } from '../contributions/publishable';
import type { Publishable } from '../deciding/publishable';
import { REPORT_PUBLISHABLES } from '../reports/publishable';
import { SYNTHESIS_PUBLISHABLES } from '../syntheses/publishable';

/** Everything that may be prepared as a draft. */
export const PUBLISHABLES: readonly Publishable[] = [
  ...CONTRIBUTION_PUBLISHABLES,
  ...SYNTHESIS_PUBLISHABLES,
  ...REPORT_PUBLISHABLES,
];

export const publishableOf = (kind: string): Publishable | undefined => PUBLISHABLES.find((one) => one.kind === kind);
