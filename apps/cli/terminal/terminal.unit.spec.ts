import { Writable } from 'node:stream';
import type { Label } from '@fil/facts/codes/label';
import { inFrench } from './commander-french';
import { terminalLanguage } from './language';
import { ProgressLine } from './progress-line';
import { table } from './table';
import { Terminal } from './terminal';

describe('the language of the terminal', () => {
  it.each([
    [{}, 'fr'],
    [{ LANG: 'C.UTF-8' }, 'fr'],
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'en_GB', LC_ALL: 'fr_FR' }, 'fr'],
    [{ LANG: 'fr_FR', LC_MESSAGES: 'en_US' }, 'en'],
  ])('of %j is %s', (environment, language) => {
    expect(terminalLanguage(environment)).toBe(language);
  });

  it('turns the messages of the option parser into French', () => {
    expect(inFrench("error: unknown option '--dry'\n(Did you mean --dry-run?)")).toBe(
      'option inconnue : « --dry »\n(Vouliez-vous dire --dry-run ?)',
    );
  });
});

describe('a table', () => {
  it('is as wide as its cells, and puts figures to the right', () => {
    expect(
      table(
        ['nom', 'n'],
        [
          ['été', '5'],
          ['x', '120'],
        ],
        [1],
      ),
    ).toBe('nom    n\n---  ---\nété    5\nx    120');
  });
});

describe('a line of progress', () => {
  const shown = (steps: readonly (readonly [at: number, done: number])[], things?: Label): string[] => {
    const said: string[] = [];
    const err = new Writable({ write: (chunk: Buffer, _, done) => (said.push(chunk.toString()), done()) });
    let now = 0;
    const line = new ProgressLine(new Terminal('en', process.stdout, err), things, () => now);
    for (const [at, done] of steps) {
      now = at;
      line.at(done, 1_200);
    }
    return said;
  };

  it('shows rate and remaining time once the work has lasted for a second', () => {
    const steps = [
      [500, 1],
      [900, 40],
      [6_500, 600],
      [7_000, 650],
    ] as const;
    expect(shown(steps)).toEqual(['600 of 1,200 rows · 100 a second · 6 s to go\n']);
  });

  it('counts the rate from where it went on', () => {
    const steps = [
      [0, 1_000],
      [3_000, 1_000],
      [10_000, 1_100],
    ] as const;
    expect(shown(steps, { fr: 'événements', en: 'events' })).toEqual([
      '1,100 of 1,200 events · 10 a second · 10 s to go\n',
    ]);
  });
});
