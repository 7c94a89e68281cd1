import { LEVEL_LABELS } from '@fil/facts/codes/consultation';
import { formatFor } from '@fil/ui/format/dates';
import { formatNumber } from '@fil/ui/format/numbers';
import type { Frame } from '@fil/ui/page/frame';
import type { ConsultationSummary } from '@fil/views/consultations/consultations.answer';
import { consultationAddress } from '../words/addresses';
import { ShownTitle } from '../words/shown-words';
import { depositWords } from './deposit-state';

interface Props {
  readonly frame: Frame;
  readonly items: readonly ConsultationSummary[];
  /** Of the headings: it depends on what they stand under. */
  readonly level: 2 | 3;
}

export const ConsultationList = ({ frame, items, level }: Props) => (
  <ul class="results">
    {items.map((item) => (
      <Summary frame={frame} item={item} level={level} />
    ))}
  </ul>
);

function Summary({ frame, item, level }: { frame: Frame; item: ConsultationSummary; level: 2 | 3 }) {
  const { t, label, language } = frame;
  const Heading = level === 2 ? 'h2' : 'h3';
  const number = (value: number) => formatNumber(value, language);
  return (
    <li>
      <Heading>
        <a href={frame.to(consultationAddress(item.id))}>
          <ShownTitle frame={frame} title={item.title} />
        </a>
      </Heading>
      <p>
        {depositWords(frame, item.deposit)}.{' '}
        {item.promised ? (
          item.dueOn !== null && `${t.backlog.promisedFor(formatFor(item.dueOn, language))}.`
        ) : (
          <strong>{t.consultations.noPromise}</strong>
        )}
      </p>
      <ul class="meta">
        <li>{label(LEVEL_LABELS[item.level])}</li>
        <li>{t.home.received(item.counts.received)}</li>
        <li>
          {t.consultations.answered}
          {t.words.colon}
          {number(item.counts.answered)}
        </li>
        <li>
          {t.consultations.late}
          {t.words.colon}
          {number(item.counts.late)}
        </li>
      </ul>
    </li>
  );
}
