import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tableName, VIEWS_SCHEMA } from '@fil/log/projections/projection';
import type { History } from '../reading/history';
import { CONSULTATIONS } from './consultations.projection';

/** Written by the runner only. */
@Entity({ schema: VIEWS_SCHEMA, name: tableName(CONSULTATIONS, 'consultations_consultation'), synchronize: false })
export class ConsultationRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @Column('json')
  readonly state!: History;
}
