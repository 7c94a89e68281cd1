import { councilOn, evolveCouncils, sharesByCouncil, type Council, type Planned } from './councils';

const began = (mandate: string, day: string): Parameters<typeof evolveCouncils>[1] => ({
  index: 0,
  id: mandate,
  type: 'authority.mandateBegan/1',
  stream: 'authority-018f6b1e-7c00-7000-8000-000000000001',
  at: `${day}T10:00:00Z`,
  occurredOn: null,
  cause: null,
  data: { mandate, body: 'conseil', began: day, reviewBy: '2026-12-31' },
});
const councils: readonly Council[] = [began('2026-2032', '2026-04-01'), began('2020-2026', '2020-07-01')].reduce<
  readonly Council[]
>(evolveCouncils, []);

const planned = (more: Partial<Planned> = {}): Planned => ({
  madeOn: '2025-01-10',
  plannedWhenMade: '2026-03-15',
  slips: [],
  closedOn: null,
  ...more,
});

describe('councils', () => {
  it('are in order of office, whenever they were recorded', () => {
    expect(councils.map(({ mandate }) => mandate)).toEqual(['2020-2026', '2026-2032']);
    expect([councilOn(councils, '2020-06-30'), councilOn(councils, '2026-04-01')?.mandate]).toEqual([
      null,
      '2026-2032',
    ]);
  });

  it('earlier lateness is never attributed to the new holder', () => {
    // Late from 16 March: 16 days until the 31st, then 10 until 10 April.
    expect(sharesByCouncil(planned(), councils, '2026-04-10')).toEqual([
      { mandate: '2020-2026', slippedDays: 0, daysLate: 16 },
      { mandate: '2026-2032', slippedDays: 0, daysLate: 10 },
    ]);
  });

  it('earlier slips are never attributed to the new holder', () => {
    const slips = [
      { on: '2026-02-01', from: '2026-03-15', to: '2026-05-14' },
      { on: '2026-05-01', from: '2026-05-14', to: '2026-05-24' },
    ];
    expect(sharesByCouncil(planned({ slips }), councils, '2026-05-20')).toEqual([
      { mandate: '2020-2026', slippedDays: 60, daysLate: 0 },
      { mandate: '2026-2032', slippedDays: 10, daysLate: 0 },
    ]);
  });

  it('counts the days late before a new date was given, and none after it was done', () => {
    const slips = [{ on: '2026-03-25', from: '2026-03-15', to: '2027' }];
    expect(sharesByCouncil(planned({ slips }), councils, '2026-06-01')[0]).toMatchObject({ daysLate: 9 });
    expect(sharesByCouncil(planned({ closedOn: '2026-03-17' }), councils, '2026-06-01')).toEqual([
      { mandate: '2020-2026', slippedDays: 0, daysLate: 2 },
    ]);
  });

  it('leaves what was before the first council this register knows to nobody', () => {
    expect(sharesByCouncil(planned({ madeOn: '2019', plannedWhenMade: null }), councils, '2026-06-01')).toEqual([
      { mandate: null, slippedDays: 0, daysLate: 0 },
    ]);
  });
});
