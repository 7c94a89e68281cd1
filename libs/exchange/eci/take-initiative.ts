import type { Refusal } from '@fil/facts/kit/refusal';
import { decideAdmission } from '@fil/record/contributions/admit-contribution/admit-contribution.decide';
import { contribution, type ContributionState } from '@fil/record/contributions/contribution.state';
import { decideOutcome } from '@fil/record/contributions/give-outcome/give-outcome.decide';
import { namedObjects } from '@fil/record/contributions/named-in-answer';
import { mandateOf, type Mandate } from '@fil/record/contributions/mandate-of';
import { decideRecording } from '@fil/record/contributions/record-contribution/record-contribution.decide';
import { decideWithdrawal } from '@fil/record/contributions/withdraw/withdraw.decide';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import type { ImportTally } from '../import-tally';
import { inSequence } from '../in-sequence';
import { byImport, EciIds, reference, takenOver } from './eci-ids';
import { between, type InitiativeRow } from './eci-rows';
import { THRESHOLD } from './take-reference';

/** The source's words for how a collection ended without an answer of the Commission. */
export const UNSUCCESSFUL = 'Unsuccessful collection';
export const WITHDRAWN = 'Withdrawn';

export interface StateOfDay {
  /** Day on which this state of the source was taken; of the state before, where there is one. */
  readonly takenOn: string;
  readonly before: string | null;
}

/** What the state tells of an initiative that the register does not know yet. @returns why the register refused, or null */
export async function takeInitiative(
  taker: DecisionTaker,
  row: InitiativeRow,
  day: StateOfDay,
  tally: ImportTally,
): Promise<Refusal | null> {
  return (
    (await record(taker, row, day, tally)) ??
    (row.status === WITHDRAWN ? await withdraw(taker, row, day, tally) : null) ??
    (row.status === UNSUCCESSFUL ? await belowThreshold(taker, row, day, tally) : null)
  );
}

const when = ({ steps }: InitiativeRow, step: string, { before, takenOn }: StateOfDay): string =>
  steps[step] ?? between(before ?? steps['Registered'] ?? null, takenOn);

async function record(
  taker: DecisionTaker,
  row: InitiativeRow,
  day: StateOfDay,
  tally: ImportTally,
): Promise<Refusal | null> {
  const ids = new EciIds(taker.instanceKey);
  const on = when(row, 'Registered', day);
  const words = [row.objective, row.annex].filter((part) => part !== null).join('\n\n');
  const initiative = {
    consultation: ids.consultation(),
    kind: 'proposal',
    channel: 'petition',
    language: 'en',
    authorKind: 'organisation',
    themes: [],
    source: reference('initiative', row.number),
    sourceAddress: row.address ?? undefined,
    title: { en: row.title },
    text: words === '' ? undefined : { en: words },
    receivedOn: on,
    occurredOn: on,
    takenOver: takenOver({ word: row.status, notStated: words === '' ? ['text'] : [] }),
  } as const;
  return tally.count(
    await taker.take<ContributionState, Mandate>({
      stream: ids.initiative(row.number),
      decider: contribution,
      reads: await mandateOf(taker, initiative.consultation),
      by: byImport(day.takenOn, 'initiative', row.number),
      decide: (state, seen, context) =>
        // Known already: what the source writes otherwise since then is told, not written over.
        state.exists
          ? []
          : inSequence(contribution, state, context.at, [
              (now) => decideRecording(now, { ...initiative, themes: [] }, undefined, seen, context),
              (now) => decideAdmission(now, { occurredOn: on, takenOver: takenOver() }, context),
            ]),
    }),
  );
}

async function withdraw(
  taker: DecisionTaker,
  row: InitiativeRow,
  day: StateOfDay,
  tally: ImportTally,
): Promise<Refusal | null> {
  return tally.count(
    await taker.take({
      stream: new EciIds(taker.instanceKey).initiative(row.number),
      decider: contribution,
      by: byImport(day.takenOn, 'initiative', row.number, 'withdrawn'),
      decide: (state, _, context) =>
        state.exists && state.withdrawn
          ? []
          : decideWithdrawal(
              state,
              { occurredOn: when(row, WITHDRAWN, day), takenOver: takenOver({ word: WITHDRAWN }) },
              context,
            ),
    }),
  );
}

/** The law asks the Commission for no answer: out of the scope of the mandate, which cites the threshold. */
async function belowThreshold(
  taker: DecisionTaker,
  row: InitiativeRow,
  day: StateOfDay,
  tally: ImportTally,
): Promise<Refusal | null> {
  const ids = new EciIds(taker.instanceKey);
  const stream = ids.initiative(row.number);
  const answer: Parameters<typeof decideOutcome>[2] = {
    point: 1,
    outcome: 'outOfScope',
    constraint: THRESHOLD,
    reasons: [],
    commitments: [],
    supersedes: null,
    occurredOn: when(row, UNSUCCESSFUL, day),
    takenOver: takenOver({ word: UNSUCCESSFUL, notStated: ['text', 'decidedBy'] }),
  };
  return tally.count(
    await taker.take<ContributionState, Mandate>({
      stream,
      decider: contribution,
      reads: { ...namedObjects(answer), ...(await mandateOf(taker, ids.consultation())) },
      by: byImport(day.takenOn, 'initiative', row.number, 'unsuccessful'),
      decide: (state, seen, context) =>
        state.exists && state.points.get(1)?.answer ? [] : decideOutcome(state, stream, answer, seen, context),
    }),
  );
}
