import type { Terminal } from './terminal';

const FIRST_SHOWN = 1_000;
const ON_A_TERMINAL = 200;
const IN_A_FILE = 5_000;

/** How far something is, how fast it goes and what remains, once it has lasted longer than a second. */
export class ProgressLine {
  private readonly asked: number;
  /** When the first was done: what came before it says nothing of the rate. */
  private started: number | null = null;
  private shown = 0;
  private visible = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.asked = now();
  }

  readonly at = (done: number, of: number): void => {
    const now = this.now();
    this.started ??= now;
    const elapsed = now - this.started;
    const { err } = this.terminal;
    if (elapsed === 0 || now - this.asked < FIRST_SHOWN || now - this.shown < (err.isTTY ? ON_A_TERMINAL : IN_A_FILE))
      return;
    this.shown = now;
    const rate = done / (elapsed / 1_000);
    const remaining = Math.max(0, Math.round((of - done) / rate));
    const { fr, en } = {
      fr: `${this.terminal.number(done)} lignes sur ${this.terminal.number(of)} · ${Math.round(rate)} par seconde · encore ${remaining} s`,
      en: `${this.terminal.number(done)} of ${this.terminal.number(of)} rows · ${Math.round(rate)} a second · ${remaining} s to go`,
    };
    const line = this.terminal.text({ fr, en });
    err.write(err.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    this.visible = true;
  };

  clear(): void {
    if (this.visible && this.terminal.err.isTTY) this.terminal.err.write('\r\u001b[K');
  }
}
