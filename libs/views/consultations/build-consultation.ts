/** A consultation and its mandate from what happened to it: pure. */
import { lastDay, type When } from '@fil/facts/dates/when';
import type {
  addresseeJoined,
  consultationOpened,
  depositOpened,
  periodExtended,
  rulesPublished,
} from '@fil/facts/events/consultation.events';
import { answerDueOn } from '@fil/facts/figures/answer-due';
import {
  consultationDueOn,
  evolveConsultation,
  isPromised,
  type ConsultationFacts,
} from '@fil/facts/figures/consultation-facts';
import { corrected } from '@fil/facts/figures/corrected';
import { happened, type KnownData } from '@fil/facts/figures/fact-event';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { WITHHELD } from '@fil/log/vault/vault';
import type { Names } from '../names/names';
import { eventsOf, type History } from '../reading/history';
import { happening } from '../reading/happening';
import type { Shown } from '../reading/shown';
import { encountersOf, guarantorsOf, stepsTaken } from './build-around';
import { buildDocuments, buildFacts } from './build-documents';
import { buildMandate } from './build-mandate';
import { buildMeans } from './build-means';
import { buildPublics, buildSignatures } from './build-publics';
import type { Consultation, ConsultationSummary, DepositTime } from './consultations.answer';
import { words } from '../reading/words-of';

export type Counts = ConsultationSummary['counts'];
export const NO_COUNTS: Counts = { received: 0, published: 0, answered: 0, late: 0 };

type Mandate = KnownData<typeof consultationOpened>;

const factsOf = ({ events }: History): ConsultationFacts | null =>
  corrected(events).reduce<ConsultationFacts | null>((facts, event) => evolveConsultation(facts, event), null);

export function buildSummary(history: History, names: Names, counts: Counts, watched: boolean): ConsultationSummary {
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
    watched,
    dueOn: consultationDueOn(facts),
    counts,
  };
}

/** The deposit as a whole: it may be opened, extended and closed again. */
function depositOf(history: History): ConsultationSummary['deposit'] {
  const times = depositTimes(history);
  const last = times.at(-1);
  return {
    state: !last ? (everClosed(history) ? 'closed' : 'notOpened') : last.closed ? 'closed' : 'open',
    openedOn: times[0]?.opened.occurredOn ?? null,
    until: last?.until ?? null,
    closedOn: last ? (last.closed?.occurredOn ?? null) : everClosed(history),
  };
}

/** Of what is taken over, a source may tell the close and not the opening. */
const everClosed = (history: History): When | null => {
  const closed = eventsOf(history, 'consultation.depositClosed/1').at(-1);
  return closed ? happened(closed) : null;
};

function depositTimes(history: History): DepositTime[] {
  const times: DepositTime[] = [];
  for (const event of history.events) {
    const last = times.at(-1);
    if (event.type === 'consultation.depositOpened/1') {
      const { until } = event.data as KnownData<typeof depositOpened>;
      times.push({ opened: happening(event), until: until ?? null, extensions: [], closed: null });
    } else if (last && event.type === 'consultation.periodExtended/1') {
      const { from, until } = event.data as DataOf<typeof periodExtended>;
      const extension = { ...happening(event), from, until, reason: words<Text>(event, 'reason') };
      times[times.length - 1] = { ...last, until, extensions: [...last.extensions, extension] };
    } else if (last && event.type === 'consultation.depositClosed/1') {
      times[times.length - 1] = { ...last, closed: happening(event) };
    }
  }
  return times;
}

/** What other objects say of a consultation. */
export interface Around {
  readonly decisions: readonly History[];
  readonly guarantors: readonly History[];
  readonly encounters: readonly History[];
  /** A guarantor or a committee watches over it. */
  readonly watched: boolean;
}

export function buildConsultation(
  recorded: History,
  around: Around,
  names: Names,
  counts: Counts,
  shown: Shown,
): Consultation {
  const history = { ...recorded, events: corrected(recorded.events) };
  const opened = history.events[0]!;
  const id = opened.stream;
  const mandate = opened.data as Mandate;
  const organiser = mandate.organiser!;
  const facts = factsOf(history);
  const closedOn = facts?.closedOn ? lastDay(facts.closedOn) : null;
  const { now, amendments } = buildMandate(history, organiser, names);
  const taken = stepsTaken(id, around.decisions, organiser, names);
  const declared = new Set(now.decisionPath.map(({ step }) => step));
  const joinings = eventsOf(history, 'consultation.addresseeJoined/1');
  const [began] = eventsOf(history, 'consultation.answersBegan/1');
  const { promises, decisionPath, ...parts } = now;
  return {
    ...buildSummary(history, names, counts, around.watched),
    ...parts,
    shown,
    summary: words<Text>(opened, 'summary'),
    origin: mandate.origin ?? null,
    organiserKind: mandate.organiserKind ?? 'authority',
    addressees: promises.map(({ authority, promise }) => {
      const joined = joinings.findLast(
        ({ data }) => (data as DataOf<typeof addresseeJoined>).authority === authority.id,
      );
      return {
        authority,
        promise: facts?.takenOver ? null : promise,
        dueOn: facts?.takenOver ? null : answerDueOn(promise, closedOn),
        joined: joined ? happening(joined) : null,
        statement: joined ? words<Text>(joined, 'statement') : null,
      };
    }),
    orderedBy: names.bodyOrFunction(organiser, mandate.orderedBy),
    animatedBy: names.bodyOrFunction(organiser, mandate.animatedBy),
    amountAtStake: mandate.amountAtStake ?? null,
    recordedAfterwards: mandate.recordedAfterwards ?? false,
    source: mandate.source ? { ...mandate.source, address: words<string>(opened, 'sourceAddress') } : null,
    decisionPath: decisionPath.map((step) => ({ ...step, taken: taken.filter((one) => one.step === step.step) })),
    stepsBesidePath: taken.filter(({ step }) => !declared.has(step)),
    wordsPublic: mandate.wordsPublic ?? 'onAdmission',
    amendments,
    rules: eventsOf(history, 'consultation.rulesPublished/1').map((event) => ({
      ...happening(event),
      version: (event.data as DataOf<typeof rulesPublished>).version,
      text: words<Text>(event, 'rules'),
      address: words<string>(event, 'address'),
    })),
    depositTimes: depositTimes(history),
    means: buildMeans(history),
    publics: buildPublics(history),
    documents: buildDocuments(history, organiser, names),
    facts: buildFacts(history),
    signatures: buildSignatures(history),
    guarantors: guarantorsOf(id, organiser, around.guarantors),
    encounters: encountersOf(around.encounters),
    answersBegan: began ? happening(began) : null,
    progress: { answered: counts.answered, of: counts.received },
  };
}
