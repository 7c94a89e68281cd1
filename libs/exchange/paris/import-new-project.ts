import type { Refusal } from '@fil/facts/kit/refusal';
import { authority } from '@fil/record/authority/authority.state';
import { commitment } from '@fil/record/commitments/commitment.state';
import { decideMaking } from '@fil/record/commitments/make-commitment/make-commitment.decide';
import { consultation } from '@fil/record/consultations/consultation.state';
import { decideAdmission } from '@fil/record/contributions/admit-contribution/admit-contribution.decide';
import { contribution, type ContributionState } from '@fil/record/contributions/contribution.state';
import type { GiveOutcomeInput } from '@fil/record/contributions/give-outcome/give-outcome.command';
import { decideOutcome } from '@fil/record/contributions/give-outcome/give-outcome.decide';
import { namedObjects } from '@fil/record/contributions/named-in-answer';
import type { Mandate } from '@fil/record/contributions/mandate-of';
import { decideRecording } from '@fil/record/contributions/record-contribution/record-contribution.decide';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { decision } from '@fil/record/decisions/decision.state';
import type { ImportTally } from '../import-tally';
import { inSequence } from '../in-sequence';
import { stepsAtFirstSight } from './first-sight';
import { byImport, ImportedIds, projectReference } from './import-ids';
import { localCodeOf } from './local-code-of';
import type { ProgressStep } from './progress-step';
import type { ProjectRow, Snapshot } from './project-row';
import { TEXTS_COLLECTED_BY, type ProjectTexts } from './read-texts';
import { decideStep } from './take-steps';
import { takenOver } from './taken-over';

/**
 * Takes over a project that the register does not have: what was proposed, the commitment with all the snapshot tells of
 * it, and the outcome that names both decision and commitment. Three appends; after a crash a second try completes them.
 *
 * @returns why the register refused, or null
 */
export async function importNewProject(
  taker: DecisionTaker,
  row: ProjectRow,
  snapshot: Snapshot,
  texts: ProjectTexts,
  tally: ImportTally,
): Promise<Refusal | null> {
  return (
    (await recordProposal(taker, row, snapshot, texts, tally)) ??
    (await makeCommitment(taker, row, snapshot, texts, tally)) ??
    (await giveOutcome(taker, row, snapshot, tally))
  );
}

const themesOf = ({ theme }: ProjectRow): string[] => (theme === null ? [] : [localCodeOf(theme)]);
const orAbsent = <T>(value: T | null): T | undefined => value ?? undefined;

async function recordProposal(
  taker: DecisionTaker,
  row: ProjectRow,
  snapshot: Snapshot,
  texts: ProjectTexts,
  tally: ImportTally,
): Promise<Refusal | null> {
  const ids = new ImportedIds(taker.instanceKey);
  const notStated = [
    'author',
    'date',
    ...(row.title === null ? ['title'] : []),
    ...(texts.proposed === null ? ['text'] : []),
  ] as const;
  const proposal = {
    consultation: ids.consultation(row.edition),
    sensitivity: 'public',
    kind: 'proposal',
    channel: 'import',
    language: 'fr',
    themes: themesOf(row),
    territory: orAbsent(row.territory),
    source: projectReference(row.id),
    // Required by the event; who proposed is not stated, and said to be so.
    title: row.title === null ? undefined : { fr: row.title },
    text: texts.proposed === null ? undefined : { fr: texts.proposed },
    sourceAddress: orAbsent(row.ideaAddress),
    occurredOn: row.edition,
    takenOver: takenOver({ notStated: notStated as never }),
  } as const;
  return tally.count(
    await taker.take({
      stream: ids.contribution(row.id),
      decider: contribution,
      reads: {
        consultation: { stream: proposal.consultation, decider: consultation },
        authority: { stream: ids.authority(), decider: authority },
      },
      by: byImport(snapshot.name, row.id, 'contribution'),
      decide: (state, mandate, context) =>
        inSequence(contribution, state, context.at, [
          (now) => decideRecording(now, { ...proposal, themes: [...proposal.themes] }, undefined, mandate, context),
          (now) =>
            decideAdmission(
              now,
              { occurredOn: row.edition, takenOver: takenOver({ notStated: ['date', 'decidedBy'] }) },
              context,
            ),
        ]),
    }),
  );
}

async function makeCommitment(
  taker: DecisionTaker,
  row: ProjectRow,
  snapshot: Snapshot,
  texts: ProjectTexts,
  tally: ImportTally,
): Promise<Refusal | null> {
  const ids = new ImportedIds(taker.instanceKey);
  const notStated = [
    'date',
    ...(row.title === null ? ['title'] : []),
    ...(row.department === null ? ['owner'] : []),
  ] as const;
  const made = {
    authority: ids.authority(),
    decision: ids.decision(row.edition),
    answers: [ids.contribution(row.id)],
    owner: row.department === null ? undefined : localCodeOf(row.department),
    dueOn: orAbsent(row.plannedOn),
    budgetVoted: orAbsent(row.budgetCents),
    themes: themesOf(row),
    territory: orAbsent(row.territory),
    source: projectReference(row.id),
    // A designation, not a title: the event needs one, and `notStated` says that the source has none.
    title: { fr: row.title ?? `Projet lauréat n° ${row.id}` },
    place: orAbsent(row.address),
    sourceAddress: orAbsent(row.projectAddress),
    occurredOn: row.edition,
    takenOver: takenOver({ notStated: notStated as never }),
  };
  const steps = withNotes(stepsAtFirstSight(row, snapshot), row, texts);
  return tally.count(
    await taker.take({
      stream: ids.commitment(row.id),
      decider: commitment,
      reads: {
        authority: { stream: made.authority, decider: authority },
        decision: { stream: made.decision, decider: decision },
      },
      by: byImport(snapshot.name, row.id, 'commitment'),
      decide: (state, seen, context) =>
        inSequence(commitment, state, context.at, [
          (now) => decideMaking(now, made, seen, context),
          ...steps.map((step) => (now: typeof state) => decideStep(now, step, seen.authority, context)),
        ]),
    }),
  );
}

/** The city's own news comes before the end of the project: nothing is reported on what is done or abandoned. */
export function withNotes(
  steps: readonly ProgressStep[],
  { edition }: ProjectRow,
  { notes }: ProjectTexts,
): readonly ProgressStep[] {
  const reports = notes.map(({ on, text }): ProgressStep => ({
    step: 'report',
    note: text,
    on: on ?? `${edition}/${TEXTS_COLLECTED_BY}`,
    dated: on !== null,
  }));
  const end = steps.findIndex(({ step }) => step === 'declareDone' || step === 'abandon');
  return end < 0 ? [...steps, ...reports] : [...steps.slice(0, end), ...reports, ...steps.slice(end)];
}

async function giveOutcome(
  taker: DecisionTaker,
  row: ProjectRow,
  snapshot: Snapshot,
  tally: ImportTally,
): Promise<Refusal | null> {
  const ids = new ImportedIds(taker.instanceKey);
  const stream = ids.contribution(row.id);
  const answer: GiveOutcomeInput = {
    point: 1,
    outcome: 'accepted',
    reasons: [],
    decision: ids.decision(row.edition),
    commitments: [ids.commitment(row.id)],
    supersedes: null,
    occurredOn: row.edition,
    takenOver: takenOver({ notStated: ['reason', 'text', 'decidedBy', 'body', 'date'] }),
  };
  return tally.count(
    await taker.take<ContributionState, Mandate>({
      stream,
      decider: contribution,
      reads: {
        ...namedObjects(answer),
        consultation: { stream: ids.consultation(row.edition), decider: consultation },
        authority: { stream: ids.authority(), decider: authority },
      },
      by: byImport(snapshot.name, row.id, 'outcome'),
      decide: (state, seen, context) => decideOutcome(state, stream, answer, seen, context),
    }),
  );
}
