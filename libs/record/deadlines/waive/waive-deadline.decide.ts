import { entersLate, type Run } from '@fil/facts/deadlines/deadline';
import { isInError } from '@fil/facts/deadlines/course';
import { deadlineWaived } from '@fil/facts/events/deadline.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DeadlineStreamState } from '../deadline.state';
import { missingDeadline, type Which } from '../which-deadline';
import type { WaiveDeadlineInput } from './waive-deadline.command';

/** What was missed stays missed: nothing is waived afterwards. */
export function decideWaiver(
  { course }: DeadlineStreamState,
  run: Run | null,
  { trigger }: Which,
  command: WaiveDeadlineInput,
  { today }: DecidingContext,
): Decided {
  if (!run) return missingDeadline();
  const { dueOn } = run.counted;
  const missed = course.missed.some((miss) => miss.dueOn === dueOn && !isInError(course, miss));
  return (
    (course.waived || course.met || run.started.outputs[run.rule.output] ? ended() : null) ??
    (missed ? alreadyMissed() : null) ??
    (dueOn !== null && dueOn < today && !entersLate(run) ? dayIsOver(dueOn) : null) ??
    notYetHappened('deadline.toCome', command.occurredOn, today) ?? [
      eventFrom(deadlineWaived, command, {
        rule: run.rule.rule,
        ruleVersion: run.rule.version,
        trigger: trigger as never,
      }),
    ]
  );
}

const ended = (): Refusal =>
  refuse(
    'deadline.ended',
    { fr: 'Ce délai est déjà tenu ou levé.', en: 'This deadline has been met or waived already.' },
    { kind: 'conflict' },
  );

const alreadyMissed = (): Refusal =>
  refuse(
    'deadline.alreadyMissed',
    {
      fr: 'Ce délai est dépassé, et l’horloge l’a constaté : il ne peut plus être levé. Si le constat est erroné, déclarez l’erreur.',
      en: 'This deadline was missed, and the clock found it: it can no longer be waived. If the finding is wrong, declare the error.',
    },
    { kind: 'conflict' },
  );

/** What the clock finds must not depend on how soon it looks. */
const dayIsOver = (dueOn: string): Refusal =>
  refuse(
    'deadline.dayIsOver',
    {
      fr: `L’échéance était le ${dueOn} : un délai se lève avant son terme, pas après.`,
      en: `The last day was ${dueOn}: a deadline is waived before its end, not afterwards.`,
    },
    { kind: 'conflict' },
  );
