import { formatOn, formatWhen } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { ConsultationSummary } from '@fil/views/consultations/consultations.answer';

/** « Recueil ouvert jusqu’au 3 mars 2026 », « Recueil clos le 3 mars 2026 ». */
export function depositWords(
  { t, language }: Frame,
  { state, until, closedOn }: ConsultationSummary['deposit'],
): string {
  if (state === 'notOpened') return t.consultations.depositNotOpened;
  if (state === 'open') {
    return until === null ? t.consultations.depositOpen : t.consultations.depositOpenUntil(formatWhen(until, language));
  }
  return closedOn === null
    ? t.consultations.depositClosed
    : t.consultations.depositClosedOn(formatOn(closedOn, language));
}
