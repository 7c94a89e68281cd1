import type { Label } from '@fil/facts/codes/label';
import { figure } from '../finding';

const TOLD = 5;

/** How often each kind of fault was met, and where first. */
export class Tally<K extends string> {
  private readonly met = new Map<K, { count: number; first: string[] }>();

  add(kind: K, where: string): void {
    const found = this.met.get(kind) ?? { count: 0, first: [] };
    this.met.set(kind, found);
    found.count++;
    if (found.first.length < TOLD) found.first.push(where);
  }

  get kinds(): readonly K[] {
    return [...this.met.keys()];
  }

  /** "12: 4, 9, 17, 20, 31, …" */
  of(kind: K): Label {
    const { count, first } = this.met.get(kind)!;
    const where = first.join(', ') + (count > first.length ? ', …' : '');
    const total = figure(count);
    return { fr: `${total.fr} : ${where}`, en: `${total.en}: ${where}` };
  }
}
