/** A receipt's file as an answer, and what is said when there is none. */
import type { FastifyReply } from 'fastify';
import { isUuid } from '@fil/log/transparency/entry-forms';
import { locatorOf, receiptFile, type EntryReceipt } from '@fil/log/receipts/entry-receipt';
import type { ShownField } from '@fil/log/transparency/receipt';
import { ProblemError } from '@fil/ui/http/problem';

/** @throws ProblemError 404 when it cannot be the id of an event */
export function eventIn(typed: string): string {
  const event = typed.toLowerCase();
  if (!isUuid(event)) throw unknownEntry();
  return event;
}

export const unknownEntry = (): ProblemError =>
  new ProblemError(404, 'entry.unknown', {
    fr: 'Aucune inscription du registre ne porte cet identifiant. Si elle vient d’être enregistrée, recommencez dans quelques secondes.',
    en: 'No entry of the register has this id. If it has only just been recorded, try again in a few seconds.',
  });

const notYetCovered = (): ProblemError =>
  new ProblemError(404, 'receipt.notYetCovered', {
    fr: 'L’inscription est enregistrée, mais le registre ne l’a pas encore scellée : le fichier de preuve sera prêt dans quelques instants. D’ici là, conservez la promesse signée.',
    en: 'The entry is recorded, but the register has not sealed it yet: the proof file will be ready in a few moments. Until then, keep the signed promise.',
  });

/**
 * @param open what its holder may show
 * @throws ProblemError 404 while no checkpoint covers the entry
 */
export function sendReceiptFile(reply: FastifyReply, receipt: EntryReceipt, open: readonly ShownField[]): void {
  const file = receiptFile(receipt, open);
  if (file === null) throw notYetCovered();
  void reply
    .type('text/plain; charset=utf-8')
    .header('content-disposition', `attachment; filename="${locatorOf(receipt)}.tlog-proof"`)
    .send(file);
}
