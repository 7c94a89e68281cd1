import type { Label } from '@fil/facts/codes/label';
import type { Terminal } from './terminal';

const FIRST_SHOWN = 1_000;
const ON_A_TERMINAL = 200;
const IN_A_FILE = 5_000;

/** How far something is, how fast it goes and what remains, once it has lasted longer than a second. */
export class ProgressLine {
  private readonly asked: number;
  /** When the first was done: what came before it says nothing of the rate. */
  private started: number | null = null;
  /** How many there were then: what goes on where it was interrupted does not begin with none. */
  private first = 0;
  private shown = 0;
  private visible = false;

  /** @param things that are counted */
  constructor(
    private readonly terminal: Terminal,
    private readonly things: Label = { fr: 'lignes', en: 'rows' },
    private readonly now: () => number = () => performance.now(),
  ) {
    this.asked = now();
  }

  readonly at = (done: number, of: number): void => {
    const now = this.now();
    if (this.started === null) [this.started, this.first] = [now, done];
    const elapsed = now - this.started;
    const { err } = this.terminal;
    if (elapsed === 0 || done === this.first) return;
    if (now - this.asked < FIRST_SHOWN || now - this.shown < (err.isTTY ? ON_A_TERMINAL : IN_A_FILE)) return;
    this.shown = now;
    const rate = (done - this.first) / (elapsed / 1_000);
    const remaining = Math.max(0, Math.round((of - done) / rate));
    const { fr, en } = {
      fr: `${this.terminal.number(done)} ${this.things.fr} sur ${this.terminal.number(of)} · ${Math.round(rate)} par seconde · encore ${remaining} s`,
      en: `${this.terminal.number(done)} of ${this.terminal.number(of)} ${this.things.en} · ${Math.round(rate)} a second · ${remaining} s to go`,
    };
    const line = this.terminal.text({ fr, en });
    err.write(err.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    this.visible = true;
  };

  clear(): void {
    if (this.visible && this.terminal.err.isTTY) this.terminal.err.write('\r\u001b[K');
  }
}
