import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { AGGREGATES } from '@fil/facts/kit/aggregates';

const ROOT = join(__dirname, '../..');
const DEFINITIONS = join('libs', 'facts', 'events');
const TYPE = new RegExp(`(['"\`])((?:${AGGREGATES.join('|')})\\.[a-z][A-Za-z]*/\\d+)\\1`, 'g');

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file) && !file.startsWith(DEFINITIONS));

describe('wire types named in the product', () => {
  it('are those written now: an earlier version, or a slip of the pen, would match nothing and say nothing', () => {
    const current = new Set(EVENT_SCHEMA.readings.map((reading) => reading.current.type));
    const files = [...sources('libs'), ...sources('apps')];
    const named = files.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(TYPE)].map(([, , type]) => ({ file, type: type! })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ type }) => !current.has(type))).toEqual([]);
  });
});
