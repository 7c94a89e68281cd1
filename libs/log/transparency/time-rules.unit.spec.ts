import { instant } from '../../../test/transparency/sample-register';
import { TimeRules, TOLERANCE, type WitnessedSize } from './time-rules';

const T = 1_772_531_000;
/** Entry n claims T + seconds[n]. */
function findings(seconds: readonly number[], witnessed: readonly WitnessedSize[] = []): [string, number, number][] {
  const rules = new TimeRules(witnessed);
  return seconds.flatMap((second, n) =>
    rules
      .check(n, instant(T + second))
      .map(({ fault, index, bound }): [string, number, number] => [fault, index, bound - T]),
  );
}

describe('the times of entries', () => {
  it('that grow, and lie between the checkpoints around them, can be true', () => {
    const witnessed = [
      { size: 2, time: T + 20 },
      { size: 4, time: T + 40 },
    ];
    expect(findings([0, 10, 25, 35, 50], witnessed)).toEqual([]);
    expect(findings([])).toEqual([]);
  });

  it('before a checkpoint that the entry is not in are back-dated, with a minute for clocks', () => {
    const witnessed = [{ size: 2, time: T + 1000 }];
    expect(findings([1000, 1000, 1000 - TOLERANCE], witnessed)).toEqual([]);
    expect(findings([950, 950, 1000 - TOLERANCE - 1], witnessed)).toEqual([['backDated', 2, 1000]]);
  });

  it('after a checkpoint that the entry is in are post-dated, with a minute for clocks', () => {
    const witnessed = [{ size: 2, time: T + 1000 }];
    expect(findings([1000, 1000 + TOLERANCE], witnessed)).toEqual([]);
    expect(findings([1000, 1000 + TOLERANCE + 1], witnessed)).toEqual([['postDated', 1, 1000]]);
  });

  it('that fall back by more than a minute are out of order', () => {
    expect(findings([500, 500 - TOLERANCE, 500 - TOLERANCE - 1, 600])).toEqual([['outOfOrder', 2, 500]]);
  });

  it('are bound by the latest checkpoint before and the first after, whatever order they come in', () => {
    const witnessed = [
      { size: 3, time: T + 3000 },
      { size: 1, time: T + 1500 },
      { size: 1, time: T + 1000 },
      { size: 2, time: T + 2000 },
    ];
    expect(findings([900, 1400, 2500, 3500], witnessed)).toEqual([['backDated', 1, 1500]]);
    expect(findings([1070, 1800, 2500, 3500], witnessed)).toEqual([['postDated', 0, 1000]]);
  });
});
