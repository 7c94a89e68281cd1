/** For the tests of committees: one established in an invented commune, and what happened to it since. */
import { authorityRegistered, functionCreated } from '@fil/facts/events/authority.events';
import {
  committeeEstablished,
  cutFrozen,
  findingRecorded,
  memberAppointed,
  sampleDrawn,
} from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import { givenEventId, someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { committee, type CommitteeState } from '../committee.state';

export const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };
export const TOMORROW = '2026-03-04';
/** What its mandate gives from today. */
export const REPLY_DUE_ON = '2026-04-02';
export const ROOT = '5f'.repeat(32);

export const official: Actor = { role: 'official', body: 'mairie' };
export const itself: Actor = { role: 'committeeMember', body: 'suivi' };
/** Everybody who is not this committee. */
export const others: readonly Actor[] = [
  official,
  { role: 'committeeMember', body: 'un-autre' },
  { role: 'guarantor', body: 'suivi' },
  { role: 'administrator', body: null },
];

export const text = { fr: 'Un texte.' };

export const town = stateAfter(
  authority,
  event(authorityRegistered, { data: { siret: '21440109300015' }, words: { name: { fr: 'Ville inventée' } } }),
  event(functionCreated, { data: { function: 'maire' }, words: { name: { fr: 'Maire' } } }),
);

export const established = (facts: Partial<DataOf<typeof committeeEstablished>> = {}): NewEvent =>
  event(committeeEstablished, {
    data: { authority: someId('authority'), code: 'suivi', scope: [], replyDays: 30, ...facts },
    words: { title: text, mandate: text, neutralityRule: text },
  });

export const unestablished: CommitteeState = committee.initial;

/** A committee after these events, the first of which has the id `givenEventId(1)`. */
export const after = (...events: readonly NewEvent[]): CommitteeState =>
  stateAfter(committee, established(), ...events);

export const memberWith = (
  ties: DataOf<typeof memberAppointed>['ties'],
  member = 'a',
  occurredOn: string | null = null,
): NewEvent =>
  event(memberAppointed, {
    occurredOn,
    data: { member, appointedBy: 'residents', chosenBy: 'drawnByLot', ties },
    words: {},
  });

export const cut = event(cutFrozen, { data: { size: 20, root: ROOT }, words: {} });

/** Of the cut that is the first event. */
export const sampleOf = (...sample: `contribution-${string}`[]): NewEvent =>
  event(sampleDrawn, {
    data: {
      cut: givenEventId(1),
      method: 'sha256Order',
      population: { of: 'contribution' },
      populationCount: sample.length,
      sample,
    },
    words: {},
  });

export const finding = event(findingRecorded, {
  data: { target: someId('commitment'), kind: 'alert', replyDueOn: REPLY_DUE_ON },
  words: { text },
});
