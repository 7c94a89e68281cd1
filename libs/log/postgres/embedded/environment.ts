/** What PostgreSQL's programs inherit: nothing of PGPORT, PGDATA and the like, and messages in English. */
export function environmentOfPostgres(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !/^(LANG|LC_.*)$/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
