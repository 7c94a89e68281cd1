import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomesReference } from './outcomes-reference';

const FILE = join(__dirname, '../../docs/reference/outcomes.md');

describe('docs/reference/outcomes.md', () => {
  it('says what the table says', () => {
    if (process.env['UPDATE_DOCS']) writeFileSync(FILE, outcomesReference());
    expect(readFileSync(FILE, 'utf8')).toBe(outcomesReference());
  });
});
