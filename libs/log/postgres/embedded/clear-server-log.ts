import { existsSync, rmSync, truncateSync } from 'node:fs';
import { existingHome } from './home';

/** What the server says of a statement that failed may quote what it was given. It goes on writing to the same file. */
export function clearServerLog(dataDir: string): void {
  const { log } = existingHome(dataDir);
  if (existsSync(log)) truncateSync(log);
  rmSync(`${log}.1`, { force: true });
}
