/** An authority from what happened to it: pure. */
import { authorityRegistered, bodyNamed, bodyRenamed } from '@fil/facts/events/authority.events';
import type { Named } from '../names/named';
import { happening } from '../reading/happening';
import type { History } from '../reading/history';
import type { Shown } from '../reading/shown';
import { words } from '../reading/words-of';
import type { Authority, AuthoritySummary } from './authorities.answer';
import { deadlineRulesOf, mandatesOf, preElectionPeriodsOf, sessionsOf, settingsOf } from './build-bounds';
import { bodiesOf, functionsOf, listeningPointsOf, territoriesOf, themesOf } from './build-parts';
import { dataOf, type AuthorityReading } from './reading-authority';

/** Null when its first event is not its registration. */
export function buildAuthoritySummary({ events }: History): AuthoritySummary | null {
  const registered = events[0];
  if (registered?.type !== authorityRegistered.type) return null;
  return {
    id: registered.stream,
    siret: dataOf(registered, authorityRegistered).siret ?? null,
    name: words(registered, 'name'),
    website: words(registered, 'website'),
    registered: happening(registered),
  };
}

export function buildAuthority(history: History, shown: Shown, today: string): Authority | null {
  const summary = buildAuthoritySummary(history);
  if (!summary) return null;
  const registered = history.events[0]!;
  const reading: AuthorityReading = { history, today, bodyNamed: namedIn(history) };
  return {
    ...summary,
    shown,
    address: words(registered, 'address'),
    telephone: words(registered, 'telephone'),
    bodies: bodiesOf(reading),
    functions: functionsOf(reading),
    themes: themesOf(reading),
    territories: territoriesOf(reading),
    sessions: sessionsOf(reading),
    deadlineRules: deadlineRulesOf(reading),
    listeningPoints: listeningPointsOf(reading),
    mandates: mandatesOf(reading),
    preElectionPeriods: preElectionPeriodsOf(reading),
    settings: settingsOf(reading),
  };
}

/** Names as this history knows them: one that is read as known on a day has the names of then. */
function namedIn({ events }: History): (code: string) => Named {
  const names = new Map<string, Named>();
  for (const event of events) {
    if (event.type !== bodyNamed.type && event.type !== bodyRenamed.type) continue;
    const code = dataOf(event, bodyNamed).body!;
    names.set(code, { code, name: words(event, 'name') });
  }
  return (code) => names.get(code) ?? { code, name: null };
}
