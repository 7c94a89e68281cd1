import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tableName, VIEWS_SCHEMA } from '@fil/log/projections/projection';
import { NAMES, type AuthorityNames, type ConsultationName } from './names.projection';

@Entity({ schema: VIEWS_SCHEMA, name: tableName(NAMES, 'names_authority'), synchronize: false })
export class AuthorityNamesRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @Column('json')
  readonly state!: AuthorityNames;
}

@Entity({ schema: VIEWS_SCHEMA, name: tableName(NAMES, 'names_consultation'), synchronize: false })
export class ConsultationNameRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @Column('json')
  readonly state!: ConsultationName;

  @Column('date', { name: 'due_on', nullable: true })
  readonly dueOn!: string | null;

  @Column('boolean')
  readonly promised!: boolean;
}
