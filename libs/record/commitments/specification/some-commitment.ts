/** For the tests of commitments: an invented town, and a commitment after some events. */
import {
  authorityRegistered,
  bodyEnded,
  bodyNamed,
  functionCreated,
  mandateBegan,
  themeAdded,
} from '@fil/facts/events/authority.events';
import { commitmentMade, declaredDone } from '@fil/facts/events/commitment.events';
import {
  committeeEstablished,
  findingRecorded,
  memberAppointed,
  memberTiesDeclared,
} from '@fil/facts/events/committee.events';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority, type AuthorityState } from '../../authority/authority.state';
import { committee, type CommitteeState } from '../../committees/committee.state';
import { givenEventId, someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { commitment, type CommitmentState } from '../commitment.state';

export const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };

const told = [
  event(authorityRegistered, { data: { siret: '21440109300015' }, words: { name: { fr: 'Ville inventée' } } }),
  event(bodyNamed, { data: { body: 'voirie', kind: 'department' }, words: { name: { fr: 'Direction de la voirie' } } }),
  event(functionCreated, {
    data: { function: 'adjointe-espace-public' },
    words: { name: { fr: 'Adjointe à l’espace public' } },
  }),
  event(themeAdded, { data: { theme: 'mobilite' }, words: { name: { fr: 'Mobilité' } } }),
  event(bodyNamed, { data: { body: 'parcs', kind: 'department' }, words: { name: { fr: 'Parcs' } } }),
  event(bodyNamed, { data: { body: 'ancien', kind: 'department' }, words: { name: { fr: 'Ancien service' } } }),
  event(bodyEnded, { data: { body: 'ancien' }, words: { reason: { fr: 'Réuni à la voirie' } } }),
  event(bodyNamed, { data: { body: 'conseil', kind: 'council' }, words: { name: { fr: 'Conseil municipal' } } }),
];
export const town = stateAfter(authority, ...told);

/** The town after elections: terms by their first days. */
export const townUnder = (mandates: Readonly<Record<string, string>>): AuthorityState =>
  stateAfter(
    authority,
    ...told,
    ...Object.entries(mandates).map(([mandate, began]) =>
      event(mandateBegan, { data: { mandate, body: 'conseil', began, reviewBy: '2027-01-31' }, words: {} }),
    ),
  );

export const noAuthority = authority.initial;
export const unmade: CommitmentState = commitment.initial;

export const made = (facts: Partial<DataOf<typeof commitmentMade>> = {}): NewEvent =>
  event(commitmentMade, {
    data: {
      authority: someId('authority'),
      decision: someId('decision'),
      answers: [],
      owner: 'voirie',
      themes: [],
      dueOn: '2026-06',
      ...facts,
    },
    words: { title: { fr: 'Réaménager la place du Marché' } },
  });

/** A commitment that was made, then lived these events. */
export const after = (...events: readonly NewEvent[]): CommitmentState => stateAfter(commitment, made(), ...events);

export const fromParis = (...notStated: ('reason' | 'decidedBy' | 'evidence' | 'owner')[]) => ({
  source: 'paris',
  notStated,
});

export const claimed = event(declaredDone, { data: { evidenceCount: 0 }, words: {} });

/** The finding that `someCommittee` recorded n-th (from 1) on the commitment that tests are about. */
export const findingId = (n = 1): string => givenEventId(n + 1);

/** A committee of the town with one member and some findings; not independent when that one has ties. */
export const someCommittee = ({
  tied = false,
  tiedSince,
  findings = [someId('commitment')],
  more = {},
}: {
  tied?: boolean;
  /** Since when its member has a tie, which it had not before. */
  tiedSince?: string;
  findings?: readonly `commitment-${string}`[];
  more?: Partial<DataOf<typeof committeeEstablished>>;
} = {}): CommitteeState =>
  stateAfter(
    committee,
    event(committeeEstablished, {
      occurredOn: '2026-01-01',
      data: { authority: someId('authority'), code: 'comite-suivi', scope: [], replyDays: 30, ...more },
      words: { title: TEXT, mandate: TEXT, neutralityRule: TEXT },
    }),
    event(memberAppointed, {
      occurredOn: '2026-01-01',
      data: {
        member: 'membre-1',
        appointedBy: 'residents',
        chosenBy: 'drawnByLot',
        ties: tied ? [{ kind: 'contract' }] : [],
      },
      words: {},
    }),
    ...findings.map((target) =>
      event(findingRecorded, { data: { target, kind: 'alert', replyDueOn: '2026-04-30' }, words: { text: TEXT } }),
    ),
    ...(tiedSince === undefined
      ? []
      : [
          event(memberTiesDeclared, {
            occurredOn: tiedSince,
            data: { member: 'membre-1', ties: [{ kind: 'contract' }] },
            words: {},
          }),
        ]),
  );

const TEXT = { fr: 'Un texte.' };
