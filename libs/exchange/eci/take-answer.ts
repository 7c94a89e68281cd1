import type { Outcome } from '@fil/facts/codes/outcome';
import type { Refusal } from '@fil/facts/kit/refusal';
import { authority } from '@fil/record/authority/authority.state';
import { contribution, type ContributionState } from '@fil/record/contributions/contribution.state';
import { decideOutcome } from '@fil/record/contributions/give-outcome/give-outcome.decide';
import { mandateOf, type Mandate } from '@fil/record/contributions/mandate-of';
import { namedObjects } from '@fil/record/contributions/named-in-answer';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { decideChallenge } from '@fil/record/decisions/challenge-in-court/challenge-in-court.decide';
import { decision, type DecisionState } from '@fil/record/decisions/decision.state';
import { decideReasons } from '@fil/record/decisions/publish-reasons/publish-reasons.decide';
import { decideRuling } from '@fil/record/decisions/record-ruling/record-ruling.decide';
import { decideRegistration } from '@fil/record/decisions/register-decision/register-decision.decide';
import type { Decided, DecidingContext } from '@fil/record/deciding/decider';
import type { ImportTally } from '../import-tally';
import { byImport, EciIds, keyOf, reference, takenOver } from './eci-ids';
import { between, type AnswerRow, type InitiativeRow } from './eci-rows';
import { takeFollowUp } from './take-follow-up';
import type { StateOfDay } from './take-initiative';
import { COLLEGE } from './take-reference';

/**
 * The Commission's communication as a decision with its reasons, what follows from it, and the outcome that names both.
 *
 * @returns why the register refused, or null
 */
export async function takeAnswer(
  taker: DecisionTaker,
  answer: AnswerRow,
  initiative: InitiativeRow,
  day: StateOfDay,
  tally: ImportTally,
): Promise<Refusal | null> {
  const on = answer.answeredOn ?? between(initiative.steps['Registered'] ?? null, day.takenOn);
  return (
    (await takeDecision(taker, answer, initiative, on, day, tally)) ??
    (await takeFollowUp(taker, answer, initiative, on, day, tally)) ??
    (await giveOutcome(taker, answer, on, day, tally)) ??
    (await takeCourtCases(taker, answer, day, tally))
  );
}

async function takeDecision(
  taker: DecisionTaker,
  answer: AnswerRow,
  { title }: InitiativeRow,
  on: string,
  day: StateOfDay,
  tally: ImportTally,
): Promise<Refusal | null> {
  const ids = new EciIds(taker.instanceKey);
  const communication = answer.communications.find(({ text }) => /communication/i.test(text));
  const step = (name: string, decide: (state: DecisionState, context: DecidingContext) => Decided) =>
    taker.take({
      stream: ids.answer(answer.number),
      decider: decision,
      reads: { authority: { stream: ids.authority(), decider: authority } },
      by: byImport(day.takenOn, 'answer', answer.number, name),
      decide: (state, _, context) => decide(state, context),
    });
  const registered = await taker.take({
    stream: ids.answer(answer.number),
    decider: decision,
    reads: { authority: { stream: ids.authority(), decider: authority } },
    by: byImport(day.takenOn, 'answer', answer.number),
    decide: (state, seen, context) =>
      state.exists
        ? []
        : decideRegistration(
            state,
            {
              authority: ids.authority(),
              kind: 'other',
              body: COLLEGE,
              consultations: [ids.consultation()],
              source: reference('answer', answer.number),
              title: { en: `Communication on the European citizens’ initiative “${title}”` },
              address: communication?.url ?? answer.address ?? undefined,
              occurredOn: on,
              takenOver: takenOver({ word: answer.status.replace(/ - .*/, '') }),
            },
            seen.authority,
            context,
          ),
  });
  const reasons = [answer.text, answer.rejection].filter((part) => part !== null).join('\n\n');
  return (
    tally.count(registered) ??
    (reasons === ''
      ? null
      : tally.count(
          await step('reasons', (state, context) =>
            state.exists && state.reasonsPublishedOn !== null
              ? []
              : decideReasons(state, { reasons: { en: reasons }, occurredOn: on, takenOver: takenOver() }, context),
          ),
        ))
  );
}

/**
 * Our reading of the source's word, marked as taken over: a refusal with a law or a promise beside it is a refusal in
 * part. What is still being studied is no answer yet.
 */
export function outcomeOf({ status, rejected, laws, promised }: AnswerRow): Outcome {
  if (status === 'Being Studied') return 'underReview';
  if (rejected) return laws.length > 0 || promised.length > 0 ? 'partlyAccepted' : 'notAccepted';
  return status === 'Action Plan Created' ? 'partlyAccepted' : 'accepted';
}

async function giveOutcome(
  taker: DecisionTaker,
  answer: AnswerRow,
  on: string,
  day: StateOfDay,
  tally: ImportTally,
): Promise<Refusal | null> {
  const ids = new EciIds(taker.instanceKey);
  const stream = ids.initiative(answer.number);
  const outcome = outcomeOf(answer);
  const words = answer.rejection ?? answer.text;
  const given: Parameters<typeof decideOutcome>[2] = {
    point: 1,
    outcome,
    reasons: [],
    decision: ids.answer(answer.number),
    commitments: [ids.followUp(answer.number)],
    body: COLLEGE,
    ...(outcome === 'underReview' && { department: COLLEGE, answerOn: answer.promised[0]?.on }),
    ...(outcome === 'partlyAccepted' && { partTaken: { en: answer.text ?? answer.status } }),
    ...(words !== null && { justification: { en: words } }),
    supersedes: null,
    occurredOn: on,
    takenOver: takenOver({
      word: answer.status.replace(/ - .*/, ''),
      notStated: [
        'reason',
        'decidedBy',
        ...(words === null ? (['text'] as const) : []),
        ...(answer.promised.length === 0 ? (['date'] as const) : []),
      ],
    }),
  };
  return tally.count(
    await taker.take<ContributionState, Mandate>({
      stream,
      decider: contribution,
      reads: { ...namedObjects(given), ...(await mandateOf(taker, ids.consultation())) },
      by: byImport(day.takenOn, 'answer', answer.number, 'outcome'),
      decide: (state, seen, context) =>
        state.exists && state.points.get(1)?.answer ? [] : decideOutcome(state, stream, given, seen, context),
    }),
  );
}

/** Days of a judgment stand in words: « of 9 November 2022 ». */
const JUDGMENT =
  /judge?ment[^.]{0,20} of (\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})/i;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * A case counts as brought against the communication only where a follow-up says that its annulment was asked for. The
 * other cases the source names are about other acts.
 */
export function rulingsOn(answer: AnswerRow): { caseNumber: string; text: string; on: string | null }[] {
  return answer.courtCases.flatMap((caseNumber) => {
    const told = answer.followUps.find(
      ({ text }) => text.includes(caseNumber) && /\bannul/i.test(text) && /dismissed|annulled/i.test(text),
    );
    if (!told) return [];
    const [, day, month, year] = JUDGMENT.exec(told.text) ?? [];
    const number = month === undefined ? -1 : MONTHS.indexOf(month.toLowerCase());
    const on = number < 0 ? null : `${year}-${String(number + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`;
    return [{ caseNumber, text: told.text, on }];
  });
}

async function takeCourtCases(
  taker: DecisionTaker,
  answer: AnswerRow,
  day: StateOfDay,
  tally: ImportTally,
): Promise<Refusal | null> {
  const stream = new EciIds(taker.instanceKey).answer(answer.number);
  for (const { caseNumber, text, on } of rulingsOn(answer)) {
    const code = `t-${keyOf(caseNumber)}`;
    const facts = {
      case: code,
      court: 'generalCourtEU',
      caseNumber,
      takenOver: takenOver({ notStated: ['date'] }),
    } as const;
    const challenged = tally.count(
      await taker.take({
        stream,
        decider: decision,
        by: byImport(day.takenOn, 'answer', answer.number, 'case', caseNumber),
        decide: (state, _, context) =>
          state.exists && state.cases.some((one) => one.case === code)
            ? []
            : decideChallenge(
                state,
                { ...facts, occurredOn: on === null ? undefined : `${answer.answeredOn ?? on}/${on}` },
                context,
              ),
      }),
    );
    if (challenged) return challenged;
    const ruled = tally.count(
      await taker.take({
        stream,
        decider: decision,
        by: byImport('answer', answer.number, 'ruling', caseNumber),
        decide: (state, _, context) =>
          decideRuling(
            state,
            {
              ...facts,
              outcome: /dismissed/i.test(text) ? 'dismissed' : 'annulled',
              grounds: { en: text },
              occurredOn: on ?? undefined,
              takenOver: takenOver({ notStated: on === null ? ['date'] : [] }),
            },
            context,
          ),
      }),
    );
    // A ruling taken over from an earlier state, told in other words since, stands as it was taken over.
    if (ruled && ruled.rule !== 'key.reused') return ruled;
  }
  return null;
}
