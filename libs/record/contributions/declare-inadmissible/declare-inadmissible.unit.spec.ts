import type { NewEvent } from '@fil/facts/kit/event-definition';
import type { Decided } from '../../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  someId,
  stateAfter,
} from '../../deciding/specification/given-when-then';
import { decideAdmission } from '../admit-contribution/admit-contribution.decide';
import { contribution, standingOf, type RecordedContribution } from '../contribution.state';
import { decideCommonAnswer } from '../give-outcome/common-answer.decide';
import { decideOutcome } from '../give-outcome/give-outcome.decide';
import { decideGrouping } from '../group-into/group-into.decide';
import { decideMarking } from '../mark-point/mark-point.decide';
import {
  admitted,
  answered,
  considered,
  CONTEXT,
  CONTRIBUTION,
  mandate,
  recorded,
} from '../specification/some-mandate';
import { declaredInadmissible, decided, lodged, mandateWithRules } from '../specification/some-moderation';
import { decideTransfer } from '../transfer-contribution/transfer-contribution.decide';
import type { DeclareInadmissibleInput } from './declare-inadmissible.command';
import { decideInadmissibility } from './declare-inadmissible.decide';

const input: DeclareInadmissibleInput = {
  rulesVersion: 1,
  article: 'article-4',
  decidedBy: 'maire',
  authorTold: 'letter',
  reason: { fr: 'Un tract électoral.' },
};
const after = (...events: NewEvent[]): RecordedContribution =>
  stateAfter(contribution, recorded(), ...events) as RecordedContribution;
const declare = (
  state = after(admitted),
  change: Partial<DeclareInadmissibleInput> = {},
  seen = mandateWithRules(),
): Decided => decideInadmissibility(state, { ...input, ...change }, seen, CONTEXT);

describe('declaring a contribution inadmissible', () => {
  it('names the version and the article of the rules, the function, and until when re-examination may be asked for', () => {
    expect(expectEvents(declare())[0]).toMatchObject({
      type: 'contribution.declaredInadmissible/1',
      data: { rulesVersion: 1, article: 'article-4', decidedBy: 'maire', authorTold: 'letter', appealBy: '2026-05-03' },
    });
    const within = mandateWithRules({ amount: 15, unit: 'calendarDays' });
    expect(expectEvents(declare(after(), {}, within))[0]!.data).toMatchObject({ appealBy: '2026-03-18' });
  });

  it('rests on rules that were published, and on those the author accepted', () => {
    expect(expectRefusal(declare(after(), {}, mandate()))).toBe('inadmissible.noRules');
    expect(expectRefusal(declare(after(), { rulesVersion: 2 }))).toBe('inadmissible.unknownRules');
    const accepted = stateAfter(contribution, recorded({ rulesVersion: 2 })) as RecordedContribution;
    expect(expectRefusal(declare(accepted))).toBe('inadmissible.otherRules');
    expect(expectRefusal(declare(after(), { decidedBy: 'personne' }))).toBe('authority.unknownFunction');
  });

  it('does not take back an answer', () => {
    expect(expectRefusal(declare(after(admitted, answered())))).toBe('inadmissible.answered');
    expectEvents(declare(after(admitted, answered({ outcome: 'underReview' }))));
  });

  it('is not done twice, nor again after it was reversed', () => {
    const appealed = [declaredInadmissible(), lodged(givenEventId(1))];
    expect(expectRefusal(declare(after(declaredInadmissible())))).toBe('contribution.inadmissible');
    expect(expectRefusal(declare(after(...appealed, decided(givenEventId(2)))))).toBe('moderation.reversedBefore');
  });
});

describe('inadmissible is read from its own events, never given', () => {
  it('what is inadmissible is neither published, marked, answered nor transferred', () => {
    const state = after(declaredInadmissible());
    expect(standingOf(state, 1)).toBe('inadmissible');
    const refusals = [
      decideAdmission(state, {}, CONTEXT),
      decideMarking(state, { point: 1, extract: { fr: 'Un point' } }, mandate(), CONTEXT),
      decideOutcome(state, CONTRIBUTION, { ...considered, point: 1 }, mandate(), CONTEXT),
      decideTransfer(state, { authority: { fr: 'Département' } }, CONTEXT),
    ];
    for (const refusal of refusals) expect(expectRefusal(refusal)).toBe('contribution.inadmissible');
    const synthesis = someId('synthesis');
    const copy = {
      common: { synthesis, rev: 2, members: 1 },
      answer: { ...considered, evidenceCount: 0 },
      occurredOn: '2026-03-02',
      seenAt: 2,
    };
    expect(decideCommonAnswer(state, CONTRIBUTION, 1, copy)).toEqual([]);
    // Attached before it was inadmissible (a synthesis attaches nothing that is), it is a member, and not answered.
    const grouping = { synthesis, point: 1, occurredOn: '2026-03-02' };
    expect(expectEvents(decideGrouping(state, CONTRIBUTION, grouping, copy)).map(({ type }) => type)).toEqual([
      'contribution.groupedInto/1',
    ]);
  });

  it('is admissible again once a re-examination reversed it, and then published by an admission of its own', () => {
    const state = after(admitted, declaredInadmissible(), lodged(givenEventId(2)), decided(givenEventId(3)));
    expect([standingOf(state, 1), state.admitted]).toEqual(['pending', false]);
    expectEvents(decideAdmission(state, {}, CONTEXT));
  });

  it('stays inadmissible when the re-examination upholds it', () => {
    const state = after(declaredInadmissible(), lodged(givenEventId(1)), decided(givenEventId(2), 'upheld'));
    expect(standingOf(state, 1)).toBe('inadmissible');
  });
});
