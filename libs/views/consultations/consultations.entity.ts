import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tableName, VIEWS_SCHEMA } from '@fil/log/projections/projection';
import type { KeptEvent } from '../reading/happening';
import { CONSULTATIONS } from './consultations.projection';

/** Written by the runner only. */
@Entity({ schema: VIEWS_SCHEMA, name: tableName(CONSULTATIONS, 'consultations_event'), synchronize: false })
export class ConsultationEventRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @PrimaryColumn('bigint')
  readonly index!: string;

  @Column('json')
  readonly event!: KeptEvent;
}
