/** Where the program speaks: what was asked for to the standard output, the rest to stderr. */
import type { Label } from '@fil/facts/codes/label';

export type Language = 'fr' | 'en';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export class VerifierTerminal {
  constructor(
    readonly language: Language,
    private readonly out: Output = process.stdout,
    private readonly err: Output = process.stderr,
  ) {}

  text(said: Label): string {
    return said[this.language];
  }

  print(said: Label): void {
    this.out.write(`${this.text(said)}\n`);
  }

  say(said: Label): void {
    this.err.write(`${this.text(said)}\n`);
  }

  /** One line that is written over; nothing where nobody watches. Nothing to say clears it. */
  watch(said: Label): void {
    if (this.err.isTTY) this.err.write(`\r\u001b[K${this.text(said)}`);
  }
}

/** In the order POSIX looks for it; French when the environment names none. */
export function environmentLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^fr/i.test(locale) || /^(C|POSIX)?(\.|$)/.test(locale) ? 'fr' : 'en';
}
