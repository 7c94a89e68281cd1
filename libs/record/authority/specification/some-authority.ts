/** For the tests of authorities: an invented town with two bodies, two functions and three themes. */
import {
  authorityRegistered,
  bodyEnded,
  bodyNamed,
  functionCreated,
  functionEnded,
  themeAdded,
  themeMerged,
} from '@fil/facts/events/authority.events';
import { event } from '@fil/facts/kit/event-definition';
import { fold, type Decided } from '../../deciding/decider';
import { expectEvents, recordedForm, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { authority, type AuthorityState } from '../authority.state';

export const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };
export const tomorrow = '2026-03-04';
export const unregistered = authority.initial;

const words = { name: { fr: 'Un nom' } };
const theme = (code: string) => event(themeAdded, { data: { theme: code }, words });

/** `parcs` and `maire-delegue` have ended; `velo` was merged into `mobilite`. */
export const town = stateAfter(
  authority,
  event(authorityRegistered, { data: { siret: '21440109300015' }, words }),
  event(bodyNamed, { data: { body: 'voirie', kind: 'department' }, words }),
  event(bodyNamed, { data: { body: 'parcs', kind: 'department' }, words }),
  event(bodyEnded, { data: { body: 'parcs', successor: 'voirie' }, words: {} }),
  event(functionCreated, { data: { function: 'maire' }, words }),
  event(functionCreated, { data: { function: 'maire-delegue' }, words }),
  event(functionEnded, { data: { function: 'maire-delegue' }, words: {} }),
  theme('mobilite'),
  theme('velo'),
  theme('ecole'),
  event(themeMerged, { data: { theme: 'velo', into: 'mobilite' }, words: {} }),
);

/** The town after some decisions, each taken on what came before. */
export const townAfter = (...decisions: ((state: AuthorityState) => Decided)[]): AuthorityState =>
  decisions.reduce((state, decide) => {
    const events = expectEvents(decide(state));
    return fold(
      authority,
      events.map((one, n) => recordedForm(one, n)),
      state,
    );
  }, town);
