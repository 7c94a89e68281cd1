import type { MigrationInterface, QueryRunner } from 'typeorm';

/** French without accents and endings: "vélos" is found by "velo". Any owner of a database may create `unaccent`. */
export class FrenchSearch1760000000020 implements MigrationInterface {
  readonly name = 'FrenchSearch1760000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE TEXT SEARCH CONFIGURATION views.fil_french (COPY = pg_catalog.french);

      -- The French stemmer leaves the plural of vélos, abris, élus: a final s after a, i, o or u. Words that end so in
      -- the singular lose it too, in what is searched as in what is asked; those without meaning keep it and are left out:
      -- they are matched whole, since looking ahead for them at every word takes four times as long.
      CREATE FUNCTION views.fil_singular(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        SET search_path = pg_catalog, pg_temp
        RETURN regexp_replace(words, '\\m(vous|nous|mais|plus|sous|tous|puis|depuis|jamais)\\M|(\\w\\w[aiou])s\\M', '\\1\\2', 'gi');
    `);
    // Wherever the extension was put, perhaps by somebody else before us.
    const [extension] = (await runner.query(
      `SELECT quote_ident(n.nspname) AS schema FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'unaccent'`,
    )) as [{ schema: string }];
    await runner.query(`
      ALTER TEXT SEARCH CONFIGURATION views.fil_french
        ALTER MAPPING FOR asciihword, asciiword, hword, hword_asciipart, hword_part, word
        WITH ${extension.schema}.unaccent, french_stem
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TEXT SEARCH CONFIGURATION views.fil_french CASCADE; DROP FUNCTION views.fil_singular CASCADE',
    );
  }
}
