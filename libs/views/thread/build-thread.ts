/** A thread from what was gathered: pure. */
import { daysBetween } from '@fil/facts/dates/calendar-date';
import { isOver } from '@fil/facts/dates/when';
import type {
  contributionContested,
  contributionEntryCorrected,
  contributionRecorded,
  contributionTransferred,
  contributionVoided,
} from '@fil/facts/events/contribution.events';
import { summedProgress } from '@fil/facts/figures/commitment-progress';
import {
  consultationDueOn,
  evolveConsultation,
  isPromised,
  type ConsultationFacts,
} from '@fil/facts/figures/consultation-facts';
import { weakestStanding } from '@fil/facts/figures/decision-facts';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { isWatched } from '@fil/facts/figures/watchers';
import { withDuplicates } from '@fil/facts/figures/duplicates';
import {
  evolveContribution,
  isAnswered,
  isSettled,
  nextAnswerOn,
  overallStanding,
  pointNumbers,
  pointStanding,
  standingAnswers,
  type ContributionFacts,
} from '@fil/facts/figures/standing';
import { receiptJsonAddress } from '@fil/ui/page/receipt-addresses';
import { commitmentFacts, commitmentShown } from '../follow-up/shown-commitment';
import type { Names } from '../names/names';
import { naming } from '../names/naming';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { publicNumber } from '../reading/public-number';
import type { Shown } from '../reading/shown';
import { readIn } from '../reading/shown-instead';
import type { GatheredThread } from './gather-thread';
import { encounterOf } from './thread-encounter';
import { listOf, wordsOf, type ThreadReading } from './reading-of';
import { answersOf } from './thread-answers';
import { lineOf, namesIn } from './thread-line';
import { erasureOf } from '../history/erasure-of';
import { moderationOf } from './thread-moderation';
import { synthesisOf } from './thread-syntheses';
import { contestAnswerOf, standing, threadWords } from './thread-words';
import type { Correction, Thread, ThreadPoint } from './thread.answer';

export function buildThread(gathered: GatheredThread, names: Names, shown: Shown, today: string): Thread {
  const recorded = gathered.contribution.events[0]!;
  const data = recorded.data as KnownData<typeof contributionRecorded>;
  const organiser = names.organiserOf(data.consultation!);
  const reading: ThreadReading = { gathered, names, organiser, today };
  const facts = withDuplicates(factsOf(gathered.contribution), (one) => {
    const other = gathered.others.get(one);
    return other && factsOf(other);
  });
  const words = threadWords(reading);
  const { events } = gathered.contribution;
  const admitted = facts.published ? events.findLast(({ type }) => MAKES_PUBLIC.has(type)) : undefined;
  const consultation: Thread['consultation'] = {
    ...names.consultation(facts.consultation),
    ...promisedBy(gathered.consultation),
    watched: isWatched(
      [...gathered.watchers.values()].map(({ events: told }) => told),
      { id: facts.consultation, organiser },
      today,
    ),
  };
  const late = !isSettled(facts) && consultation.dueOn !== null && isOver(consultation.dueOn, today);
  const groupedIn = [...new Set(facts.groupedIn.map(({ synthesis }) => synthesis))];
  const points = pointNumbers(facts).map((point) => pointOf(reading, facts, point));
  const commitments = [...gathered.commitments.values()]
    .flatMap((history) => commitmentShown(history, { ...gathered, names, today }) ?? [])
    .sort((a, b) => a.made.index - b.made.index);
  return {
    shown,
    id: gathered.id,
    number: publicNumber(recorded.index),
    consultation,
    kind: facts.kind,
    channel: facts.channel,
    language: data.language ?? null,
    sensitivity: facts.sensitivity,
    themes: facts.themes.map((code) => names.named('themes', organiser, code)),
    territory: facts.territory,
    authorKind: data.authorKind ?? null,
    signature: wordsOf(recorded, 'signature'),
    title: standing(words.versions, 'title'),
    text: standing(words.versions, 'text'),
    place: wordsOf(recorded, 'place'),
    attachments: listOf(recorded, 'attachments'),
    receivedOn: facts.receivedOn,
    encounter: encounterOf(reading, data),
    rulesVersion: data.rulesVersion ?? null,
    recorded: happening(recorded),
    receipt: receiptJsonAddress(recorded.id),
    admitted: admitted ? happening(admitted) : null,
    source: data.source ? { ...data.source, address: wordsOf(recorded, 'sourceAddress') } : null,
    standing: overallStanding(facts),
    answered: isAnswered(facts),
    late,
    daysLate: late ? daysBetween(consultation.dueOn, today) : null,
    nextAnswerOn: nextAnswerOn(facts),
    progress: progressOfThread(gathered, facts),
    actStanding: weakestStanding(
      [...points.flatMap(({ answers }) => answers.filter(({ current }) => current)), ...commitments].flatMap(
        ({ actStanding }) => actStanding ?? [],
      ),
    ),
    points,
    syntheses: groupedIn.flatMap((id) => synthesisOf(reading, id) ?? []),
    commitments,
    ...whatElse(reading),
    corrections: correctionsOf(gathered.contribution),
    moderation: moderationOf(gathered.contribution, (code) => names.optional('functions', organiser, code)),
    erasures: [...gathered.erasures].map(([stream, history]) =>
      erasureOf(stream, history, (code) => names.optional('bodies', organiser, code)),
    ),
    words,
    line: lineOf(reading),
    names: namesIn(reading),
  };
}

const MAKES_PUBLIC: ReadonlySet<string> = new Set(['contribution.admitted/1', 'contribution.disclosureAuthorised/1']);

/** What was promised as far as the thread is known: tables only know what is promised today. */
function promisedBy(consultation: History | null): Pick<Thread['consultation'], 'dueOn' | 'promised'> {
  const facts =
    consultation?.events.reduce<ConsultationFacts | null>((before, one) => evolveConsultation(before, one), null) ??
    null;
  return { dueOn: consultationDueOn(facts), promised: facts !== null && isPromised(facts) };
}

const factsOf = ({ events }: History): ContributionFacts =>
  events.reduce<ContributionFacts | null>((facts, event) => evolveContribution(facts, event), null)!;

const only = (history: History, type: string): KeptEvent | undefined => eventsOf(history, type)[0];

/** Of the commitments that its standing answers name, or that answer it or a synthesis it is in. */
function progressOfThread(gathered: GatheredThread, facts: ContributionFacts): Thread['progress'] {
  const named = new Set(standingAnswers(facts).flatMap(({ commitments }) => commitments));
  const answered = new Set([gathered.id, ...facts.groupedIn.map(({ synthesis }) => synthesis)]);
  const following = [...gathered.commitments.entries()].flatMap(([id, history]) => {
    const commitment = commitmentFacts(history);
    return commitment && (named.has(id) || commitment.answers.some((one) => answered.has(one)))
      ? [commitment.advance.progress]
      : [];
  });
  return summedProgress(following);
}

function pointOf(reading: ThreadReading, facts: ContributionFacts, point: number): ThreadPoint {
  const marked = eventsOf(reading.gathered.contribution, 'contribution.pointMarked/1').findLast(
    ({ data }) => data['point'] === point,
  );
  return {
    point,
    extract: marked ? readIn(reading.gathered.contribution.events, marked, 'extract') : null,
    theme: marked
      ? reading.names.optional('themes', reading.organiser, marked.data['theme'] as string | undefined)
      : null,
    standing: facts.undisclosed
      ? 'undisclosed'
      : facts.withdrawn
        ? 'withdrawn'
        : pointStanding(facts, facts.points[point] ?? { answer: null, transferred: false }),
    answers: answersOf(reading, facts, point),
    syntheses: facts.groupedIn.filter((one) => one.point === point).map(({ synthesis }) => synthesis),
  };
}

function whatElse({
  gathered,
  names,
  organiser,
}: ThreadReading): Pick<Thread, 'transfers' | 'contests' | 'withdrawn' | 'voided'> {
  const history = gathered.contribution;
  const named = naming(names, organiser);
  const withdrawn = only(history, 'contribution.withdrawn/1');
  const voided = only(history, 'contribution.voided/1');
  return {
    transfers: eventsOf(history, 'contribution.transferred/1').map((event) => {
      const { point, authoritySiret } = event.data as KnownData<typeof contributionTransferred>;
      return {
        given: happening(event),
        point: point ?? null,
        authority: wordsOf(event, 'authority'),
        authoritySiret: authoritySiret ?? null,
        explanation: wordsOf(event, 'explanation'),
      };
    }),
    contests: eventsOf(history, 'contribution.contested/1').flatMap((event) => {
      const { event: contested, what } = event.data as KnownData<typeof contributionContested>;
      return contested === undefined || what === undefined
        ? []
        : [
            {
              given: happening(event),
              contested,
              what,
              text: wordsOf(event, 'text'),
              answer: contestAnswerOf(history, event.id, named),
            },
          ];
    }),
    withdrawn: withdrawn ? { given: happening(withdrawn), reason: wordsOf(withdrawn, 'reason') } : null,
    voided: voided ? voidedOf(voided) : null,
  };
}

function voidedOf(event: KeptEvent): Thread['voided'] {
  const { ground, duplicateOf } = event.data as KnownData<typeof contributionVoided>;
  return {
    given: happening(event),
    ground: ground ?? null,
    reason: wordsOf(event, 'reason'),
    duplicateOf: duplicateOf ?? null,
  };
}

/** Both values stay on the page. */
function correctionsOf({ events }: History): Correction[] {
  const corrections: Correction[] = [];
  let facts: ContributionFacts | null = null;
  for (const event of events) {
    if (event.type === 'contribution.entryCorrected/1' && facts) {
      const data = event.data as KnownData<typeof contributionEntryCorrected>;
      for (const field of ['kind', 'channel', 'themes', 'receivedOn', 'territory'] as const) {
        if (data[field] === undefined) continue;
        corrections.push({
          given: happening(event),
          field: `/${field}`,
          from: facts[field],
          to: data[field],
          reason: wordsOf(event, 'reason'),
        });
      }
    }
    facts = evolveContribution(facts, event);
  }
  return corrections;
}
