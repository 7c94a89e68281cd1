/** How far others vouch for an entry, in a word with a shape. Green only when the witnesses have confirmed. */
import { stateOf, type EntryReceipt, type ReceiptState } from '@fil/log/receipts/entry-receipt';
import { Badge, type Tone } from '@fil/ui/components/badge';
import type { StateShape } from '@fil/ui/components/state-mark';
import type { Frame } from '@fil/ui/page/frame';

const LOOKS: Readonly<Record<ReceiptState, { tone: Tone; shape: StateShape }>> = {
  promised: { tone: 'waiting', shape: 'empty' },
  recorded: { tone: 'waiting', shape: 'half' },
  confirmed: { tone: 'kept', shape: 'checked' },
  timeStamped: { tone: 'kept', shape: 'checked' },
};

export const ReceiptStateBadge = ({ frame, receipt }: { frame: Frame; receipt: EntryReceipt }) => (
  <Badge look={LOOKS[stateOf(receipt)]} words={stateWords(frame, receipt)} />
);

/** « Confirmée par les témoins (2 sur 3) ». */
function stateWords({ t }: Frame, receipt: EntryReceipt): string {
  const words = t.receipt.states[stateOf(receipt)];
  const { by = [], of = 0 } = receipt.proof?.checkpoint.confirmation ?? {};
  return by.length === 0 ? words : `${words} (${t.receipt.ofWitnesses(by.length, of)})`;
}
