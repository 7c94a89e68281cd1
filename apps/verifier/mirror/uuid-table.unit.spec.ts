import { randomUUID } from 'node:crypto';
import { UuidTable } from './uuid-table';

it('remembers what a Map would, beyond its first size', () => {
  const [table, map] = [new UuidTable(), new Map<string, number>()];
  const ids = Array.from({ length: 3_000 }, () => randomUUID());
  const same = ids.map((id) => `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`);
  [...ids, ...same, ...ids].forEach((id, n) => {
    expect(table.put(`contribution-${id}`, 'contribution-'.length, n + 1)).toBe(map.get(id) ?? 0);
    map.set(id, n + 1);
  });
});
