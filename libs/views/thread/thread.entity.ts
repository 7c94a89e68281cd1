/** Rows of the thread's tables, as TypeORM reads them. Written by the runner only. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tableName, VIEWS_SCHEMA } from '@fil/log/projections/projection';
import type { KeptEvent } from '../reading/happening';
import { THREAD } from './thread.projection';

const table = (name: string): ClassDecorator =>
  Entity({ schema: VIEWS_SCHEMA, name: tableName(THREAD, name), synchronize: false });

@table('thread_event')
export class ThreadEventRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @PrimaryColumn('bigint')
  readonly index!: string;

  @Column('json')
  readonly event!: KeptEvent;

  @Column('uuid', { nullable: true })
  readonly carries!: string | null;
}

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

@table('thread_commitment')
export class ThreadCommitmentRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @Column('text', { array: true })
  readonly answers!: readonly string[];
}

export const THREAD_ENTITIES = [ThreadEventRow, ThreadContributionRow, ThreadCommitmentRow];
