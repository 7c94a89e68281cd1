import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMULA } from '@fil/facts/figures/commitment-tree';

it('docs/reference/commitments.md gives the formula that figures are made with', () => {
  const page = readFileSync(join(__dirname, '../../docs/reference/commitments.md'), 'utf8');
  expect(page).toContain(`> ${FORMULA.text.en}`);
});
