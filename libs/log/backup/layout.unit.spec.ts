import { besideFile, bundlesOf, entriesFile, FILE_NAME, TABLE_NAME, tableFile, tileNumber, widthOf } from './layout';

it.each([
  [0, '000'],
  [999, '999'],
  [1_000, 'x001/000'],
  [1_234_067, 'x001/x234/067'],
])('numbers tile %d %s', (n, name) => expect(tileNumber(n)).toBe(name));

it('names entry bundles as a log that serves tiles does', () => {
  const names = (size: number): string[] =>
    Array.from({ length: bundlesOf(size) }, (_, bundle) => entriesFile(bundle, widthOf(bundle, size)));
  expect(names(0)).toEqual([]);
  expect(names(256)).toEqual(['tile/entries/000']);
  expect(names(300)).toEqual(['tile/entries/000', 'tile/entries/001.p/44']);
});

it('knows its own names and no others', () => {
  const sha256 = '0123456789abcdef'.repeat(4);
  const own = [
    entriesFile(1_234_067, 256),
    entriesFile(1_000, 12),
    besideFile(0, sha256),
    besideFile(1_234_067, sha256),
    tableFile('people.api_token', sha256),
  ];
  for (const name of own) expect(name).toMatch(FILE_NAME);
  for (const name of [
    'manifest.json',
    'tile/entries/../x',
    '/etc/passwd',
    'tables//x',
    'tile/entries/.hidden',
    'beside/',
  ])
    expect(name).not.toMatch(FILE_NAME);
});

it('takes no table of the server for one of the register', () => {
  for (const name of ['people.api_token', 'vault.attempt']) expect(name).toMatch(TABLE_NAME);
  for (const name of [
    'pg_catalog.pg_authid',
    'information_schema.tables',
    'api_token',
    'people.api_token; DROP',
    'a.b.c',
  ])
    expect(name).not.toMatch(TABLE_NAME);
});
