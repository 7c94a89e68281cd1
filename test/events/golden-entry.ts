/**
 * One entry of each version of each event, as it is written for ever, with what opens it. A file is made once, with its
 * version; after that it says whether this release still reads what earlier ones wrote.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_DEFINITIONS, EVENT_SCHEMA } from '@fil/facts/events/registry';
import { describeFacts, describeWords } from '@fil/facts/kit/describe-fields';
import type { AnyDefinition } from '@fil/facts/kit/event-definition';
import type { FactFields } from '@fil/facts/kit/fact-fields';
import type { SealedFields } from '@fil/facts/kit/sealed-fields';
import { canonicalJson, type CanonicalValue } from '@fil/log/transparency/canonical-json';
import { commitment, SALT_BYTES } from '@fil/log/transparency/commitment';
import { entryBytes, parseEntry } from '@fil/log/transparency/entry';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { sealEvents } from '@fil/log/vault/sealer';
import { contentOf } from '@fil/log/vault/vault';
import { exampleEvent } from './example-content';
import type { PublishedShape } from './published-shape';

export const GOLDEN_FOLDER = join(__dirname, 'golden');

export interface GoldenEntry {
  readonly type: string;
  /** SHA-256(0x00 ‖ entry), in hexadecimal. */
  readonly leaf: string;
  /** The canonical bytes, as text. */
  readonly entry: string;
  readonly openings: readonly {
    readonly path: string;
    /** In hexadecimal. */
    readonly salt: string;
    /** Null: absent. */
    readonly value: CanonicalValue;
  }[];
  /** What the definition said when the file was made. */
  readonly definition: PublishedShape;
}

export const shapeOf = (definition: AnyDefinition): PublishedShape => ({
  visibility: definition.visibility,
  refeeds: definition.refeeds,
  facts: describeFacts(definition.facts as FactFields),
  sealed: describeWords(definition.sealed as SealedFields),
});

/** `contribution.recorded/1` → `contribution.recorded.1.json` */
export const goldenFile = (type: string): string => `${type.replace('/', '.')}.json`;

export const readGolden = (file: string): GoldenEntry =>
  JSON.parse(readFileSync(join(GOLDEN_FOLDER, file), 'utf8')) as GoldenEntry;

export const goldenFiles = (): string[] => readdirSync(GOLDEN_FOLDER).sort();

const KEY = Buffer.alloc(32, 1);
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Sealed as the product seals, but with salts and an id that follow from the type: made twice it is the same. */
export function goldenEntry(definition: AnyDefinition): GoldenEntry {
  const { type, aggregate } = definition;
  const id = sha256(type)
    .toString('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
  const [sealed] = sealEvents(
    [exampleEvent(definition)],
    {
      log: 'register.example.org/log',
      stream: `${aggregate}-0b6c1b2e-6f0e-4d2b-9f43-6c1f2d3a4b5c`,
      firstRev: 1,
      ids: [id],
      at: '2026-03-14T09:26:53Z',
      actor: { role: 'agent', body: 'espace-public' },
      account: 'account-1',
      cause: '7d1f2d4e-0d5a-8c3b-9f43-6c1f2d3a4b5c',
      subject: { id: 'person-1', key: KEY },
      concealed: null,
    },
    { ...EVENT_SCHEMA, definitionOf: () => definition },
  );
  const openings = sealed!.openings.map((opening) => {
    const { json } = contentOf({ ...opening, eventId: id, key: opening.subject === null ? null : KEY })!;
    const salt = sha256(`${type}\n${opening.path}`).subarray(0, SALT_BYTES);
    return { path: opening.path, salt: salt.toString('hex'), value: JSON.parse(json) as CanonicalValue };
  });
  const bytes = entryBytes({
    ...parseEntry(sealed!.bytes),
    sealed: Object.fromEntries(openings.map((opening) => [opening.path, committed(id, opening)])),
  });
  return {
    type,
    leaf: leafHash(bytes).toString('hex'),
    entry: bytes.toString('utf8'),
    openings,
    definition: shapeOf(definition),
  };
}

/** In base64, as in an entry. */
export const committed = (id: string, { path, salt, value }: GoldenEntry['openings'][number]): string =>
  commitment(Buffer.from(salt, 'hex'), id, path, canonicalJson(value)).toString('base64');

/** Makes the files that are missing, and touches no other. @returns the new ones */
export function writeMissingGolden(
  folder = GOLDEN_FOLDER,
  definitions: readonly AnyDefinition[] = EVENT_DEFINITIONS,
): string[] {
  const missing = definitions.filter(({ type }) => !existsSync(join(folder, goldenFile(type))));
  for (const definition of missing)
    writeFileSync(join(folder, goldenFile(definition.type)), `${JSON.stringify(goldenEntry(definition), null, 2)}\n`, {
      flag: 'wx',
    });
  return missing.map(({ type }) => goldenFile(type));
}
