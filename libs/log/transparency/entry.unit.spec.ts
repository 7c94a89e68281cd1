import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type CanonicalValue } from './canonical-json';
import { commitment } from './commitment';
import { EntryTooLong, entryBytes, parseEntry, type Entry } from './entry';
import { leafHash } from './leaf-hash';

const EXAMPLES = join(__dirname, '../../../test/vectors/tlog/own-examples');
interface CivicEntry {
  openings: { path: string; value: string; saltHex: string; commitmentBase64: string }[];
  entryUtf8: string;
  leafHashHex: string;
}
const civic = JSON.parse(readFileSync(join(EXAMPLES, 'civic-entry.json'), 'utf8')) as CivicEntry;

const entry: Entry = {
  v: 1,
  log: 'demo.invalid/test',
  id: '0b6c1b2e-6f0e-8d2b-9f43-6c1f2d3a4b5c',
  type: 'contribution.admitted/1',
  stream: 'contribution-6d0f9a2e-8c5b-4f0a-a1d7-0c9b1f7e2d33',
  rev: 2,
  at: '2026-03-03T09:42:07Z',
  occurredOn: null,
  cause: null,
  actor: { role: 'official', body: 'mairie' },
  data: {},
  sealed: {},
};

describe('an entry', () => {
  it('commits to a value by the published formula', () => {
    const { id } = JSON.parse(civic.entryUtf8) as { id: string };
    for (const { path, value, saltHex, commitmentBase64 } of civic.openings) {
      expect(commitment(Buffer.from(saltHex, 'hex'), id, path, canonicalJson(value)).toString('base64')).toBe(
        commitmentBase64,
      );
    }
  });

  it('is hashed as a leaf of RFC 6962', () => {
    expect(leafHash(Buffer.from(civic.entryUtf8)).toString('hex')).toBe(civic.leafHashHex);
    expect(leafHash(Buffer.alloc(0)).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(leafHash(Buffer.from('A')).toString('hex')).toBe(
      'c00b4d3c929cb5cc316691ed4636f634576f2c9b2954767234c5274e9dde185d',
    );
  });

  it('reproduces the canonical bytes of the worked example', () => {
    expect(canonicalJson(JSON.parse(civic.entryUtf8) as CanonicalValue)).toBe(civic.entryUtf8);
  });

  // Frozen: receipts already given rest on these bytes. A change of shape is a new `v`, never an edit of this line.
  it('has, for ever, these bytes', () => {
    expect(entryBytes(entry).toString('utf8')).toBe(
      '{"actor":{"body":"mairie","role":"official"},"at":"2026-03-03T09:42:07Z","cause":null,"data":{},' +
        '"id":"0b6c1b2e-6f0e-8d2b-9f43-6c1f2d3a4b5c","log":"demo.invalid/test","occurredOn":null,"rev":2,"sealed":{},' +
        '"stream":"contribution-6d0f9a2e-8c5b-4f0a-a1d7-0c9b1f7e2d33","type":"contribution.admitted/1","v":1}',
    );
    expect(parseEntry(entryBytes(entry))).toEqual(entry);
  });

  it('holds at most 65,535 bytes', () => {
    const long = { ...entry, data: { themes: Array.from({ length: 4000 }, (_, n) => `theme-number-${n}`) } };
    expect(() => entryBytes(long)).toThrow(EntryTooLong);
  });
});
