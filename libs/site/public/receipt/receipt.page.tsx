/** A receipt to print on one sheet: the front for a person, the back for whoever checks. */
import type { EntryReceipt } from '@fil/log/receipts/entry-receipt';
import type { Disclosed } from '@fil/log/vault/vault';
import { Layout } from '@fil/ui/page/layout';
import type { Frame } from '@fil/ui/page/frame';
import type { Authority } from '@fil/views/authorities/authorities.answer';
import type { Consultation } from '@fil/views/consultations/consultations.answer';
import type { Thread } from '@fil/views/thread/thread.answer';
import { FrontSection } from './front.section';
import { isDeposit } from './is-deposit';
import { OwnReceiptForm } from './own-receipt-form';
import { ProofSection } from './proof.section';
import { ReceiptFiles } from './receipt-files';

export interface ReceiptPageProps {
  readonly frame: Frame;
  readonly receipt: EntryReceipt;
  /** Names of the witnesses that are asked. */
  readonly witnesses: readonly string[];
  /** The contribution it is about; null for an event of anything else. */
  readonly about: {
    readonly thread: Thread;
    readonly consultation: Consultation | null;
    /** Those who answer, or else who organises. */
    readonly authorities: readonly Authority[];
  } | null;
  /** What its author has opened with her key; null for anybody else. */
  readonly own: { readonly disclosed: Disclosed; readonly authorKey: string } | null;
  /** Of this site, as it is typed: `participation.example.fr`. */
  readonly site: string;
}

export function ReceiptPage(props: ReceiptPageProps) {
  const { frame, about } = props;
  const title = isDeposit(props.receipt) ? frame.t.receipt.deposit : frame.t.receipt.entry;
  return (
    <Layout
      frame={frame}
      title={about ? `${title} (${frame.t.receipt.frontOf(about.thread.number)})` : title}
      state={about?.thread.shown ?? null}
    >
      <article class="receipt">
        <FrontSection {...props} />
        <ProofSection {...props} />
        <ReceiptFiles {...props} />
        {about !== null && props.own === null && <OwnReceiptForm {...props} />}
      </article>
    </Layout>
  );
}
