import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_DEFINITIONS, EVENT_SCHEMA } from '@fil/facts/events/registry';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import { checkEvent } from '@fil/facts/kit/event-definition';
import type { SealedField } from '@fil/facts/kit/sealed-fields';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { canonicalJson, type CanonicalValue } from '@fil/log/transparency/canonical-json';
import { parseEntry } from '@fil/log/transparency/entry';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { Vault } from '@fil/log/vault/vault';
import { VaultStore, type StoredOpening } from '@fil/log/vault/vault-store.port';
import {
  committed,
  goldenEntry,
  goldenFile,
  goldenFiles,
  readGolden,
  shapeOf,
  writeMissingGolden,
  type GoldenEntry,
} from './golden-entry';
import { first, second } from './invented-event';
import { changesSince } from './published-shape';

/** The openings of one golden entry. */
class GoldenVault extends VaultStore {
  constructor(private readonly golden: GoldenEntry) {
    super();
  }
  openings(): Promise<readonly StoredOpening[]> {
    const { id } = parseEntry(Buffer.from(this.golden.entry));
    return Promise.resolve(
      this.golden.openings.map((opening) => ({
        eventId: id,
        path: opening.path,
        commitment: Buffer.from(committed(id, opening), 'base64'),
        content: Buffer.concat([Buffer.from(opening.salt, 'hex'), Buffer.from(canonicalJson(opening.value))]),
        audience: 'public',
        subject: null,
        key: null,
      })),
    );
  }
  readonly latestVisibility = (): Promise<never> => Promise.reject(new Error('not asked'));
  readonly everOpened = (): Promise<never> => Promise.reject(new Error('not asked'));
  readonly withholdings = (): Promise<never> => Promise.reject(new Error('not asked'));
  readonly keyOf = (): Promise<never> => Promise.reject(new Error('not asked'));
  readonly eraseOpenings = (): Promise<never> => Promise.reject(new Error('not asked'));
  readonly eraseKey = (): Promise<never> => Promise.reject(new Error('not asked'));
}

describe('the entries kept of every version of every event', () => {
  const files = goldenFiles();

  it('are there for each version this release reads: `npm run golden` makes those of new ones', () => {
    const missing = EVENT_SCHEMA.readings.map(({ recorded }) => goldenFile(recorded.type));
    expect(missing.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('have a definition each: a version that was written once is read for ever', () => {
    const defined = EVENT_SCHEMA.readings.map(({ recorded }) => goldenFile(recorded.type));
    expect(files.filter((file) => !defined.includes(file))).toEqual([]);
  });

  describe.each(files.map((file) => [file, readGolden(file)] as const))('%s', (file, golden) => {
    const bytes = Buffer.from(golden.entry);
    const entry = parseEntry(bytes);

    it('has canonical bytes, their hash, and openings that fit its commitments', () => {
      expect([golden.type, entry.type, goldenFile(golden.type)]).toEqual([golden.type, golden.type, file]);
      expect(canonicalJson(entry as unknown as CanonicalValue)).toBe(golden.entry);
      expect(leafHash(bytes).toString('hex')).toBe(golden.leaf);
      expect(Object.fromEntries(golden.openings.map((one) => [one.path, committed(entry.id, one)]))).toEqual(
        entry.sealed,
      );
    });

    it('is defined as it was published: all else is a new version, or a new type (docs/how-to/change-an-event.md)', () => {
      const { recorded } = EVENT_SCHEMA.readingOf(golden.type);
      expect(changesSince(golden.definition, shapeOf(recorded))).toEqual([]);
    });

    it('has a value for each field', () => {
      const { facts, sealed } = golden.definition;
      const names = [...Object.keys(facts), ...Object.keys(COMMON_FACTS)];
      expect(Object.keys(entry.data)).toEqual(expect.arrayContaining(names));
      const paths = Object.entries(sealed).map(([name, { list }]) => (list ? `/${name}/0` : `/${name}`));
      const given = golden.openings.filter(({ value }) => value !== null).map(({ path }) => path);
      expect(given).toEqual(expect.arrayContaining(paths));
    });

    it('reads in the current version, and is right in it', async () => {
      const { id, stream, rev, type } = entry;
      const event = toRecordedEvent({ index: 0, id, stream, rev, type, bytes });
      const { recorded, current } = EVENT_SCHEMA.readingOf(golden.type);
      const vault = new Vault(new GoldenVault(golden), EVENT_SCHEMA);
      const [opened] = await vault.open([event], 'person');
      expect(opened!.type).toBe(current.type);
      expect(checkEvent(current, opened!)).toBeNull();
      if (recorded === current) expect([opened!.data, opened!.words]).toEqual([entry.data, wordsOf(golden)]);
    });
  });

  /** By field, lists put together. */
  function wordsOf({ definition, openings }: GoldenEntry): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(definition.sealed as Readonly<Record<string, Pick<SealedField<unknown>, 'list'>>>).map(
        ([name, { list }]) => [
          name,
          list
            ? openings.filter(({ path }) => path.startsWith(`/${name}/`)).map(({ value }) => value)
            : openings.find(({ path }) => path === `/${name}`)!.value,
        ],
      ),
    );
  }
});

describe('making the entries that are missing', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the same each time', () => {
    expect(EVENT_DEFINITIONS.map(goldenEntry)).toEqual(EVENT_DEFINITIONS.map(goldenEntry));
  });

  it('never touches one that is there', () => {
    expect(writeMissingGolden(folder, [first])).toEqual(['encounter.invented.1.json']);
    const kept = join(folder, 'encounter.invented.1.json');
    writeFileSync(kept, 'kept');
    expect(writeMissingGolden(folder, [first, second])).toEqual(['encounter.invented.2.json']);
    expect(readFileSync(kept, 'utf8')).toBe('kept');
    expect(writeMissingGolden(folder, [first, second])).toEqual([]);
  });
});
