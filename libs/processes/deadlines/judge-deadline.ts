import { isRefusal } from '@fil/facts/kit/refusal';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import { derivedEventId } from '@fil/log/event-store/ids';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { JobHandler } from '@fil/log/jobs/job';
import { fold, type Decider } from '@fil/record/deciding/decider';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { deadline as deadlineStream } from '@fil/record/deadlines/deadline.state';
import { decideMissed, type Owed } from '@fil/record/deadlines/find-missed/find-missed.decide';
import { readsOf, runFrom } from '@fil/record/deadlines/which-deadline';
import { contributionsOwed } from './contributions-owed';
import type { DeadlineClock } from './deadline-clock';
import { endOfDay } from './due-instant';
import { recordedBefore, runsIn, type Counts, type Running } from './runs-in';

export interface Judging {
  readonly store: Pick<EventStore, 'readStream' | 'readAll'>;
  readonly decisions: DecisionTaker;
  readonly clock: DeadlineClock;
}

/**
 * Judges the instant at which a day is over, whenever it is run after it: by what had been recorded then, and by nothing
 * that came later. What came later is told beside it. In time: nothing; else the clock says `deadline.missed`.
 */
export const judgeDeadline =
  ({ store, decisions, clock }: Judging): JobHandler =>
  async ({ data, signal }) => {
    const deadline = String(data['deadline']) as `deadline-${string}`;
    const dueOn = String(data['dueOn']);
    const instant = endOfDay(dueOn);
    await clock.mustKnow(instant);
    const already = fold(deadlineStream, await decisions.load(deadline)).course.missed;
    if (already.some((miss) => miss.dueOn === dueOn)) return;

    const find = async (counts?: Counts): Promise<Running | undefined> =>
      (await runsIn(store, String(data['stream']), counts)).find((one) => one.deadline === deadline);
    const then = await find(recordedBefore(instant));
    if (!then || then.run.counted.dueOn !== dueOn) return;
    const owed = await owedOf({ store, then, now: await find(), instant, signal });
    if (owed.owed.length === 0) return;
    const outcome = await decisions.take({
      stream: deadline,
      decider: deadlineStream,
      by: {
        actor: { role: 'clock', body: null },
        account: null,
        commandId: derivedEventId(`deadline missed\n${deadline}\n${dueOn}`, 0),
        cause: then.which.trigger.event,
      },
      reads: asThen(await readsOf(decisions, then.which), recordedBefore(instant)),
      decide: (state, seen) =>
        decideMissed(
          state,
          runFrom(state, seen, then.which),
          then.which,
          { dueOn, dueUntil: asRecorded(instant) },
          owed,
        ),
    });
    // Only this finding has this key: another try was faster.
    if (isRefusal(outcome) && outcome.rule !== 'key.reused')
      throw new Error(`${deadline} cannot be judged: ${outcome.rule}: ${outcome.message.en}`);
  };

type Reading = Awaited<ReturnType<typeof readsOf>>;

/** The streams that are read, as they were at the instant. */
const asThen = ({ object, authority }: Reading, counts: Counts): Reading => ({
  object: { ...object, decider: counting(object.decider, counts) },
  authority: { ...authority, decider: counting(authority.decider, counts) },
});
const counting = <S>(decider: Decider<S>, counts: Counts): Decider<S> => ({
  initial: decider.initial,
  evolve: (state: S, event: RecordedEvent) => (counts(event) ? decider.evolve(state, event as never) : state),
});

/** As entries are dated: to the second. */
const asRecorded = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;

interface Looking {
  readonly store: Judging['store'];
  readonly then: Running;
  readonly now: Running | undefined;
  readonly instant: Date;
  readonly signal: AbortSignal;
}

async function owedOf({ store, then: { run }, now, instant, signal }: Looking): Promise<Owed> {
  const { started, rule } = run;
  if (rule.output === 'finalOutcome' && started.consultation !== null)
    return contributionsOwed(store, started.consultation, instant, signal);
  if (started.outputs[rule.output]) return { owed: [], inAll: 1 };
  const since = now?.run.started.outputs[rule.output];
  // What a person had followed may be about nothing of this register: then it is owed by the authority at large.
  const object = (started.about ?? started.authority) as Owed['owed'][number]['object'];
  return { owed: [{ object, ...(since && { event: since.event, recordedAt: since.at }) }], inAll: 1 };
}
