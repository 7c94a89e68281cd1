import { eventually } from './eventually';
import type { RunningApp } from './running-app';

interface Cursor {
  readonly name: string;
  readonly size: string;
  readonly halted_at: string | null;
}

/** Waits until every projection includes the whole log. @throws when there is none, or when one has halted */
export async function projectionsInStep({ register, logSize }: RunningApp): Promise<void> {
  await eventually('every projection at the head of the log', async () => {
    const size = await logSize();
    const { rows } = await register.pool.query<Cursor>('SELECT name, size, halted_at FROM views.projection');
    const halted = rows.filter(({ halted_at }) => halted_at !== null);
    if (halted.length > 0) {
      const { rows: incidents } = await register.pool.query('SELECT * FROM views.incident');
      throw new Error(`halted: ${halted.map(({ name }) => name).join(', ')} ${JSON.stringify(incidents)}`);
    }
    return rows.length > 0 && rows.every((cursor) => Number(cursor.size) >= size);
  });
}
