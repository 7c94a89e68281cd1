import type { Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../authority/authority.state';
import { unknownBody } from '../authority/known-in-authority';

/** The bodies of a declared decision path are the organiser's. */
export function unknownInPath(organiser: AuthorityState, path: readonly { readonly body: string }[]): Refusal | null {
  for (const [n, { body }] of path.entries()) {
    const unknown = unknownBody(organiser, body, `decisionPath/${n}/body`);
    if (unknown) return unknown;
  }
  return null;
}
