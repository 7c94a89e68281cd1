import type { DeclaredTie } from './independence';
import { independenceOn, mayVerifyOn, type CommitteeMember } from './independence';

const member = (ties: readonly DeclaredTie[], more: Partial<CommitteeMember> = {}): CommitteeMember => ({
  member: 'a',
  joinedOn: '2026-01-10',
  leftOn: null,
  declared: [{ from: '2026-01-10', ties }],
  ...more,
});
const free = member([]);

describe('a committee is independent', () => {
  it('when no member holds, or held in the last three years, an office, post or contract with the authority', () => {
    expect(independenceOn([free], '2026-03-01')).toBe('independent');
    for (const kind of ['office', 'post', 'contract'] as const)
      expect(independenceOn([free, member([{ kind }])], '2026-03-01')).toBe('mixed');
  });

  it('again once three years are over, from date to date', () => {
    const left = member([{ kind: 'post', endedOn: '2023-03-03' }]);
    expect(independenceOn([left], '2026-03-03')).toBe('mixed');
    expect(independenceOn([left], '2026-03-04')).toBe('independent');
    const leapDay = member([{ kind: 'office', endedOn: '2024-02-29' }]);
    expect(independenceOn([leapDay], '2027-02-28')).toBe('mixed');
    expect(independenceOn([leapDay], '2027-03-01')).toBe('independent');
  });

  it('counted from the last day that an end may mean', () => {
    const thatYear = member([{ kind: 'contract', endedOn: '2023' }]);
    expect(independenceOn([thatYear], '2026-12-31')).toBe('mixed');
    expect(independenceOn([thatYear], '2027-01-01')).toBe('independent');
  });

  it('on the day asked: by who was a member then, and what had been declared', () => {
    const late = member([{ kind: 'post' }], {
      joinedOn: '2026-02-01',
      declared: [{ from: '2026-02-01', ties: [{ kind: 'post' }] }],
    });
    expect(independenceOn([free, late], '2026-01-31')).toBe('independent');
    expect(independenceOn([free, late], '2026-02-01')).toBe('mixed');
    expect(independenceOn([free, { ...late, leftOn: '2026-03-01' }], '2026-02-28')).toBe('mixed');
    expect(independenceOn([free, { ...late, leftOn: '2026-03-01' }], '2026-03-01')).toBe('independent');
    const tiedSince = member([], {
      declared: [
        { from: '2026-01-10', ties: [] },
        { from: '2026-04-01', ties: [{ kind: 'contract' }] },
      ],
    });
    expect(independenceOn([tiedSince], '2026-03-31')).toBe('independent');
    expect(independenceOn([tiedSince], '2026-04-01')).toBe('mixed');
  });

  it('not by leaving out of a later declaration a tie that had no end: it counts three years from that day', () => {
    const dropping = (ties: readonly DeclaredTie[], from = '2026-04-01'): CommitteeMember =>
      member([], {
        declared: [
          { from: '2026-01-10', ties: [{ kind: 'contract' }] },
          { from, ties },
        ],
      });
    expect(independenceOn([dropping([])], '2026-04-01')).toBe('mixed');
    expect(independenceOn([dropping([])], '2029-04-01')).toBe('mixed');
    expect(independenceOn([dropping([])], '2029-04-02')).toBe('independent');
    // Nor by dating the later one back, nor by an end before the day on which it was still held.
    expect(independenceOn([dropping([], '2020-01-01')], '2029-01-10')).toBe('mixed');
    const ended = (endedOn: string) => dropping([{ kind: 'contract', endedOn }]);
    expect(independenceOn([ended('2020')], '2029-01-10')).toBe('mixed');
    expect(independenceOn([ended('2026-02-15')], '2029-02-15')).toBe('mixed');
    expect(independenceOn([ended('2026-02-15')], '2029-02-16')).toBe('independent');
    // Another tie of the same kind says nothing of the time before it.
    expect(independenceOn([dropping([{ kind: 'contract' }])], '2040-01-01')).toBe('mixed');
  });

  it('never without a member: only an independent one can record verified or contested', () => {
    expect(independenceOn([], '2026-03-01')).toBe('noMembers');
    expect(independenceOn([free], '2026-01-09')).toBe('noMembers');
    expect(mayVerifyOn([], '2026-03-01')).toBe(false);
    expect(mayVerifyOn([free], '2026-03-01')).toBe(true);
    expect(mayVerifyOn([free, member([{ kind: 'post' }])], '2026-03-01')).toBe(false);
  });
});
