import type { EmbeddedPostgres } from '../../libs/log/postgres/embedded/embedded-postgres';

export default async function stopTestServer(): Promise<void> {
  await (globalThis as { testServer?: EmbeddedPostgres }).testServer?.stop();
}
