/** Fields as data: for the catalogue of events, and to see whether a definition is still the one that was published. */
import type { Label } from '../codes/label';
import type { FactField, FactFields } from './fact-fields';
import type { Audience, SealedFields } from './sealed-fields';

export interface DescribedFact {
  readonly class: 'fact';
  readonly kind: string;
  readonly optional: boolean;
  readonly meaning?: Label;
  /** The values of a code. */
  readonly codes?: readonly string[];
  /** A regular expression. */
  readonly pattern?: string;
  /** Bounds of a number, or of the length of a list. */
  readonly least?: number;
  readonly most?: number;
  /** Of an object. */
  readonly fields?: DescribedFacts;
  /** What a list holds, or what is there when it is not null. */
  readonly of?: DescribedFact;
}
export type DescribedFacts = Readonly<Record<string, DescribedFact>>;

export interface DescribedWord {
  readonly class: 'sealed';
  readonly kind: string;
  readonly optional: boolean;
  readonly meaning?: Label;
  /** One commitment per item. */
  readonly list: boolean;
  readonly audience: Audience;
  /** Under a person's key, and erased with it. */
  readonly personal: boolean;
  /** Shown even while its object is not public. */
  readonly always?: true;
}
export type DescribedWords = Readonly<Record<string, DescribedWord>>;

const mapped = <T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R): Readonly<Record<string, R>> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

export const describeFacts = (fields: FactFields): DescribedFacts => mapped(fields, describeFact);

const describeFact = ({
  kind,
  optional,
  meaning,
  values,
  pattern,
  least,
  most,
  inner,
}: FactField<unknown>): DescribedFact => {
  const only = inner['item'] ?? inner['value'];
  return {
    class: 'fact',
    kind,
    optional,
    ...(meaning && { meaning }),
    ...(values && { codes: values }),
    ...(pattern && { pattern: pattern.source }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...(kind === 'object' && { fields: describeFacts(inner) }),
    ...((kind === 'list' || kind === 'nullable') && only && { of: describeFact(only) }),
  };
};

export const describeWords = (fields: SealedFields): DescribedWords =>
  mapped(fields, ({ kind, optional, meaning, list, audience, personal, always }) => ({
    class: 'sealed',
    kind,
    optional,
    ...(meaning && { meaning }),
    list,
    audience,
    personal,
    ...(always && { always }),
  }));
