/** A consultation and its mandate from what happened to it: pure. */
import { lastDay } from '@fil/facts/dates/when';
import type { consultationOpened, depositOpened } from '@fil/facts/events/consultation.events';
import { answerDueOn } from '@fil/facts/figures/answer-due';
import {
  consultationDueOn,
  evolveConsultation,
  isPromised,
  type ConsultationFacts,
} from '@fil/facts/figures/consultation-facts';
import { happened, type KnownData } from '@fil/facts/figures/fact-event';
import type { Sourced, Text } from '@fil/facts/kit/sealed-fields';
import { WITHHELD, type Opened } from '@fil/log/vault/vault';
import type { Names } from '../names/names';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import type { Shown } from '../reading/shown';
import type { Consultation, ConsultationSummary } from './consultations.answer';

export type Counts = ConsultationSummary['counts'];
export const NO_COUNTS: Counts = { received: 0, published: 0, answered: 0, late: 0 };

type Mandate = KnownData<typeof consultationOpened>;

const factsOf = ({ events }: History): ConsultationFacts | null =>
  events.reduce<ConsultationFacts | null>((facts, event) => evolveConsultation(facts, event), null);

const words = <T>(event: KeptEvent, field: string): Opened<T> | null =>
  (event.words[field] as Opened<T> | undefined) ?? null;
const listed = <T>(event: KeptEvent, field: string, n: number): Opened<T> | null =>
  (event.words[field] as readonly Opened<T>[] | undefined)?.[n] ?? null;

export function buildSummary(history: History, names: Names, counts: Counts): ConsultationSummary {
  const opened = history.events[0]!;
  const mandate = opened.data as Mandate;
  const facts = factsOf(history);
  return {
    id: opened.stream,
    title: words<Text>(opened, 'title') ?? WITHHELD,
    level: mandate.level ?? 'consult',
    organiser: names.authority(mandate.organiser!),
    opened: happening(opened),
    deposit: depositOf(history),
    promised: facts !== null && isPromised(facts),
    dueOn: consultationDueOn(facts),
    counts,
  };
}

function depositOf(history: History): ConsultationSummary['deposit'] {
  const turns = eventsOf(history, 'consultation.depositOpened/1', 'consultation.depositClosed/1');
  const last = turns.at(-1);
  const opening = turns.find(({ type }) => type === 'consultation.depositOpened/1');
  const latestOpening = turns.findLast(({ type }) => type === 'consultation.depositOpened/1');
  const closed = last?.type === 'consultation.depositClosed/1';
  return {
    state: !last ? 'notOpened' : closed ? 'closed' : 'open',
    openedOn: opening ? happened(opening) : null,
    until: latestOpening ? ((latestOpening.data as KnownData<typeof depositOpened>).until ?? null) : null,
    closedOn: closed ? happened(last) : null,
  };
}

export function buildConsultation(history: History, names: Names, counts: Counts, shown: Shown): Consultation {
  const opened = history.events[0]!;
  const mandate = opened.data as Mandate;
  const organiser = mandate.organiser!;
  const facts = factsOf(history);
  const closedOn = facts?.closedOn ? lastDay(facts.closedOn) : null;
  return {
    ...buildSummary(history, names, counts),
    shown,
    summary: words<Text>(opened, 'summary'),
    origin: mandate.origin ?? null,
    addressees: (mandate.addressees ?? []).map(({ authority, promise }) => ({
      authority: names.authority(authority),
      promise: facts?.takenOver ? null : (promise ?? null),
      dueOn: facts?.takenOver ? null : answerDueOn(promise, closedOn),
    })),
    orderedBy: names.bodyOrFunction(organiser, mandate.orderedBy),
    animatedBy: names.bodyOrFunction(organiser, mandate.animatedBy),
    amountAtStake: mandate.amountAtStake ?? null,
    recordedAfterwards: mandate.recordedAfterwards ?? false,
    source: mandate.source ? { ...mandate.source, address: words<string>(opened, 'sourceAddress') } : null,
    openPoints: (mandate.openPoints ?? []).map(({ id }, n) => ({
      id,
      text: listed<Text>(opened, 'openPointTexts', n),
    })),
    constraints: (mandate.constraints ?? []).map(({ id, kind }, n) => ({
      id,
      kind,
      text: listed<Sourced>(opened, 'constraintTexts', n),
    })),
    decisionPath: (mandate.decisionPath ?? []).map(({ step, body, role, expectedOn }) => ({
      step,
      body: names.named('bodies', organiser, body),
      role,
      expectedOn: expectedOn ?? null,
    })),
    channels: mandate.channels ?? [],
    depositPeriod: mandate.depositPeriod ?? null,
    themes: (mandate.themes ?? []).map((code) => names.named('themes', organiser, code)),
    wordsPublic: mandate.wordsPublic ?? 'onAdmission',
  };
}
