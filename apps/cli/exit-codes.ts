/** What `fil` answers to the shell. Stated in `fil --help`. */
export const EXIT = {
  ok: 0,
  /** It could not be done; the message says why. */
  failed: 1,
  /** The command was not understood. */
  usage: 2,
  /** Done, but some rows or cells were rejected. */
  rejected: 3,
  /** `fil doctor`: the register works, and something should be seen to. */
  warning: 4,
  /** `fil doctor`, `fil report check`: something does not work, or is not as it must be. */
  fault: 5,
  /** Stopped by Ctrl-C; what was written stays, run it again to go on. */
  interrupted: 130,
} as const;
