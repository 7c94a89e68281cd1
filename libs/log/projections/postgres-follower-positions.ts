import type { ClientBase } from 'pg';
import { FollowerPositions } from './follower-positions';

export class PostgresFollowerPositions extends FollowerPositions {
  /** @param database the pool, or a connection in the transaction the position belongs to */
  constructor(private readonly database: Pick<ClientBase, 'query'>) {
    super();
  }

  async read(name: string): Promise<number> {
    const { rows } = await this.database.query<{ size: string }>(
      'SELECT size FROM processes.follower_position WHERE name = $1',
      [name],
    );
    return rows[0] ? Number(rows[0].size) : 0;
  }

  /** Never backwards: of two processes of the same name the one that has read further is right. */
  async save(name: string, size: number): Promise<void> {
    await this.database.query(
      `INSERT INTO processes.follower_position AS p (name, size) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET size = excluded.size WHERE p.size < excluded.size`,
      [name, size],
    );
  }
}
