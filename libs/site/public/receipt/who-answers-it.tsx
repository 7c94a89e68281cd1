import { formatFor, formatWhen } from '@fil/ui/format/dates';
import { Definitions } from '@fil/ui/components/definitions';
import type { Frame } from '@fil/ui/page/frame';
import type { Authority } from '@fil/views/authorities/authorities.answer';
import { promiseWords } from '../consultations/who-answers';
import { nameWords } from '../words/named';
import { ShownInline, ShownLine, titleWords } from '../words/shown-words';
import type { ReceiptPageProps } from './receipt.page';

/** Who undertook to answer, by when, and where they are reached. Nobody: said as plainly. */
export function WhoAnswersIt({
  frame,
  about: { thread, consultation, authorities },
}: {
  readonly frame: Frame;
  readonly about: NonNullable<ReceiptPageProps['about']>;
}) {
  const { t, language } = frame;
  const [acknowledged] = thread.words.acknowledgements.slice(-1);
  return (
    <>
      <h2>{t.receipt.whoAnswers}</h2>
      <p>
        {t.receipt.consultation}
        {t.words.colon}
        <ShownInline frame={frame} words={thread.consultation.title} />
      </p>
      {!thread.consultation.promised && <p>{t.receipt.nobody}</p>}
      {consultation !== null && thread.consultation.promised && (
        <ul>
          {consultation.addressees.flatMap(({ authority, promise, dueOn }) =>
            promise === null
              ? []
              : [
                  <li>
                    {t.receipt.answersBy(titleWords(frame, authority.name).text, promiseWords(frame, promise))}
                    {dueOn !== null && <> {t.consultations.dueOn(formatWhen(dueOn, language))}.</>}
                  </li>,
                ],
          )}
        </ul>
      )}
      {acknowledged?.service && (
        <p>
          {t.receipt.service}
          {t.words.colon}
          {nameWords(frame, acknowledged.service)}
          {acknowledged.answerBy && <>, {t.authorWords.answerBy(formatFor(acknowledged.answerBy, language))}</>}
        </p>
      )}
      {authorities.map((authority) => (
        <Reached frame={frame} authority={authority} />
      ))}
    </>
  );
}

const Reached = ({ frame, authority: { name, address, telephone } }: { frame: Frame; authority: Authority }) => (
  <div class="reached">
    <p>
      <strong>
        <ShownInline frame={frame} words={name} />
      </strong>
    </p>
    <Definitions
      rows
      items={[
        address !== null && { term: frame.t.receipt.address, is: <ShownLine frame={frame} line={address} /> },
        telephone !== null && { term: frame.t.receipt.telephone, is: <ShownLine frame={frame} line={telephone} /> },
      ]}
    />
  </div>
);
