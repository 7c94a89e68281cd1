import { definitionOf } from '../create-tables';
import type { Fold, Projection } from '../projection';
import { copyOf, fingerprintOf } from './copy';

const fold: Fold<object> = {
  aggregate: 'contribution',
  table: { name: 'small_object', columns: { day: 'date' }, indexes: ['(day)'] },
  evolve: () => ({}),
};
const small: Projection = {
  name: 'small',
  version: 3,
  folds: [
    {
      ...fold,
      children: [{ name: 'small_child', columns: { n: 'integer' }, of: (state: object) => state, rows: () => [] }],
    },
  ],
  events: [{ name: 'small_event', aggregates: ['contribution'], columns: {}, row: () => ({}) }],
};

describe('a copy', () => {
  it('has the same tables and indexes in a schema of its own', () => {
    const here = definitionOf(small);
    expect(here).toHaveLength(5);
    expect(definitionOf(copyOf(small))).toEqual(here.map((statement) => statement.replace('views.', 'views_rebuild.')));
    expect(here[3]).toBe('CREATE INDEX IF NOT EXISTS small_object_v3_1 ON views.small_object_v3 (day)');
  });

  it.each<[string, Projection]>([
    ['its version', { ...small, version: 4 }],
    ['a column', { ...small, folds: [{ ...fold, table: { ...fold.table, columns: { day: 'text' } } }] }],
    ['an index', { ...small, folds: [{ ...fold, table: { ...fold.table, indexes: [] } }] }],
    ['a table', { ...small, events: [] }],
  ])('is begun again when %s has changed', (_, changed) => {
    expect(fingerprintOf(changed)).not.toEqual(fingerprintOf(small));
    expect(fingerprintOf({ ...small, folds: [...small.folds] })).toEqual(fingerprintOf(small));
  });
});
