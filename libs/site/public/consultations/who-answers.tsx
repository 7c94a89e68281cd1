/** Who undertook to answer, and by when. Nobody: said as plainly. */
import { formatFor, formatWhen } from '@fil/ui/format/dates';
import { Notice } from '@fil/ui/components/notice';
import type { Frame } from '@fil/ui/page/frame';
import type { AnswerPromise } from '@fil/views/consultations/consultations.answer';
import { ShownTitle } from '../words/shown-words';
import type { ConsultationProps } from './consultation.page';

export function WhoAnswers({ frame, consultation: { addressees, promised } }: ConsultationProps) {
  const { t, language } = frame;
  return (
    <section class="section" aria-labelledby="promise">
      <h2 id="promise">{t.consultations.whoAnswers}</h2>
      {!promised && (
        <Notice tone="waiting">
          <p>
            <strong>{t.consultations.noPromise}</strong>
          </p>
        </Notice>
      )}
      {addressees.length > 0 && (
        <ul>
          {addressees.map(({ authority, promise, dueOn }) => (
            <li>
              <strong>
                {authority.name === null ? authority.id : <ShownTitle frame={frame} title={authority.name} />}
              </strong>
              {t.words.colon}
              {promise ? promiseWords(frame, promise) : t.consultations.noPromiseFor}.
              {dueOn !== null && <> {t.consultations.dueOn(formatWhen(dueOn, language))}.</>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function promiseWords({ t, language }: Frame, { amount, unit, by }: AnswerPromise): string {
  if (by !== undefined) return t.consultations.promiseBy(formatFor(by, language));
  if (amount === undefined || unit === undefined) return t.consultations.noPromiseFor;
  return t.consultations.promiseAfter(t.consultations[unit](amount));
}
