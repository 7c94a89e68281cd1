/** What was said, word for word, and by what way it came. */
import { AUTHOR_KIND_LABELS, CHANNEL_LABELS, CONTRIBUTION_KIND_LABELS } from '@fil/facts/codes/contribution';
import { ACKNOWLEDGEMENT_CHANNEL_LABELS } from '@fil/facts/codes/words';
import { isErased, isWithheld, readable } from '@fil/log/vault/vault';
import { Definitions } from '@fil/ui/components/definitions';
import { Notice } from '@fil/ui/components/notice';
import { OnDate } from '@fil/ui/components/on-date';
import { formatOn } from '@fil/ui/format/dates';
import { localeOf } from '@fil/ui/format/numbers';
import type { Frame } from '@fil/ui/page/frame';
import type { Thread } from '@fil/views/thread/thread.answer';
import type { ThreadAcknowledgement } from '@fil/views/thread/words.answer';
import { NamesOf, nameWords } from '../words/named';
import { EnteredOn, isNotStated, sourceName, TakenOverNote } from '../words/origin';
import { ShownInline, ShownLine, ShownWords } from '../words/shown-words';
import { OutsideLink } from '../words/source-link';
import { Corrections } from './corrections';
import { OtherWordings } from './other-wordings';
import { TextVersions } from './text-versions';

interface Props {
  readonly frame: Frame;
  readonly thread: Thread;
}

export const SaidSection = ({ frame, thread }: Props) => (
  <section aria-labelledby="said">
    <h2 id="said">{frame.t.thread.said}</h2>
    {thread.admitted === null && thread.voided === null && (
      <Notice>
        <p>{frame.t.thread.notAdmitted}</p>
      </Notice>
    )}
    <Verbatim frame={frame} thread={thread} />
    <TextVersions frame={frame} thread={thread} />
    <OtherWordings frame={frame} thread={thread} />
    <Points frame={frame} thread={thread} />
    <HowItCame frame={frame} thread={thread} />
    <TakenOverNote frame={frame} takenOver={thread.recorded.takenOver} />
    <Corrections frame={frame} thread={thread} />
  </section>
);

function Verbatim({ frame, thread: { text, signature, recorded } }: Props) {
  if (text === null) {
    return (
      <p class="note-absent">
        {isNotStated(recorded, 'text') || recorded.takenOver ? frame.t.thread.noTextInSource : frame.t.thread.noText}
      </p>
    );
  }
  const name = readable(signature ?? undefined);
  const unread = isWithheld(text) || isErased(text);
  return (
    <>
      {unread ? (
        <ShownWords frame={frame} words={text} />
      ) : (
        <blockquote class="verbatim">
          <ShownWords frame={frame} words={text} class="" />
        </blockquote>
      )}
      {name !== undefined && <p class="soft">{frame.t.thread.signed(name)}</p>}
      {name === undefined && signature !== null && (
        <p class="soft">
          {frame.t.thread.author}
          {frame.t.words.colon}
          <ShownLine frame={frame} line={signature} />
        </p>
      )}
    </>
  );
}

function Points({ frame, thread: { points } }: Props) {
  const marked = points.filter(({ extract }) => extract !== null);
  if (marked.length < 2) return null;
  return (
    <>
      <p>{frame.t.thread.points(marked.length)}</p>
      <ol class="stack-close">
        {marked.map(({ extract }) => (
          <li>
            <ShownInline frame={frame} words={extract} />
          </li>
        ))}
      </ol>
    </>
  );
}

function HowItCame({ frame, thread }: Props) {
  const { t, label, language } = frame;
  const files = thread.attachments;
  return (
    <Definitions
      items={[
        {
          term: t.thread.received,
          is: (
            <>
              <OnDate frame={frame} when={thread.receivedOn} as="on" />
              {thread.recorded.enteredOn && (
                <>
                  , <EnteredOn frame={frame} day={thread.recorded.enteredOn} />
                </>
              )}
            </>
          ),
        },
        thread.channel && { term: t.thread.channel, is: label(CHANNEL_LABELS[thread.channel]) },
        thread.kind && { term: t.thread.kind, is: label(CONTRIBUTION_KIND_LABELS[thread.kind]) },
        thread.authorKind && {
          term: t.thread.author,
          is: isNotStated(thread.recorded, 'author') ? t.words.notStated : label(AUTHOR_KIND_LABELS[thread.authorKind]),
        },
        thread.themes.length > 0 && { term: t.thread.themes, is: <NamesOf frame={frame} named={thread.themes} /> },
        thread.place !== null && { term: t.thread.place, is: <ShownLine frame={frame} line={thread.place} /> },
        thread.territory && { term: t.thread.territory, is: thread.territory },
        files.length > 0 && {
          term: t.thread.attachments,
          is: files.map((file) => {
            const known = readable(file);
            return (
              <div>
                {known
                  ? t.thread.attachment(known.mediaType, formatBytes(known.bytes, language))
                  : isErased(file)
                    ? t.words.erasedShort
                    : t.words.withheldShort}
              </div>
            );
          }),
        },
        thread.words.acknowledgements.length > 0 && {
          term: t.authorWords.acknowledged,
          is: thread.words.acknowledgements.map((acknowledgement) => (
            <Acknowledgement frame={frame} acknowledgement={acknowledgement} />
          )),
        },
        thread.source && {
          term: t.thread.source,
          is: (
            <OutsideLink address={thread.source.address}>
              {sourceName(thread.source.name)}, {thread.source.id}
            </OutsideLink>
          ),
        },
      ]}
    />
  );
}

const Acknowledgement = ({ frame, acknowledgement }: { frame: Frame; acknowledgement: ThreadAcknowledgement }) => {
  const { t, label, language } = frame;
  const { channel, given, service, answerBy } = acknowledgement;
  return (
    <div>
      {t.authorWords.acknowledgement(
        label(ACKNOWLEDGEMENT_CHANNEL_LABELS[channel]),
        formatOn(given.occurredOn, language),
      )}
      {service && <>, {t.authorWords.service(nameWords(frame, service))}</>}
      {answerBy && <>, {t.authorWords.answerBy(formatOn(answerBy, language))}</>}
    </div>
  );
};

const formatBytes = (bytes: number, language: Frame['language']): string => {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(amount);
};
