import { readable, type Opened } from '@fil/log/vault/vault';
import type { ComponentChildren } from 'preact';

/** Only these may become a link: an address from outside could otherwise run a script. */
export const isWebAddress = (value: string): boolean => /^https?:\/\//i.test(value);

/** A link where the address is one, the words alone where it is not. */
export function OutsideLink({ address, children }: { address: Opened<string> | null; children: ComponentChildren }) {
  const known = readable(address ?? undefined);
  return known !== undefined && isWebAddress(known) ? (
    <a href={known} rel="external nofollow noreferrer">
      {children}
    </a>
  ) : (
    <>{children}</>
  );
}
