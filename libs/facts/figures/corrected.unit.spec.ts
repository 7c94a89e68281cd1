import type { FactEvent } from './fact-event';
import { corrected } from './corrected';
import { recordFacts } from './record-facts';

const entry = (id: string, type: string, data: object, occurredOn: string | null = null): FactEvent => ({
  index: 0,
  id,
  type,
  stream: 'commitment-0b6c1b2e-6f0e-4d2b-9f43-000000000001',
  at: '2026-03-03T09:42:00Z',
  occurredOn,
  cause: null,
  data: data as FactEvent['data'],
});
const correction = (event: string, field: string, from: unknown, to: unknown): FactEvent =>
  entry(`${event}-${field}`, 'commitment.entryCorrected/1', {
    event,
    field: `/${field}`,
    from: { [field]: from },
    to: { [field]: to },
  });
const made = entry('made', 'commitment.made/1', { answers: [], themes: [], budgetVoted: 900 }, '2026-02-01');
const moved = entry('moved', 'commitment.rescheduled/1', { from: null, to: '2027' });

describe('errors of entry', () => {
  it('are corrected where they were made, and stay on the page', () => {
    const history = [
      made,
      correction('made', 'budgetVoted', 900, 90_000),
      correction('made', 'occurredOn', '2026-02-01', '2026-01-31'),
    ];
    const [first, ...others] = corrected(history);
    expect(first).toMatchObject({ occurredOn: '2026-01-31', data: { budgetVoted: 90_000 } });
    expect(others).toEqual(history.slice(1));
  });

  it('are corrected again: the last value holds', () => {
    const again = [correction('made', 'budgetVoted', 900, 90_000), correction('made', 'budgetVoted', 90_000, null)];
    expect(corrected([made, ...again])[0]!.data).toEqual({ answers: [], themes: [] });
  });

  it('touch nothing else of the entry, nor any other', () => {
    const [, second] = corrected([made, moved, correction('moved', 'occurredOn', null, '2026-02-20')]);
    expect(second).toEqual({ ...moved, occurredOn: '2026-02-20' });
    expect(corrected([made, moved])).toEqual([made, moved]);
  });

  it('that are not public correct nothing', () => {
    expect(corrected([made, entry('x', 'commitment.entryCorrected/1', {})])).toEqual([made, expect.anything()]);
  });

  it('the figures use the corrected value', () => {
    const record = recordFacts([made, correction('made', 'budgetVoted', 900, 90_000), moved]);
    const facts = record.commitments.get(made.stream)!;
    expect(facts.budget.voted).toBe(90_000);
    expect(facts.plannedNow).toBe('2027');
  });
});
