/** What an authority is made of: bodies, functions, themes, territories, places and trades that listen. Pure. */
import { mayStandInClear } from '@fil/facts/codes/authority';
import {
  bodyEnded,
  bodyNamed,
  bodyRenamed,
  functionCreated,
  functionEnded,
  listeningPointChanged,
  listeningPointClosed,
  listeningPointDeclared,
  territoryAdded,
  territoryEnded,
  themeAdded,
  themeMerged,
  themeRenamed,
} from '@fil/facts/events/authority.events';
import type { AnyDefinition } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { happening, type KeptEvent } from '../reading/happening';
import { words } from '../reading/words-of';
import type { BodyShown, FunctionShown, ListeningPointShown, TerritoryShown, ThemeShown } from './authorities.answer';
import { about, dataOf, endOf, told, withReason, type AuthorityReading } from './reading-authority';

type UnderCode = Pick<ThemeShown, 'code' | 'name' | 'began' | 'renamed'>;

function underCode(
  reading: AuthorityReading,
  began: KeptEvent,
  field: string,
  renaming: AnyDefinition | null = null,
): UnderCode {
  const code = began.data[field] as string;
  const renamed = (renaming ? about(reading, renaming, field, code) : []).map((event) => ({
    ...happening(event),
    name: words<Text>(event, 'name'),
  }));
  return { code, name: renamed.at(-1)?.name ?? words(began, 'name'), began: happening(began), renamed };
}

export const bodiesOf = (reading: AuthorityReading): BodyShown[] =>
  told(reading, bodyNamed).map((event) => {
    const { body, kind, parent } = dataOf(event, bodyNamed);
    return {
      ...underCode(reading, event, 'body', bodyRenamed),
      kind: kind!,
      parent: parent ?? null,
      ended: endOf(reading, bodyEnded, 'body', body!),
    };
  });

export const functionsOf = (reading: AuthorityReading): FunctionShown[] =>
  told(reading, functionCreated).map((event) => {
    const { function: code, body } = dataOf(event, functionCreated);
    return {
      ...underCode(reading, event, 'function'),
      body: body === undefined ? null : reading.bodyNamed(body),
      ended: endOf(reading, functionEnded, 'function', code!),
    };
  });

export const themesOf = (reading: AuthorityReading): ThemeShown[] =>
  told(reading, themeAdded).map((event) => {
    const [merged] = about(reading, themeMerged, 'theme', dataOf(event, themeAdded).theme!);
    return {
      ...underCode(reading, event, 'theme', themeRenamed),
      merged: merged ? { ...withReason(merged), into: dataOf(merged, themeMerged).into! } : null,
    };
  });

export const territoriesOf = (reading: AuthorityReading): TerritoryShown[] =>
  told(reading, territoryAdded).map((event) => {
    const { territory, parent, population } = dataOf(event, territoryAdded);
    return {
      ...underCode(reading, event, 'territory'),
      parent: parent ?? null,
      population: population ?? null,
      inClear: mayStandInClear(population ?? null),
      ended: endOf(reading, territoryEnded, 'territory', territory!),
    };
  });

export const listeningPointsOf = (reading: AuthorityReading): ListeningPointShown[] =>
  told(reading, listeningPointDeclared).map((declared) => {
    const { point } = dataOf(declared, listeningPointDeclared);
    const changes = about(reading, listeningPointChanged, 'point', point!);
    const [closed] = about(reading, listeningPointClosed, 'point', point!);
    // Described anew as a whole: what the latest does not say no longer holds.
    const latest = changes.at(-1) ?? declared;
    const { kind, body, territory } = dataOf(latest, listeningPointDeclared);
    return {
      point: point!,
      kind: kind!,
      body: body === undefined ? null : reading.bodyNamed(body),
      territory: territory ?? null,
      name: words(latest, 'name'),
      reach: words(latest, 'reach'),
      declared: happening(declared),
      changed: changes.map(withReason),
      closed: closed ? withReason(closed) : null,
    };
  });
