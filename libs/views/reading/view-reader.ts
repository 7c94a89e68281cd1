import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CURSORS_SQL, cursorParameters, cursorsFrom } from '@fil/log/projections/cursor-table';
import { allTables } from '@fil/log/projections/create-tables';
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

  /**
   * Waits for what the reader has just recorded, then reads. `work` sees all its tables at one moment.
   *
   * @param projections all whose tables `work` reads
   */
  async read<T>(
    projections: readonly Projection[],
    asked: Asked,
    work: (manager: EntityManager, shown: Shown) => Promise<T>,
  ): Promise<T> {
    const reached = await this.ryw.wait(asked.seen, projections);
    return this.dataSource.transaction(async (manager) => {
      await manager.query(beginReading(projections));
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

/**
 * The tables are held before the first look at anything: the moment that is read is the one after. Held later, a table
 * that a rebuild puts in place meanwhile would be found under its name, with rows too new for that moment to see.
 */
const beginReading = (projections: readonly Projection[]): string =>
  `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
   LOCK TABLE ${projections.flatMap(allTables).join(', ')} IN ACCESS SHARE MODE`;
