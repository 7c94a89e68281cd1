import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActorRole } from '@fil/facts/kit/actor';
import type { Scope } from './principal';

/** An access token of the API. The token itself is shown once and never kept: only its SHA-256 is. */
@Entity({ schema: 'people', name: 'api_token' })
export class ApiToken {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** What it is for, chosen by whoever created it. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'bytea', select: false })
  digest!: Buffer;

  @Column({ type: 'text' })
  role!: ActorRole;

  /** The body it acts for. */
  @Column({ type: 'text', nullable: true })
  body!: string | null;

  @Column({ type: 'text', array: true })
  scopes!: Scope[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  /** A day, not an instant: enough to find tokens nobody uses, too little to follow somebody. */
  @Column({ name: 'last_used_on', type: 'date', nullable: true })
  lastUsedOn!: string | null;
}
