/** Clerical errors put right: both values stay on the page. */
import { CHANNEL_LABELS, CONTRIBUTION_KIND_LABELS } from '@fil/facts/codes/contribution';
import type { Label } from '@fil/facts/codes/label';
import { isWhen } from '@fil/facts/dates/when';
import { formatOn, formatWhen } from '@fil/ui/format/dates';
import { formatMoney, formatNumber } from '@fil/ui/format/numbers';
import type { Frame } from '@fil/ui/page/frame';
import type { Thread } from '@fil/views/thread/thread.answer';
import { readable } from '@fil/log/vault/vault';
import { inReadersLanguage } from '../words/languages';
import { ShownWords } from '../words/shown-words';

export function Corrections({ frame, thread }: { frame: Frame; thread: Thread }) {
  const { t, language } = frame;
  if (thread.corrections.length + thread.words.entryCorrections.length === 0) return null;
  const names: Readonly<Record<string, string>> = {
    '/kind': t.thread.fieldKind,
    '/channel': t.thread.fieldChannel,
    '/themes': t.thread.fieldThemes,
    '/receivedOn': t.thread.fieldReceivedOn,
    '/territory': t.thread.fieldTerritory,
  };
  return (
    <div class="stack-close">
      <h3>{t.thread.corrections}</h3>
      <ul class="stack-close">
        {thread.corrections.map(({ field, from, to, given, reason }) => (
          <li>
            {t.thread.correction(
              names[field] ?? t.thread.fieldOther,
              valueOf(frame, thread, field, from),
              valueOf(frame, thread, field, to),
              formatOn(given.occurredOn, language),
            )}
            <ShownWords frame={frame} words={reason} class="soft" />
          </li>
        ))}
        {thread.words.entryCorrections.map(({ field, from, to, given, reason }) => (
          <li>
            {t.authorWords.correctionIn(
              entryFields(frame)[field] ?? t.thread.fieldOther,
              entryValue(frame, field, from),
              entryValue(frame, field, to),
              formatOn(given.occurredOn, language),
            )}
            <ShownWords frame={frame} words={reason} class="soft" />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of decisions and commitments. */
const entryFields = ({ t }: Frame): Readonly<Record<string, string>> => ({
  '/occurredOn': t.authorWords.fieldDate,
  '/budgetVoted': t.authorWords.fieldBudget,
  '/votes': t.authorWords.fieldVotes,
  '/act': t.authorWords.fieldAct,
});

function entryValue(frame: Frame, field: string, value: unknown): string {
  if (value === null) return frame.t.thread.fieldEmpty;
  if (isWhen(value)) return formatWhen(value, frame.language);
  if (field === '/votes') {
    const votes = value as { for: number; against: number; abstained: number };
    return frame.t.thread.voteCounts(votes.for, votes.against, votes.abstained);
  }
  if (field === '/act') return Object.values(value as object).join(', ');
  if (typeof value !== 'number') return typeof value === 'string' ? value : frame.t.thread.fieldOther;
  return field === '/budgetVoted' || field === '/cents'
    ? formatMoney(value, frame.language)
    : formatNumber(value, frame.language);
}

function valueOf(frame: Frame, thread: Thread, field: string, value: unknown): string {
  if (value === null || value === undefined) return frame.t.thread.fieldEmpty;
  const labels: Readonly<Record<string, Label>> | undefined =
    field === '/kind' ? CONTRIBUTION_KIND_LABELS : field === '/channel' ? CHANNEL_LABELS : undefined;
  if (typeof value === 'string' && labels?.[value]) return frame.label(labels[value]);
  if (field === '/receivedOn' && isWhen(value)) return formatWhen(value, frame.language);
  if (Array.isArray(value)) {
    const themes = value.map((code: unknown) => {
      const name = readable(thread.names.themes[String(code)]);
      return name ? inReadersLanguage(name, frame.language).text : String(code);
    });
    return themes.length > 0 ? themes.join(', ') : frame.t.thread.fieldEmpty;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : frame.t.thread.fieldEmpty;
}
