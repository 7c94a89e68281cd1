import { Injectable } from '@nestjs/common';

/** A deposit repeated within this time, in milliseconds, is told its key again: the answer was lost on the way. */
const KEPT_FOR = 10 * 60_000;
/** Memory stays bounded; the oldest go first. */
const MOST = 10_000;

/** Keys just given out, in the memory of this process only, for deposits that are sent again because no answer came. */
@Injectable()
export class RecentKeys {
  private readonly keys = new Map<string, { readonly key: string; readonly until: number }>();

  /**
   * The key to tell whoever sent a command. Of a command sent again: the key of the first time, if that was a moment
   * ago; the one just made is nobody's.
   */
  toTell(command: string | undefined, duplicate: boolean, made: string): string | undefined {
    if (command === undefined) return made;
    if (duplicate) return this.of(command);
    this.keep(command, made);
    return made;
  }

  keep(command: string, key: string, now = Date.now()): void {
    if (this.keys.size >= MOST) this.keys.delete(this.keys.keys().next().value!);
    this.keys.set(command, { key, until: now + KEPT_FOR });
  }

  /** Undefined when it was given out too long ago, or by another process. */
  of(command: string, now = Date.now()): string | undefined {
    const found = this.keys.get(command);
    if (found && found.until > now) return found.key;
    this.keys.delete(command);
    return undefined;
  }
}
