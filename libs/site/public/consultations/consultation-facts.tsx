import { LEVEL_LABELS, ORIGIN_LABELS } from '@fil/facts/codes/consultation';
import { CHANNEL_LABELS } from '@fil/facts/codes/contribution';
import { formatOn, formatWhen } from '@fil/ui/format/dates';
import { formatMoney } from '@fil/ui/format/numbers';
import { Definitions } from '@fil/ui/components/definitions';
import { NameOf, NamesOf } from '../words/named';
import { ShownTitle } from '../words/shown-words';
import type { ConsultationProps } from './consultation.page';

export function ConsultationFacts({ frame, consultation }: ConsultationProps) {
  const { t, label, language } = frame;
  const { organiser, orderedBy, animatedBy, origin, amountAtStake, channels, themes, depositPeriod } = consultation;
  return (
    <section class="section">
      <Definitions
        rows
        items={[
          { term: t.consultations.level, is: label(LEVEL_LABELS[consultation.level]) },
          {
            term: t.consultations.organiser,
            is: organiser.name === null ? organiser.id : <ShownTitle frame={frame} title={organiser.name} />,
          },
          orderedBy && { term: t.consultations.orderedBy, is: <NameOf frame={frame} named={orderedBy} /> },
          animatedBy && { term: t.consultations.animatedBy, is: <NameOf frame={frame} named={animatedBy} /> },
          origin && { term: t.consultations.origin, is: label(ORIGIN_LABELS[origin]) },
          amountAtStake !== null && { term: t.consultations.amount, is: formatMoney(amountAtStake, language) },
          channels.length > 0 && {
            term: t.consultations.channels,
            is: channels.map((channel) => label(CHANNEL_LABELS[channel])).join(', '),
          },
          themes.length > 0 && { term: t.consultations.themes, is: <NamesOf frame={frame} named={themes} /> },
          depositPeriod && { term: t.consultations.period, is: formatWhen(depositPeriod, language) },
          { term: t.consultations.wordsPublic, is: t.consultations[consultation.wordsPublic] },
        ]}
      />
      <p class="soft small">
        {t.consultations.openedOn(formatOn(consultation.opened.occurredOn, language))}.{' '}
        {consultation.recordedAfterwards && t.consultations.afterwards}
      </p>
    </section>
  );
}
