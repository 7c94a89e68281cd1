import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from '@fil/facts/codes/contribution';
import type { OverallStanding } from '@fil/facts/figures/standing';
import { tableName, VIEWS_SCHEMA } from '@fil/log/projections/projection';
import { STANDINGS, type ContributionStanding } from './standings.projection';

/** Written by the runner only. */
@Entity({ schema: VIEWS_SCHEMA, name: tableName(STANDINGS, 'standings_contribution'), synchronize: false })
export class ContributionStandingRow {
  @PrimaryColumn('text')
  readonly stream!: string;

  @Column('json')
  readonly state!: ContributionStanding;

  @Column('bigint')
  readonly index!: string;

  @Column('text')
  readonly consultation!: string;

  @Column('boolean')
  readonly published!: boolean;

  @Column('boolean')
  readonly voided!: boolean;

  @Column('boolean')
  readonly settled!: boolean;

  @Column('text')
  readonly standing!: OverallStanding;

  @Column('text', { nullable: true })
  readonly channel!: Channel | null;

  @Column('text', { array: true })
  readonly themes!: readonly string[];

  @Column('date')
  readonly received!: string;

  @Column('date', { name: 'next_answer', nullable: true })
  readonly nextAnswer!: string | null;

  @Column('text', { nullable: true })
  readonly department!: string | null;
}
