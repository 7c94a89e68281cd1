/**
 * The slip of a date: each change of a planned date, with the date before, the date after, by how much, how long before
 * or after the date was due it was announced, who decided and why. Nothing when it never changed.
 */
import { formatWhen } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { Rescheduling } from '@fil/views/follow-up/shown-commitment.answer';
import { NameOf } from '../words/named';
import { TakenOverNote, WhenGiven } from '../words/origin';
import { ShownWords } from '../words/shown-words';

export function SlipOfADate({ frame, reschedulings }: { frame: Frame; reschedulings: readonly Rescheduling[] }) {
  if (reschedulings.length === 0) return null;
  return (
    <div class="stack-close">
      <h4>{frame.t.commitment.slipsTitle}</h4>
      <ol class="slip">
        {reschedulings.map((change) => (
          <Change frame={frame} change={change} />
        ))}
      </ol>
    </div>
  );
}

function Change({ frame, change }: { frame: Frame; change: Rescheduling }) {
  const { t, language } = frame;
  const written = (when: string | null) => (when === null ? t.commitment.noDate : formatWhen(when, language));
  return (
    <li>
      <p>
        <strong>{kindOf(frame, change)}</strong>
        {t.words.colon}
        <del>{written(change.from)}</del> → <ins>{written(change.to)}</ins>
        {change.days !== null && change.days !== 0 && <> ({byHowMuch(frame, change.days)})</>}
      </p>
      <p class="soft small">
        <WhenGiven frame={frame} given={change.given} />. {announcement(frame, change)}
      </p>
      <Why frame={frame} change={change} />
      {change.decidedBy && (
        <p>
          {t.commitment.decidedBy} <NameOf frame={frame} named={change.decidedBy} />
        </p>
      )}
      <TakenOverNote frame={frame} takenOver={change.given.takenOver} />
    </li>
  );
}

function kindOf({ t }: Frame, { from, to, days }: Rescheduling): string {
  if (from === null) return t.commitment.dateSet;
  if (to === null) return t.commitment.dateRemoved;
  if (days === null || days === 0) return t.commitment.dateChanged;
  return days > 0 ? t.commitment.dateLater : t.commitment.dateEarlier;
}

const byHowMuch = ({ t }: Frame, days: number): string =>
  days > 0 ? t.commitment.laterBy(t.commitment.days(days)) : t.commitment.earlierBy(t.commitment.days(-days));

function announcement({ t }: Frame, { announced }: Rescheduling): string | null {
  if (announced === null) return null;
  if (announced.days === 0) return t.commitment.announcedOnTheDay;
  const days = t.commitment.days(announced.days);
  return announced.before ? t.commitment.announcedBefore(days) : t.commitment.announcedAfter(days);
}

function Why({ frame, change }: { frame: Frame; change: Rescheduling }) {
  const { t, language } = frame;
  if (change.reasonKind === 'stated') return <ShownWords frame={frame} words={change.reason} />;
  if (change.reasonKind === 'withheld' && change.withheld) {
    const { ground, until } = change.withheld;
    return <p>{t.commitment.reasonWithheld(t.commitment.grounds[ground], formatWhen(until, language))}</p>;
  }
  return (
    <p class="note-absent">
      {change.reasonKind === 'notStatedBySource'
        ? `${t.commitment.reason}${t.words.colon}${t.commitment.reasonNotStated}`
        : t.commitment.reasonNone}
    </p>
  );
}
