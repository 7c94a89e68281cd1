import type { Label } from '@fil/facts/codes/label';
import { EXIT } from './exit-codes';

/** Ends the command with a message for whoever typed it, and no stack. */
export class CliError extends Error {
  constructor(
    readonly said: Label,
    readonly exitCode: number = EXIT.failed,
  ) {
    super(said.en);
  }
}
