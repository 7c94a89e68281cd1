import type { ActorRole } from '@fil/facts/kit/actor';

/** What a token allows. One scope per room of the record. */
export const SCOPES = [
  'authority',
  'consultations',
  'encounters',
  'contributions',
  'answers',
  'syntheses',
  'decisions',
  'commitments',
  'guarantors',
  'committees',
  'evaluations',
  'reports',
  'drafts',
  'deadlines',
  'erasures',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Who calls: an account acting in one capacity for one body. */
export interface Principal {
  readonly account: string;
  readonly role: ActorRole;
  readonly body: string | null;
  readonly scopes: readonly Scope[];
}
