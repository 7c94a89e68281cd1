/** Realistic appends for the contract suite and the benchmark: sealed as the product seals them. */
import { progressReported } from '@fil/facts/events/commitment.events';
import { contributionAdmitted, contributionRecorded } from '@fil/facts/events/contribution.events';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { newSubjectKey } from '../../vault/vault';
import { sealEvents } from '../../vault/sealer';
import type { Append } from '../event-store.port';
import { uuidV7 } from '../ids';

const CONSULTATION = 'consultation-018f6b1e-7c00-7000-8000-000000000001';
const NOTE = 'Le marché est signé, le chantier de la rue Émile-Zola commence lundi : éclairage, puis passage piéton. ';

export interface Person {
  readonly id: string;
  readonly key: Buffer;
}
export const newPerson = (): Person => ({ id: `person-${uuidV7()}`, key: newSubjectKey() });
export const newStream = (aggregate: 'contribution' | 'commitment'): string => `${aggregate}-${uuidV7()}`;

/** A citizen's deposit: ten sealed fields, five of them with words. */
export const recorded = (): NewEvent =>
  event(contributionRecorded, {
    data: {
      consultation: CONSULTATION,
      sensitivity: 'public',
      kind: 'proposal',
      channel: 'online',
      language: 'fr',
      themes: ['mobility', 'public-space'],
      authorKind: 'person',
      attachmentCount: 0,
    },
    words: {
      title: { fr: 'Éclairer le passage piéton de la rue Émile-Zola' },
      text: { fr: NOTE.repeat(5) },
      author: 'Jeanne Martin',
      contact: { email: 'jeanne.martin@example.org' },
      authorKey: '5f'.repeat(32),
    },
  });

export const admitted = (): NewEvent => event(contributionAdmitted, { data: {}, words: {} });

/** A light event: one short text of an office. */
export const progress = (): NewEvent =>
  event(progressReported, { data: { percent: 40, evidenceCount: 0 }, words: { note: { fr: NOTE } } });

export interface Sealing {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly NewEvent[];
  readonly ids?: readonly string[];
  /** Whose words; her key is minted with the append when `mint` is set. */
  readonly person?: Person;
  readonly mint?: boolean;
  /** When it is written. */
  readonly at?: string;
  /** Origin of the log. */
  readonly log?: string;
}

export function sealedAppend({ stream, expected, events, ids, person, mint, at, log }: Sealing): Append {
  const entries = sealEvents(
    events,
    {
      log: log ?? 'demo.invalid/contract',
      stream,
      firstRev: expected + 1,
      ids: ids ?? events.map(() => uuidV7()),
      at: at ?? '2026-03-02T09:30:00Z',
      actor: { role: 'agent', body: 'town-hall' },
      account: 'account-1',
      cause: null,
      subject: person ?? null,
      concealed: null,
    },
    EVENT_SCHEMA,
  );
  return { stream, expected, entries, mint: person && mint ? { subject: person.id, key: person.key } : undefined };
}
