import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { canonicalJson, type CanonicalValue } from './canonical-json';

const VECTORS = join(__dirname, '../../../test/vectors/tlog/jcs');
const read = (folder: string, name: string): string => readFileSync(join(VECTORS, folder, name), 'utf8');
const hasFloat = (value: unknown): boolean =>
  typeof value === 'number'
    ? !Number.isSafeInteger(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasFloat);

describe('canonical JSON', () => {
  const cases = readdirSync(join(VECTORS, 'input'));

  it.each(cases)('gives the published form of %s, or refuses its floats', (name) => {
    const value = JSON.parse(read('input', name)) as CanonicalValue;
    if (hasFloat(value)) expect(() => canonicalJson(value)).toThrow(/not an integer/);
    else expect(canonicalJson(value)).toBe(read('output', name));
  });

  it('has vectors of both sorts', () => {
    const floats = cases.filter((name) => hasFloat(JSON.parse(read('input', name))));
    expect(floats.length).toBeGreaterThan(0);
    expect(cases.length - floats.length).toBeGreaterThan(3);
  });

  it('is a fixed point: canonical(parse(canonical(x))) = canonical(x)', () => {
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__' && key.isWellFormed()),
          tie('value'),
          { maxKeys: 4 },
        ),
      ),
    })).value as fc.Arbitrary<CanonicalValue>;
    fc.assert(
      fc.property(
        values,
        (value) => canonicalJson(JSON.parse(canonicalJson(value)) as CanonicalValue) === canonicalJson(value),
      ),
    );
  });

  it.each([[1.5], [2 ** 53], [Number.NaN], ['\ud800'], [{ '\udc00': 1 }], [() => 1]])(
    'refuses what has no canonical form: %p',
    (value) => {
      expect(() => canonicalJson(value as CanonicalValue)).toThrow(TypeError);
    },
  );
});
