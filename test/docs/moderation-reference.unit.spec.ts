import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODERATION_GROUND_TABLE } from '@fil/facts/codes/moderation';

it('the reference of moderation has every ground with its legal basis', () => {
  const page = readFileSync(join(__dirname, '../../docs/reference/moderation.md'), 'utf8');
  const rows = Object.entries(MODERATION_GROUND_TABLE).map(([code, { source }]) => `| \`${code}\` | ${source} |`);
  expect(page).toContain(rows.join('\n'));
});
