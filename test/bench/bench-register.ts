import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '@fil/log/postgres/embedded/embedded-postgres';
import { TestRegister } from '../register/test-register';

/** An empty register on a PostgreSQL with its usual durability, dropped afterwards. @param name of the server's folder */
export async function withBenchRegister(
  name: string,
  work: (register: TestRegister, databaseUrl: string) => Promise<void>,
): Promise<void> {
  const server = await startEmbeddedPostgres({
    dataDir: join(__dirname, `../../.cache/${name}-pg18`),
    settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
    onProgress: (text) => console.log(text),
  });
  const database = `bench_${process.pid}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${database}"`);
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  const register = await TestRegister.on(url.href, async () => {
    await admin.query(`DROP DATABASE "${database}" WITH (FORCE)`);
  });
  try {
    await work(register, url.href);
  } finally {
    await register.close();
    await admin.end();
    await server.stop();
  }
}
