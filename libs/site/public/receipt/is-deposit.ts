import type { EntryReceipt } from '@fil/log/receipts/entry-receipt';

/** Whether it is the receipt of a deposit itself, rather than of something that became of it. */
export const isDeposit = ({ entry }: EntryReceipt): boolean => entry.type.startsWith('contribution.recorded/');
