import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tableName, VIEWS_SCHEMA } from '@fil/log/projections/projection';
import type { KeptEvent } from '../reading/happening';
import { HISTORY } from './history.projection';

/** Rows as TypeORM reads them; written by the runner only. */
@Entity({ schema: VIEWS_SCHEMA, name: tableName(HISTORY, 'history_event'), synchronize: false })
export class HistoryEventRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  /** A bigint, as text. */
  @PrimaryColumn('bigint')
  readonly index!: string;

  @Column('json')
  readonly event!: KeptEvent;

  @Column('json', { nullable: true, select: false })
  readonly members!: unknown;

  @Column('text')
  readonly type!: string;

  @Column('text', { array: true, nullable: true })
  readonly names!: readonly string[] | null;
}
