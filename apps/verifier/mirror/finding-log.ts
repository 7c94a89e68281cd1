/** What is wrong with a mirror: the first of each kind in words, the rest counted. A hostile mirror has no end of faults. */
import type { Label } from '@fil/facts/codes/label';
import { failed, type Finding } from '../checks/finding';

const TOLD = 20;

export class FindingLog {
  private readonly told: Finding[] = [];
  private readonly counts = new Map<string, number>();

  /** @param said made only when it is told: words take longer than the check */
  fail(check: string, said: () => Label): void {
    const count = (this.counts.get(check) ?? 0) + 1;
    this.counts.set(check, count);
    if (count <= TOLD) this.told.push(failed(check, said()));
  }

  has(...checks: readonly string[]): boolean {
    return checks.some((check) => this.counts.has(check));
  }

  /** In the order they were found, then how many more there are. */
  get findings(): Finding[] {
    const more = [...this.counts].filter(([, count]) => count > TOLD);
    return [
      ...this.told,
      ...more.map(([check, count]) =>
        failed(check, {
          fr: `… et ${count - TOLD} autres fautes de cette sorte (${check}).`,
          en: `… and ${count - TOLD} more faults of this kind (${check}).`,
        }),
      ),
    ];
  }
}
