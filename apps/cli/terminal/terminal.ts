import type { Label } from '@fil/facts/codes/label';
import type { Language } from '@fil/ui/language';

/** Results go to the standard output, everything else to stderr: the output of `fil` may be piped on. */
export class Terminal {
  /** What the command will answer to the shell. */
  exitCode = 0;

  constructor(
    readonly language: Language,
    readonly out: NodeJS.WritableStream = process.stdout,
    readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean } = process.stderr,
  ) {}

  text({ fr, en }: Label): string {
    return this.language === 'fr' ? fr : en;
  }

  print(label: Label | string): void {
    this.out.write(`${typeof label === 'string' ? label : this.text(label)}\n`);
  }

  say(label: Label | string): void {
    this.err.write(`${typeof label === 'string' ? label : this.text(label)}\n`);
  }

  number(value: number): string {
    return value.toLocaleString(this.language === 'fr' ? 'fr-FR' : 'en-GB');
  }
}
