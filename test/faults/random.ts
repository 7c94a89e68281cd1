/** Random numbers that a seed brings back (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** From 0 to 1, without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  one<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)]!;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const drawn = items.map((item) => ({ item, at: this.next() }));
    return drawn.sort((a, b) => a.at - b.at).map(({ item }) => item);
  }

  /** One that goes its own way: what others draw meanwhile changes nothing for it. */
  fork(): Random {
    return new Random(this.between(0, 2 ** 31));
  }
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzéèêàçùœ’ -,\n', 'e\u0301', '🌳'];

/** Words in no language, with accents, emoji and what NFC changes. */
export const randomWords = (random: Random, longest: number): string =>
  `x${Array.from({ length: random.between(1, longest) }, () => random.one(LETTERS)).join('')}`;
