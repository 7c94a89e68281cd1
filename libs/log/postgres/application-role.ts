import type { Pool, PoolClient } from 'pg';

/**
 * The role a running process has: it reads, and it writes to the log only by calling functions. Roles belong to the
 * whole server, its grants to each database. Where the connecting user may not create roles there is none, and
 * the triggers alone keep the log immutable.
 */
export const APPLICATION_ROLE = 'fil_app';

interface Runner {
  query(sql: string): Promise<unknown>;
}

/** Runs GRANT and REVOKE statements about the application role, if this server has it. For migrations. */
export async function grantToApplication(runner: Runner, statements: string): Promise<void> {
  await runner.query(`DO $grant$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${APPLICATION_ROLE}') THEN ${statements} END IF;
  END $grant$`);
}

/** Creates the role when this user may. Two databases of one server may be migrated at the same moment. */
export async function createApplicationRole(runner: Runner): Promise<void> {
  await runner.query(`DO $role$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APPLICATION_ROLE}') THEN
      CREATE ROLE ${APPLICATION_ROLE} NOLOGIN;
      -- From PostgreSQL 16 on, who creates a role without being superuser may grant it, but not yet act as it.
      GRANT ${APPLICATION_ROLE} TO CURRENT_USER;
    END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
  END $role$`);
}

/** Whether this user can act as the application role. */
export async function hasApplicationRole(pool: Pool | PoolClient): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1 AND pg_has_role(current_user, oid,
       CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END)) AS may`,
    [APPLICATION_ROLE],
  );
  return rows[0]!.may;
}
