/** In which capacity somebody acted. Never a person: the account is sealed at `/actor/account`. */
export const ACTOR_ROLES = [
  'author',
  'agent',
  'official',
  'guarantor',
  'committeeMember',
  'facilitator',
  'administrator',
  'import',
  'process',
  'clock',
] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

export interface Actor {
  readonly role: ActorRole;
  /** Code of the body acted for; the source of an import; the name of a process; null for the clock and for authors. */
  readonly body: string | null;
}
