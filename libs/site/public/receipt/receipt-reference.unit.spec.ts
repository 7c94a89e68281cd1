import { locator } from '@fil/log/transparency/fingerprint';
import { publicNumber } from '@fil/views/reading/public-number';
import { locatorIn, receiptReference } from './receipt-reference';

const leaf = Buffer.alloc(32, 0xc5);
const written = locator(259, leaf);
const [, letters] = /^259-(.*).$/.exec(written)!;

describe('what is typed to find a receipt', () => {
  it('is the id of an event, a number, or a locator as people type it', () => {
    const event = '00000000-0000-8000-8000-0000000000c1';
    expect(receiptReference(event.toUpperCase())).toEqual({ event });
    expect(receiptReference(publicNumber(259))).toEqual({ index: 259 });
    for (const typed of [
      written,
      written.toLowerCase(),
      ` ${written.replaceAll('-', ' – ')} `,
      written.replaceAll('0', 'O'),
    ]) {
      expect(receiptReference(typed)).toEqual({ index: 259, letters: letters!.replaceAll('-', '') });
    }
  });

  it('is nothing with a letter wrong', () => {
    const wrong = written.slice(0, -1) + (written.endsWith('A') ? 'B' : 'A');
    expect(locatorIn(wrong)).toBeNull();
    expect(receiptReference(wrong)).toBeNull();
    for (const typed of ['', '259-', "1' OR 1=1", 'piste cyclable', '99999999999999999-AAAA-AAAAA']) {
      expect(receiptReference(typed)).toBeNull();
    }
  });
});
