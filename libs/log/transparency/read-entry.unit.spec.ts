import fc from 'fast-check';
import { canonicalJson, type CanonicalValue } from './canonical-json';
import { readCanonicalJson } from './read-entry';
import { Unreadable } from './unreadable';

/** As it is defined: what is read, written canonically, is what was read. */
function byDefinition(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text) as CanonicalValue) === text;
  } catch {
    return false;
  }
}

function isRead(text: string): boolean {
  try {
    readCanonicalJson(Buffer.from(text));
    return true;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return false;
  }
}

describe('canonical JSON', () => {
  it.each([
    ['{"a":1,"b":[true,null,"é\\n"]}', true],
    ['{"10":1,"9":2}', true],
    ['{"9":2,"10":1}', false],
    ['{"b":1,"a":2}', false],
    ['{"a":{"c":1,"b":2}}', false],
    ['[{"b":1,"a":2}]', false],
    ['{"a":1,"a":1}', false],
    ['{"__proto__":1}', true],
    ['{"a": 1}', false],
    ['"\\u001f"', true],
    ['"\\u001F"', false],
    ['"\\ud800"', false],
    ['"\\u00e9"', false],
    ['1.5', false],
    ['9007199254740992', false],
    ['1e3', false],
    ['-0', false],
    ['-1', true],
  ])('%s is read: %s', (text, read) => {
    expect(byDefinition(text)).toBe(read);
    expect(isRead(text)).toBe(read);
  });

  it('is read exactly where it is what would be written', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        for (const one of [text, JSON.stringify(JSON.parse(text))]) expect(isRead(one)).toBe(byDefinition(one));
      }),
      { numRuns: 200 },
    );
  });
});
