import { contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import { synthesisOpened, synthesisOutcomeGiven } from '@fil/facts/events/synthesis.events';
import { namedVersion, type DataOf } from '@fil/facts/kit/event-definition';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import type { DecisionTaker } from '../../deciding/take-decision';
import type { OpenedConsultation } from '../consultation.state';

/** An answer given in a consultation, as far as its mandate rests on it. */
export interface AnswerGiven {
  /** Instant. */
  readonly at: string;
  readonly openPoint?: string;
  readonly constraint?: string;
}

const nameOf = (type: string): string => namedVersion(type).name;
const BEGINNINGS: ReadonlySet<string> = new Set(
  [contributionRecorded, synthesisOpened].map(({ type }) => nameOf(type)),
);
const ANSWERS: ReadonlySet<string> = new Set([outcomeGiven, synthesisOutcomeGiven].map(({ type }) => nameOf(type)));

/**
 * That answers began is noted on the consultation by a process, some moments later, and later still when the worker is
 * away. A mandate must not change in between: who amends it reads the answers in the log itself, from the day the
 * consultation was opened. It is done a few times in the life of a consultation.
 */
export async function answersGiven(decisions: DecisionTaker, consultation: string): Promise<readonly AnswerGiven[]> {
  const [opened] = await decisions.load(consultation, 1);
  if (!opened || !Number.isFinite(opened.index)) return [];
  const itsOwn = new Set<string>();
  const found: AnswerGiven[] = [];
  for await (const entry of decisions.entriesFrom(opened.index)) {
    const name = nameOf(entry.type);
    if (BEGINNINGS.has(name) && toRecordedEvent(entry).data['consultation'] === consultation) itsOwn.add(entry.stream);
    if (!ANSWERS.has(name) || !itsOwn.has(entry.stream)) continue;
    // Loaded as an object: where it is not public its facts are sealed in the entry.
    const answer = (await decisions.load(entry.stream)).find(({ id }) => id === entry.id);
    const data = answer?.data as DataOf<typeof outcomeGiven> | undefined;
    // As for the process: copies of a common answer say nothing new, and what is taken over was not answered here.
    if (!answer || !data || data.common || data.takenOver) continue;
    found.push({ at: answer.at, openPoint: data.openPoint, constraint: data.constraint });
  }
  return found;
}

/** The consultation as it will stand once the process has noted these answers. @param at instant; later ones do not count */
export function knowing(state: OpenedConsultation, answers: readonly AnswerGiven[], at: string): OpenedConsultation {
  const given = answers.filter((answer) => answer.at <= at);
  const invoked = (known: ReadonlySet<string>, named: readonly (string | undefined)[]): ReadonlySet<string> =>
    new Set([...known, ...named.filter((code) => code !== undefined)]);
  return {
    ...state,
    answersBegan: state.answersBegan || given.length > 0,
    invoked: {
      openPoints: invoked(
        state.invoked.openPoints,
        given.map(({ openPoint }) => openPoint),
      ),
      constraints: invoked(
        state.invoked.constraints,
        given.map(({ constraint }) => constraint),
      ),
    },
  };
}
