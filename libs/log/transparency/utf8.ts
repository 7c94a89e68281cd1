import { Unreadable } from './unreadable';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws Unreadable instead of putting U+FFFD in the place of what is not UTF-8 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new Unreadable('not UTF-8', { cause: error });
  }
}
