/** What `fil-verify` answers to the shell. Stated in its help. */
export const EXIT = {
  ok: 0,
  /** A check has failed. */
  failed: 1,
  /** The command was not understood, or what it names cannot be read. */
  unusable: 2,
} as const;
