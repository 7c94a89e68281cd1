import type { Label } from '@fil/facts/codes/label';

/** Declared level of conformity with RGAA; `none` until an audit says otherwise. */
export type Accessibility = 'none' | 'partial' | 'full';

export interface VerifierFile {
  readonly name: string;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Where it lies on this machine. */
  readonly path: string;
}

/** What every page says of the register it belongs to. An app provides it. */
export abstract class SiteSettings {
  /** Who keeps the register, as its residents call it. */
  abstract readonly authority: Label;
  /** An invented commune: every page says so. */
  abstract readonly demonstration: boolean;
  abstract readonly accessibility: Accessibility;
  /** Where to write to; null while none is set. */
  abstract readonly contact: string | null;
  /** Of the offline verifier of this release; none where it runs from its sources. */
  abstract readonly verifier: readonly VerifierFile[];
}
