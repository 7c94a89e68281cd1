import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shortened, type Finding } from './finding';
import { FindingLog } from './finding-log';

const finding = (more: Partial<Finding>): Finding => ({
  severity: 'odd',
  file: 'a.csv',
  line: 2,
  column: 'b',
  value: 'c',
  reason: 'r',
  message: { fr: 'à voir', en: 'odd' },
  ...more,
});

describe('what an import found', () => {
  it('counts by reason, rejected first, and keeps notices out of the table', () => {
    const log = new FindingLog(null, 'fr');
    [
      finding({}),
      finding({}),
      finding({ severity: 'notice', reason: 'n' }),
      finding({ severity: 'rejected', reason: 'x' }),
    ].forEach(log.add);
    expect(log.byReason.map(({ reason, count }) => [reason, count])).toEqual([
      ['x', 1],
      ['r', 2],
      ['n', 1],
    ]);
    expect(log.toShow).toHaveLength(3);
    expect(log.count('rejected')).toBe(1);
  });

  it('writes every one of them to the report, guarded against formulas', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fil-report-'));
    const path = join(folder, 'report.csv');
    const log = new FindingLog(path, 'en');
    log.add(finding({ value: '=1+1', message: { fr: 'x', en: 'say "so", twice' } }));
    log.add(finding({ severity: 'notice' }));
    await log.close();
    const [header, first, second] = readFileSync(path, 'utf8').split('\r\n');
    expect(header).toBe('\uFEFFseverity,file,line,column,value,reason,explanation');
    expect(first).toBe(`odd,a.csv,2,b,'=1+1,r,"say ""so"", twice"`);
    expect(second).toMatch(/^notice,/);
    rmSync(folder, { recursive: true });
  });

  it('fails when the report cannot be written', async () => {
    const log = new FindingLog('/nowhere/at/all.csv', 'fr');
    log.add(finding({}));
    await expect(log.close()).rejects.toThrow(/ENOENT/);
  });

  it('shortens a value without cutting a character', () => {
    expect(shortened('a\n  b')).toBe('a b');
    expect(shortened('🌳🌳🌳', 2)).toBe('🌳…');
  });
});
