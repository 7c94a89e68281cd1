import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RECEIPT_FAILURES } from '@fil/log/transparency/receipt-failures';
import { vectorText } from '../transparency/vectors';

const page = readFileSync(join(__dirname, '../../docs/reference/proofs.md'), 'utf8');

describe('the reference of proofs and receipts', () => {
  it.each(['policy.txt', 'promise.note'])('shows the golden %s', (file) => {
    expect(page).toContain(`\`\`\`\n${vectorText(`../receipts/1/${file}`)}\`\`\``);
  });

  it('lists the failures in the order in which they are told', () => {
    const listed = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, failure]) => failure);
    expect(listed).toEqual(Object.keys(RECEIPT_FAILURES));
  });
});
