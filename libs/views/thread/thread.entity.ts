/** Rows of the thread's tables, as TypeORM reads them. Written by the runner only. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tableName, VIEWS_SCHEMA } from '@fil/log/projections/projection';
import { THREAD } from './thread.projection';

const table = (name: string): ClassDecorator =>
  Entity({ schema: VIEWS_SCHEMA, name: tableName(THREAD, name), synchronize: false });

@table('thread_contribution')
export class ThreadContributionRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @Column('bigint')
  readonly index!: string;

  @Column('text', { name: 'source_name', nullable: true })
  readonly sourceName!: string | null;

  @Column('text', { name: 'source_type', nullable: true })
  readonly sourceType!: string | null;

  @Column('text', { name: 'source_id', nullable: true })
  readonly sourceId!: string | null;

  @Column('text', { name: 'source_address', nullable: true })
  readonly sourceAddress!: string | null;
}

export const THREAD_ENTITIES = [ThreadContributionRow];
