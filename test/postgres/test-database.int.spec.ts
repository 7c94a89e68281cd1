import { Client } from 'pg';
import { createTestDatabase } from './test-database';

it('gives each suite an empty database that knows French', async () => {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ encoding: string; sorted: string[]; found: boolean }>(`
    select pg_encoding_to_char(encoding) as encoding,
      (select array_agg(w order by w collate "fr-x-icu") from unnest(array['zèbre','Été','école','eau']) w) as sorted,
      to_tsvector('french', 'les pistes cyclables') @@ to_tsquery('french', 'piste') as found
    from pg_database where datname = current_database()`);
  await client.end();
  await database.drop();
  expect(rows[0]).toEqual({ encoding: 'UTF8', sorted: ['eau', 'école', 'Été', 'zèbre'], found: true });
});
