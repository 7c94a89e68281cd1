import { rmSync } from 'node:fs';
import type { EmbeddedPostgres } from '../../libs/log/postgres/embedded/embedded-postgres';

export default async function stopTestServer(): Promise<void> {
  const data = process.env.FIL_DATA!;
  for (const folder of [data, `${data}-lock`]) rmSync(folder, { recursive: true, force: true });
  await (globalThis as { testServer?: EmbeddedPostgres }).testServer?.stop();
}
