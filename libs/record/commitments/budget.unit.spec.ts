import { budgetCommitted, budgetSpent } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { decision } from '../decisions/decision.state';
import { after as taken } from '../decisions/specification/some-decision';
import { expectEvents, expectRefusal, recordedForm, someId } from '../deciding/specification/given-when-then';
import { commitBudgetInput } from './commit-budget/commit-budget.command';
import { decideBudgetCommitted } from './commit-budget/commit-budget.decide';
import { commitment } from './commitment.state';
import { decideBudgetSpent } from './spend-budget/spend-budget.decide';
import { after, claimed, context, unmade } from './specification/some-commitment';

const order = { cents: 80_000_00, reference: 'MARCHE-2026-12' };
const parts = [
  ['committed', decideBudgetCommitted, budgetCommitted],
  ['spent', decideBudgetSpent, budgetSpent],
] as const;

describe.each(parts)('budget %s', (account, decide, definition) => {
  const said = (more: object = {}) => commitBudgetInput.parse({ ...order, ...more });
  const before = after(event(definition, { data: { cents: 100_00 }, words: {} }));

  it('adds up, with the reference of each act', () => {
    const [recorded] = expectEvents(decide(before, said(), undefined, context));
    expect(recorded).toMatchObject({ type: definition.type, data: order });
    const state = commitment.evolve(before, recordedForm(recorded!, 2) as never);
    expect(state.exists && state.facts.budget[account]).toBe(80_100_00);
  });

  it('may be given back, never below nothing', () => {
    expectEvents(decide(before, said({ cents: -100_00 }), undefined, context));
    expect(expectRefusal(decide(before, said({ cents: -100_01 }), undefined, context))).toBe(
      'commitment.lessThanNothing',
    );
    expect(expectRefusal(decide(before, said({ cents: 0 }), undefined, context))).toBe('commitment.noAmount');
  });

  it('names an act, or a decision read in its stream: missing and there', () => {
    const { reference: _, ...unnamed } = order;
    const named = { ...unnamed, decision: someId('decision') };
    expect(expectRefusal(decide(before, unnamed, undefined, context))).toBe('commitment.budgetReferenceMissing');
    expect(expectRefusal(decide(before, named, decision.initial, context))).toBe('commitment.unknownDecision');
    expectEvents(decide(before, named, taken(), context));
  });

  it('is recorded when the bill comes after the works', () => {
    expectEvents(decide(after(claimed), said(), undefined, context));
  });

  it('refuses a commitment that does not exist, and a day to come', () => {
    expect(expectRefusal(decide(unmade, said(), undefined, context))).toBe('commitment.missing');
    expect(expectRefusal(decide(before, said({ occurredOn: '2026-04' }), undefined, context))).toBe(
      'commitment.toCome',
    );
  });
});

it('more may be spent than was committed: it is a fact, which pages flag', () => {
  const committed = after(event(budgetCommitted, { data: { cents: 10_00 }, words: {} }));
  expectEvents(decideBudgetSpent(committed, { ...order, cents: 20_00 }, undefined, context));
});
