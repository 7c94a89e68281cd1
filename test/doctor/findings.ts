import type { Finding, Severity } from '@fil/log/health/finding';
import { examineRegister, type ExaminationOptions } from '../../apps/composition/doctor/examine-register';

/** All that is found in an installation with these settings. */
export async function examine(
  environment: Readonly<Record<string, string>>,
  options: Partial<ExaminationOptions> = {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const looked of examineRegister(environment, { deep: false, ...options }))
    findings.push(...looked.findings);
  return findings;
}

export const codes = (findings: readonly Finding[], severity: Severity): string[] =>
  findings.filter((finding) => finding.severity === severity).map(({ code }) => code);

export const wrong = (findings: readonly Finding[]) => ({
  fault: codes(findings, 'fault'),
  warning: codes(findings, 'warning'),
});
