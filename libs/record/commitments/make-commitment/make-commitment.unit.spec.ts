import { COMMITMENT_EVENTS, commitmentMade } from '@fil/facts/events/commitment.events';
import { decisionRegistered, decisionRepealed } from '@fil/facts/events/decision.events';
import { event } from '@fil/facts/kit/event-definition';
import { decision } from '../../decisions/decision.state';
import { expectEvents, expectRefusal, someId, stateAfter } from '../../deciding/specification/given-when-then';
import { after, claimed, context, fromParis, made, noAuthority, town, unmade } from '../specification/some-commitment';
import { commitment } from '../commitment.state';
import { makeCommitmentInput } from './make-commitment.command';
import { decideMaking, type SeenWhenMaking } from './make-commitment.decide';

const registered = event(decisionRegistered, {
  data: { authority: someId('authority'), kind: 'councilDeliberation', body: 'conseil', consultations: [] },
  words: { title: { fr: 'Aménagement de la place du Marché' } },
});
const taken = stateAfter(decision, registered);
const seen: SeenWhenMaking = { authority: town, decision: taken };
const said = (more: object = {}) =>
  makeCommitmentInput.parse({
    authority: someId('authority'),
    decision: someId('decision'),
    owner: 'voirie',
    themes: ['mobilite'],
    dueOn: '2026-06',
    title: { fr: 'Réaménager la place du Marché' },
    ...more,
  });
const refused = (more: object, by: Partial<SeenWhenMaking> = {}): string =>
  expectRefusal(decideMaking(unmade, said(more), { ...seen, ...by }, context));

describe('making a commitment', () => {
  it('records who undertakes what by when, and what it follows from', () => {
    const [event] = expectEvents(decideMaking(unmade, said(), seen, context));
    expect(event).toMatchObject({
      type: 'commitment.made/1',
      data: { decision: someId('decision'), owner: 'voirie', dueOn: '2026-06', answers: [] },
    });
  });

  it('accepts one that answers somebody without any decision', () => {
    const answers = [someId('contribution')];
    const [event] = expectEvents(
      decideMaking(unmade, said({ decision: undefined, answers }), { authority: town }, context),
    );
    expect(event!.data).toMatchObject({ answers });
  });

  it('refuses one that follows from nothing and answers nobody', () => {
    expect(refused({ decision: undefined })).toBe('commitment.originMissing');
  });

  it('refuses a decision that does not exist', () => {
    expect(refused({}, { decision: decision.initial })).toBe('commitment.unknownDecision');
  });

  it('rests on no decision that is annulled or repealed, unless a source says so', () => {
    const reason = { fr: 'Retirée.' };
    const repealed = stateAfter(
      decision,
      registered,
      event(decisionRepealed, { data: { by: 'executive' }, words: { reason } }),
    );
    expect(refused({}, { decision: repealed })).toBe('commitment.decisionUndone');
    expectEvents(decideMaking(unmade, said({ takenOver: fromParis() }), { ...seen, decision: repealed }, context));
  });

  it('nothing is public before an authorisation: it does not say that it answers what has limited access', () => {
    const answers = [someId('contribution')];
    expect(refused({ answers }, { restricted: answers[0] })).toBe('commitment.answersUndisclosed');
  });

  it('refuses what its authority does not have', () => {
    expect(refused({}, { authority: noAuthority })).toBe('authority.unknown');
    expect(refused({ owner: 'nulle-part' })).toBe('authority.unknownBody');
    expect(refused({ accountable: 'maire' })).toBe('authority.unknownFunction');
    expect(refused({ themes: ['mobilite', 'ecole'] })).toBe('authority.unknownTheme');
  });

  it('refuses one that nobody owns, unless a source does not say who', () => {
    expect(refused({ owner: undefined })).toBe('commitment.ownerMissing');
    expectEvents(
      decideMaking(unmade, said({ owner: undefined, accountable: 'adjointe-espace-public' }), seen, context),
    );
    expectEvents(decideMaking(unmade, said({ owner: undefined, takenOver: fromParis('owner') }), seen, context));
  });

  it('refuses a parent that does not exist, and a weight without a parent', () => {
    const parent = someId('commitment', 2);
    expect(refused({ parent }, { parent: unmade })).toBe('commitment.unknownParent');
    expect(refused({ weight: 2 })).toBe('commitment.weightWithoutParent');
    expectEvents(decideMaking(unmade, said({ parent, weight: 2 }), { ...seen, parent: after() }, context));
  });

  it('reads the parent in its stream: missing, older, and changed a moment before', () => {
    const parent = someId('commitment', 2);
    expect(refused({ parent }, { parent: unmade })).toBe('commitment.unknownParent');
    expectEvents(decideMaking(unmade, said({ parent }), { ...seen, parent: after() }, context));
    expect(refused({ parent }, { parent: after(claimed) })).toBe('commitment.done');
    expectEvents(
      decideMaking(unmade, said({ parent, takenOver: fromParis() }), { ...seen, parent: after(claimed) }, context),
    );
  });

  it('refuses a parent of another authority', () => {
    const parent = stateAfter(commitment, made({ authority: someId('authority', 2) }));
    expect(refused({ parent: someId('commitment', 2) }, { parent })).toBe('commitment.parentOfAnother');
  });

  it('no chain of parents comes back to where it began: a parent is there before its part, and never changes', () => {
    // Its own stream, read as its parent's, is empty when it is made.
    expect(refused({ parent: someId('commitment') }, { parent: unmade })).toBe('commitment.unknownParent');
    const afterwards = COMMITMENT_EVENTS.filter(({ type }) => type !== commitmentMade.type);
    expect(afterwards.filter(({ facts }) => 'parent' in facts)).toEqual([]);
  });

  it('refuses one made on a day to come', () => {
    expect(refused({ occurredOn: '2026-03-04' })).toBe('commitment.toCome');
  });

  it('refuses to make the same one twice', () => {
    expect(expectRefusal(decideMaking(after(), said(), seen, context))).toBe('commitment.exists');
  });
});
