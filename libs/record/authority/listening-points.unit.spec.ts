import { expectEvents, expectRefusal } from '../deciding/specification/given-when-then';
import { decideTerritory } from './add-territory/add-territory.decide';
import type { AuthorityState } from './authority.state';
import { decideListeningPointChange } from './change-listening-point/change-listening-point.decide';
import { decideListeningPointClosing } from './close-listening-point/close-listening-point.decide';
import { decideListeningPoint } from './declare-listening-point/declare-listening-point.decide';
import { context, town, townAfter } from './specification/some-authority';

const name = { fr: 'Gardiens d’immeuble' };
const declare =
  (more: object = {}) =>
  (state: AuthorityState) =>
    decideListeningPoint(state, { point: 'gardiens', kind: 'trade', name, ...more }, context);
const change =
  (more: object = {}) =>
  (state: AuthorityState) =>
    decideListeningPointChange(state, { point: 'gardiens', kind: 'trade', name, ...more }, context);
const close = (state: AuthorityState) => decideListeningPointClosing(state, { point: 'gardiens' }, context);

describe('who listens where', () => {
  it('is declared as a place or a trade, of a body and a territory that exist', () => {
    expectEvents(declare({ body: 'voirie' })(town));
    expect(expectRefusal(declare({ body: 'conseil' })(town))).toBe('authority.unknownBody');
    expect(expectRefusal(declare({ territory: '44109' })(town))).toBe('authority.unknownTerritory');
    const withTerritory = townAfter((state) => decideTerritory(state, { territory: '44109', name }, context));
    expectEvents(declare({ territory: '44109' })(withTerritory));
  });

  it('is described anew, closed once, and its code never reused', () => {
    const declared = townAfter(declare());
    expectEvents(change({ body: 'voirie' })(declared));
    const closed = townAfter(declare(), close);
    expect(expectRefusal(change()(closed))).toBe('authority.listeningPointClosed');
    expect(expectRefusal(close(closed))).toBe('authority.listeningPointClosed');
    expect(expectRefusal(declare()(closed))).toBe('authority.codeUsed');
    expect(change()(town)).toMatchObject({ kind: 'notFound' });
  });
});
