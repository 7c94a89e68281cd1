import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CURSORS_SQL, cursorParameters, cursorsFrom } from '@fil/log/projections/cursor-table';
import type { Projection } from '@fil/log/projections/projection';
import { ReadYourWrites } from '@fil/log/projections/read-your-writes';
import type { Asked, Shown } from './shown';

/** Reads what a question needs in one snapshot, together with the size it shows. */
@Injectable()
export class ViewReader {
  constructor(
    readonly dataSource: DataSource,
    private readonly ryw: ReadYourWrites,
  ) {}

  /** Waits for what the reader has just recorded, then reads. `work` sees all its tables at one moment. */
  async read<T>(
    projections: readonly Pick<Projection, 'name' | 'version'>[],
    asked: Asked,
    work: (manager: EntityManager, shown: Shown) => Promise<T>,
  ): Promise<T> {
    const reached = await this.ryw.wait(asked.seen, projections);
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const cursors = cursorsFrom(await manager.query<unknown[]>(CURSORS_SQL, cursorParameters(projections)));
      const oldest = cursors.reduce<(typeof cursors)[number] | null>(
        (least, one) => (!least || one.size < least.size ? one : least),
        null,
      );
      const missing = cursors.length < projections.length;
      const halted = cursors.some(({ haltedAt }) => haltedAt !== null);
      return work(manager, {
        size: missing ? 0 : (oldest?.size ?? 0),
        at: missing ? null : (oldest?.at ?? null),
        asOf: !reached || halted || missing,
      });
    });
  }
}
