import type { MigrationInterface, QueryRunner } from 'typeorm';

/** French without accents: "vélos" is found by "velo". `unaccent` is an extension any owner of the database may create. */
export class FrenchSearch1760000000020 implements MigrationInterface {
  readonly name = 'FrenchSearch1760000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE TEXT SEARCH CONFIGURATION views.fil_french (COPY = pg_catalog.french);
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
    await runner.query('DROP TEXT SEARCH CONFIGURATION views.fil_french CASCADE');
  }
}
