import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';

/** A code of an authority (body, function, theme) with its name; null when no authority of this register named it. */
export interface Named {
  readonly code: string;
  readonly name: Opened<Text> | null;
}

/** An authority with its name; null when it is none of this register. */
export interface NamedAuthority {
  readonly id: string;
  readonly name: Opened<Text> | null;
}

/** Names by code. */
export interface NameBook {
  readonly bodies: Readonly<Record<string, Opened<Text>>>;
  readonly functions: Readonly<Record<string, Opened<Text>>>;
  readonly themes: Readonly<Record<string, Opened<Text>>>;
}
