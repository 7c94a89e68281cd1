import { concernedBy, memberStandings, summedUp, type Copy, type MemberFacts, type Movement } from './carried';

const point = (n: number) => ({ contribution: `contribution-${n}`, point: 1 });
const attached = (event: string, ...numbers: number[]): Movement => ({
  event,
  does: 'attached',
  members: numbers.map(point),
});
const detached = (event: string, ...numbers: number[]): Movement => ({
  event,
  does: 'detached',
  members: numbers.map(point),
});
const answered = (event: string, outcome: 'considered' | 'answered' = 'considered') =>
  ({ event, does: 'answered', outcome, mergedInto: null }) as const;
const copy = (n: number, cause: string, known = true): Copy => ({
  event: `copy-${n}-${cause}`,
  contribution: point(n).contribution,
  point: known ? 1 : null,
  cause,
});
const facts = (n: number, change: Partial<MemberFacts> = {}): [string, MemberFacts] => [
  point(n).contribution,
  { kind: 'proposal', withdrawn: false, voided: false, inadmissible: false, points: {}, ...change },
];
const having = (event: string) => ({ points: { 1: { answer: { event }, transferred: false } } });
const states = (
  history: Parameters<typeof concernedBy>[0],
  ...given: [ReadonlyMap<string, MemberFacts>, readonly Copy[]]
): Record<string, string> =>
  Object.fromEntries(
    memberStandings(concernedBy(history), ...given).map(({ contribution, state, passedOver }) => [
      contribution.slice('contribution-'.length),
      passedOver ?? state,
    ]),
  );

describe('how far a common answer has come', () => {
  it('is nothing while there is none', () => {
    expect(states([attached('a', 1, 2), detached('b', 2)], new Map(), [])).toEqual({ 1: 'noAnswer' });
  });

  it('counts who was a member when it was given, and who joined since', () => {
    const history = [attached('a', 1, 2, 3), detached('b', 3), answered('o'), attached('c', 4)];
    expect(states(history, new Map(), [copy(1, 'o'), copy(4, 'c')])).toEqual({
      1: 'answered',
      2: 'waiting',
      4: 'answered',
    });
  });

  it('lists who was passed over, and why', () => {
    const history = [attached('a', 1, 2, 3, 4, 5, 6, 7), answered('o', 'answered'), detached('b', 3)];
    const known = new Map([
      facts(1, { ...having('another') }),
      facts(2, { withdrawn: true }),
      facts(3),
      facts(4, { voided: true }),
      facts(5, { inadmissible: true }),
      facts(6, { points: { 1: { answer: null, transferred: true } } }),
      facts(7),
    ]);
    expect(states(history, known, [])).toEqual({
      1: 'ownAnswer',
      2: 'withdrawn',
      3: 'left',
      4: 'voided',
      5: 'inadmissible',
      6: 'transferred',
      7: 'otherKind',
    });
    expect(summedUp(memberStandings(concernedBy(history), known, []))).toMatchObject({
      of: 7,
      answered: 0,
      waiting: 0,
      passedOver: 7,
      passedOverBecause: { ownAnswer: 1, left: 1 },
    });
  });

  it('has reached who got it, whatever she did afterwards', () => {
    const history = [attached('a', 1, 2), answered('o'), detached('b', 1)];
    const known = new Map([facts(1), facts(2, having('her own, later'))]);
    expect(states(history, known, [copy(1, 'o'), copy(2, 'o')])).toEqual({ 1: 'answered', 2: 'answered' });
  });

  it('waits for who has the one it replaces, and only for those', () => {
    const history = [attached('a', 1, 2, 3), answered('o'), answered('p')];
    const known = new Map([facts(1, having('copy-1-o')), facts(2, having('copy-2-p')), facts(3, having('her own'))]);
    expect(states(history, known, [copy(1, 'o'), copy(2, 'o'), copy(2, 'p')])).toEqual({
      1: 'waiting',
      2: 'answered',
      3: 'ownAnswer',
    });
  });

  it('is told of a contribution that is not public by what caused its answer', () => {
    expect(states([attached('a', 1), answered('o')], new Map(), [copy(1, 'o', false)])).toEqual({ 1: 'answered' });
  });
});
