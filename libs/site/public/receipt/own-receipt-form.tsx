import { receiptAddress } from '@fil/ui/page/receipt-addresses';
import type { ReceiptPageProps } from './receipt.page';

/** For its author: the key travels in the body of a form, never in an address. */
export const OwnReceiptForm = ({ frame, receipt }: ReceiptPageProps) => (
  <section class="on-screen" aria-labelledby="yours">
    <h2 id="yours">{frame.t.receipt.yours}</h2>
    <p>{frame.t.receipt.yoursWhat}</p>
    <form class="key-form" method="post" action={frame.to(receiptAddress(receipt.entry.id))}>
      <label for="author-key">{frame.t.receipt.keyLabel}</label>
      <input id="author-key" name="authorKey" autocomplete="off" spellcheck={false} required maxLength={40} />
      <button type="submit">{frame.t.receipt.show}</button>
    </form>
  </section>
);
