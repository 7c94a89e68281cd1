/** The dated line: everything that happened, in the order in which it happened. */
import { OnDate } from '@fil/ui/components/on-date';
import { formatNumber } from '@fil/ui/format/numbers';
import type { Frame } from '@fil/ui/page/frame';
import { readable } from '@fil/log/vault/vault';
import type { Thread, ThreadStep } from '@fil/views/thread/thread.answer';
import { receiptAddress } from '@fil/ui/page/receipt-addresses';
import { inReadersLanguage } from '../words/languages';
import { EnteredOn, sourceName, TakenOverNote } from '../words/origin';
import { ShownTitle } from '../words/shown-words';
import { detailOf } from './step-detail';

export const HappenedSection = ({ frame, thread }: { frame: Frame; thread: Thread }) => (
  <section aria-labelledby="happened">
    <h2 id="happened">{frame.t.thread.happened}</h2>
    <p class="soft">{frame.t.thread.happenedLead}</p>
    <ol class="dated">
      {thread.line.map((step) => (
        <Step frame={frame} thread={thread} step={step} />
      ))}
    </ol>
  </section>
);

const isSlip = ({ type }: ThreadStep): boolean =>
  type.startsWith('commitment.rescheduled/') || type.startsWith('commitment.stageLost/');

export function eventWords(frame: Frame, type: string): string {
  const events: Readonly<Record<string, string>> = frame.t.line.events;
  return events[type.split('/')[0]!] ?? frame.t.line.unknown;
}

function Step({ frame, thread, step }: { frame: Frame; thread: Thread; step: ThreadStep }) {
  const { t, language } = frame;
  const detail = detailOf(frame, thread.names, step);
  return (
    <li class={isSlip(step) ? 'is-late' : undefined} id={`event-${step.event}`}>
      <p class="day">
        <OnDate frame={frame} when={step.occurredOn} />
      </p>
      <div class="what">
        <p>
          <strong>{eventWords(frame, step.type)}</strong>
          {detail && <>{`${t.words.colon}${detail}`}</>}
        </p>
        {step.about.id !== thread.id && step.about.title !== null && (
          <p>
            <ShownTitle frame={frame} title={step.about.title} />
          </p>
        )}
        <p class="soft small">
          {t.line.by(whoActed(frame, thread, step))}
          {step.enteredOn && (
            <>
              , <EnteredOn frame={frame} day={step.enteredOn} />
            </>
          )}
          ,{' '}
          <a class="nowrap" href={frame.to(receiptAddress(step.event))}>
            {t.line.entry(formatNumber(step.index, language))}
          </a>
        </p>
        <TakenOverNote frame={frame} takenOver={step.takenOver} />
      </div>
    </li>
  );
}

/** In which capacity: a role and the body acted for, never a person. */
function whoActed({ t, language }: Frame, thread: Thread, { actor: { role, body } }: ThreadStep): string {
  if (role === 'import') return t.line.importOf(sourceName((body ?? '').replace(/^import:/, '')));
  const name = body === null ? undefined : readable(thread.names.bodies[body]);
  return name ? `${t.line.roles[role]} (${inReadersLanguage(name, language).text})` : t.line.roles[role];
}
