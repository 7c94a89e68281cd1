/** Rows of the thread's tables, as TypeORM reads them. Written by the runner only. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tableName, VIEWS_SCHEMA } from '@fil/log/projections/projection';
import type { History } from '../reading/history';
import { THREAD } from './thread.projection';

const table = (name: string): ClassDecorator => Entity({ schema: VIEWS_SCHEMA, name: tableName(THREAD, name), synchronize: false });

export abstract class HistoryRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @Column('json')
  readonly state!: History;
}

@table('thread_contribution')
export class ThreadContributionRow extends HistoryRow {
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

@table('thread_synthesis')
export class ThreadSynthesisRow extends HistoryRow {}

@table('thread_decision')
export class ThreadDecisionRow extends HistoryRow {}

@table('thread_commitment')
export class ThreadCommitmentRow extends HistoryRow {
  @Column('text', { array: true })
  readonly answers!: readonly string[];
}

@table('thread_consultation')
export class ThreadConsultationRow extends HistoryRow {}

export const THREAD_ENTITIES = [ThreadContributionRow, ThreadSynthesisRow, ThreadDecisionRow, ThreadCommitmentRow, ThreadConsultationRow];
