import { expectEvents, expectRefusal } from '../deciding/specification/given-when-then';
import { decideTerritory } from './add-territory/add-territory.decide';
import type { AuthorityState } from './authority.state';
import { decideTerritoryEnd } from './end-territory/end-territory.decide';
import { context, tomorrow, town, townAfter, unregistered } from './specification/some-authority';

const name = { fr: 'Un quartier' };
const add =
  (territory: string, more: object = {}) =>
  (state: AuthorityState) =>
    decideTerritory(state, { territory, name, ...more }, context);
const end =
  (territory: string, more: object = {}) =>
  (state: AuthorityState) =>
    decideTerritoryEnd(state, { territory, ...more }, context);

describe('the territories of an authority', () => {
  it('say how many live there, for whoever must not tell too much of somebody', () => {
    const state = townAfter(add('44109', { population: 320_000 }), add('44109-D03', { parent: '44109' }));
    expect(state.territories.get('44109')).toEqual({ ended: false, population: 320_000 });
    expect(state.territories.get('44109-D03')).toEqual({ ended: false, population: null });
  });

  it('have codes that are never reused, not even after the end', () => {
    expect(expectRefusal(add('44109')(townAfter(add('44109'), end('44109'))))).toBe('authority.codeUsed');
  });

  it('belong to a territory that exists', () => {
    expect(expectRefusal(add('44109-D03', { parent: '44109' })(town))).toBe('authority.unknownTerritory');
    const ended = townAfter(add('44109'), end('44109'));
    expect(expectRefusal(add('44109-D03', { parent: '44109' })(ended))).toBe('authority.territoryEnded');
  });

  it('end once, with another one as successor; the population is remembered', () => {
    const state = townAfter(add('44109-D03', { population: 2_400 }), add('44109-D04'));
    expectEvents(end('44109-D03', { successor: '44109-D04' })(state));
    const ended = townAfter(add('44109-D03', { population: 2_400 }), end('44109-D03'));
    expect(ended.territories.get('44109-D03')).toEqual({ ended: true, population: 2_400 });
    expect(expectRefusal(end('44109-D03')(ended))).toBe('authority.territoryEnded');
    expect(expectRefusal(end('44109-D03', { successor: '44109-D03' })(state))).toBe('authority.succeedsItself');
    expect(expectRefusal(end('44109-D03', { successor: '44109-D05' })(state))).toBe('authority.unknownTerritory');
    expect(end('44109-D05')(state)).toMatchObject({ kind: 'notFound' });
  });

  it('are those of a registered authority, and what has happened', () => {
    expect(expectRefusal(add('44109')(unregistered))).toBe('authority.missing');
    expect(expectRefusal(add('44109', { occurredOn: tomorrow })(town))).toBe('authority.toCome');
  });
});
