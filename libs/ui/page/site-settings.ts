import type { Label } from '@fil/facts/codes/label';

/** Declared level of conformity with RGAA; `none` until an audit says otherwise. */
export type Accessibility = 'none' | 'partial' | 'full';

/** What every page says of the register it belongs to. An app provides it. */
export abstract class SiteSettings {
  /** Who keeps the register, as its residents call it. */
  abstract readonly authority: Label;
  /** An invented commune: every page says so. */
  abstract readonly demonstration: boolean;
  abstract readonly accessibility: Accessibility;
  /** Where to write to; null while none is set. */
  abstract readonly contact: string | null;
}
