/** The tombstone: what was erased, on which ground and when; what was asked for, and refused why. */
import {
  ERASURE_GROUND_LABELS,
  ERASURE_REFUSAL_GROUND_LABELS,
  ERASURE_REQUESTER_LABELS,
  ERASURE_SCOPE_LABELS,
} from '@fil/facts/codes/erasure';
import { Definitions, type Definition } from '@fil/ui/components/definitions';
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { ShownErasure } from '@fil/views/history/shown-erasure.answer';
import type { Named } from '@fil/views/names/named';
import type { Thread } from '@fil/views/thread/thread.answer';
import { NameOf } from '../words/named';

interface Props {
  readonly frame: Frame;
  readonly thread: Thread;
}

export function ErasuresSection({ frame, thread: { erasures } }: Props) {
  if (erasures.length === 0) return null;
  return (
    <section aria-labelledby="erasures">
      <h2 id="erasures">{frame.t.erasures.title}</h2>
      <p class="soft">{frame.t.erasures.lead}</p>
      {erasures.map((erasure) => (
        <Erasure frame={frame} erasure={erasure} />
      ))}
    </section>
  );
}

function Erasure({ frame, erasure }: { frame: Frame; erasure: ShownErasure }) {
  const { t, language } = frame;
  const { standing } = erasure;
  return (
    <div class="card" id={erasure.id}>
      <header>
        <p class="soft small">{formatOn(erasure[standing]!.given.occurredOn, language)}</p>
        <h3 class="outcome">{t.erasures[standing]}</h3>
      </header>
      {standing === 'requested' && <p>{t.erasures.waiting}</p>}
      {standing === 'ordered' && <p>{t.erasures.underWay}</p>}
      {standing === 'refused' && <p>{t.erasures.recourse}</p>}
      <Definitions items={[asked(frame, erasure), ...decided(frame, erasure), scope(frame, erasure)]} />
    </div>
  );
}

const asked = ({ t, label, language }: Frame, { requested }: ShownErasure): Definition | null =>
  requested && {
    term: t.erasures.by,
    is: `${label(ERASURE_REQUESTER_LABELS[requested.by])}, ${formatOn(requested.given.occurredOn, language)}`,
  };

function decided(frame: Frame, { ordered, refused }: ShownErasure): (Definition | null)[] {
  const { t, label } = frame;
  const by = (office: Named | null): Definition | null =>
    office && { term: t.erasures.office, is: <NameOf frame={frame} named={office} /> };
  if (refused)
    return [{ term: t.erasures.ground, is: label(ERASURE_REFUSAL_GROUND_LABELS[refused.ground]) }, by(refused.office)];
  if (!ordered) return [];
  const { ground, office, archivesVisa } = ordered;
  return [
    { term: t.erasures.ground, is: label(ERASURE_GROUND_LABELS[ground]) },
    archivesVisa === null ? null : { term: t.erasures.archivesVisa, is: archivesVisa },
    by(office),
  ];
}

function scope({ t, label }: Frame, { requested, ordered }: ShownErasure): Definition | null {
  if (ordered?.what === 'fields') return { term: t.erasures.scope, is: t.erasures.fields(ordered.fields) };
  const what = ordered?.what ?? requested?.what;
  return what === undefined ? null : { term: t.erasures.scope, is: label(ERASURE_SCOPE_LABELS[what]) };
}
