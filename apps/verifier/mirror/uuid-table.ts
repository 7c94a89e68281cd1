/**
 * A number for each UUID, in 20 bytes per slot: a million of them as strings in a Map would take ten times as much. Sixteen
 * bytes are compared, none is guessed; where a slot is looked for is mixed with chance, so that nobody can choose ids that
 * all fall on one.
 */
const WORDS = 5;
const FIRST_SLOTS = 1 << 10;

export class UuidTable {
  private slots = FIRST_SLOTS;
  /** Four words of the id, then the number; 0: the slot is free. */
  private table = new Uint32Array(FIRST_SLOTS * WORDS);
  private used = 0;
  private readonly key = new Uint32Array(4);
  private readonly chance = (Math.random() * 2 ** 32) | 1;

  /**
   * @param uuid of the usual form, lower case, from `start` in the text
   * @param value from 1
   * @returns what was there before; 0: nothing
   */
  put(text: string, start: number, value: number): number {
    this.read(text, start);
    const at = this.find();
    const before = this.table[at + 4]!;
    if (before === 0) {
      this.table.set(this.key, at);
      this.used++;
    }
    this.table[at + 4] = value;
    if (this.used * 2 > this.slots) this.grow();
    return before;
  }

  private read(text: string, start: number): void {
    let [word, digits, n] = [0, 0, 0];
    for (let at = start; n < 4; at++) {
      const code = text.charCodeAt(at);
      if (code === 45) continue;
      word = (word << 4) | (code < 58 ? code - 48 : code - 87);
      if (++digits === 8) [this.key[n++], word, digits] = [word, 0, 0];
    }
  }

  private find(): number {
    const { key, table } = this;
    let mixed = this.chance;
    for (let n = 0; n < 4; n++) {
      mixed = Math.imul(mixed ^ key[n]!, 0x9e3779b1);
      mixed ^= mixed >>> 15;
    }
    for (let slot = mixed & (this.slots - 1); ; slot = (slot + 1) & (this.slots - 1)) {
      const at = slot * WORDS;
      if (table[at + 4] === 0) return at;
      if (table[at] === key[0] && table[at + 1] === key[1] && table[at + 2] === key[2] && table[at + 3] === key[3]) {
        return at;
      }
    }
  }

  private grow(): void {
    const before = this.table;
    this.slots *= 2;
    this.table = new Uint32Array(this.slots * WORDS);
    for (let at = 0; at < before.length; at += WORDS) {
      if (before[at + 4] === 0) continue;
      this.key.set(before.subarray(at, at + 4));
      this.table.set(before.subarray(at, at + WORDS), this.find());
    }
  }
}
