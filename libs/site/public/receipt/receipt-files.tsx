import { receiptAddress, receiptFileAddress } from '@fil/ui/page/receipt-addresses';
import type { ReceiptPageProps } from './receipt.page';

/** The files, on the screen only; none while there is only the promise. */
export function ReceiptFiles({ frame, receipt, own }: ReceiptPageProps) {
  const { t } = frame;
  const { id } = receipt.entry;
  const file = receiptFileAddress(id);
  return (
    <section class="on-screen" aria-labelledby="files">
      <h2 id="files">{t.receipt.file}</h2>
      {receipt.proof === null ? (
        <details>
          <summary>{t.receipt.promiseText}</summary>
          <pre class="note">{receipt.promise.note}</pre>
        </details>
      ) : (
        <>
          {own && (
            <form method="post" action={frame.to(`${receiptAddress(id)}/preuve`)}>
              <input type="hidden" name="authorKey" value={own.authorKey} />
              <p>
                <button type="submit">{t.receipt.downloadOwn}</button>
              </p>
              <p class="small">{t.receipt.downloadOwnWhat}</p>
            </form>
          )}
          <ul>
            <li>
              <a href={file}>{t.receipt.download}</a> <span class="soft">({t.receipt.downloadWhat})</span>
            </li>
            <li>
              <a href={`${file}?openings=none`}>{t.receipt.downloadBare}</a>{' '}
              <span class="soft">({t.receipt.downloadBareWhat})</span>
            </li>
          </ul>
        </>
      )}
      <p class="soft small">{t.receipt.print}</p>
    </section>
  );
}
