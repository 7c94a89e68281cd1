/** What became of a decision, and a plan in two parts under a new council; on objects of their own, none of them late. */
import { mandateBegan } from '@fil/facts/events/authority.events';
import {
  budgetCommitted,
  budgetSpent,
  commitmentConfirmed,
  commitmentMade,
  commitmentModified,
  commitmentReassigned,
  commitmentReopened,
  commitmentResumed,
  commitmentStarted,
  commitmentSuspended,
  contestedByCommittee,
  declaredDone,
  progressReported,
  verifiedByCommittee,
} from '@fil/facts/events/commitment.events';
import { committeeEstablished, findingRecorded, memberAppointed } from '@fil/facts/events/committee.events';
import {
  decisionAmended,
  decisionAnnulled,
  decisionChallengedInCourt,
  decisionCourtRuled,
  decisionReasonsPublished,
  decisionRegistered,
  decisionRepealed,
  decisionStepTaken,
  decisionSuspendedByCourt,
} from '@fil/facts/events/decision.events';
import { uuidV7 } from '@fil/log/event-store/ids';
import type { Story } from '../story';
import { fact, type Circumstances, type TestRegister } from '../test-register';

export interface PlanOfTheQuays {
  /** Annulled by a court. */
  readonly decision: `decision-${string}`;
  /** Repealed by the other one. */
  readonly former: `decision-${string}`;
  readonly plan: `commitment-${string}`;
  /** Declared done, verified, contested; then reopened and claimed again. */
  readonly trees: `commitment-${string}`;
  readonly benches: `commitment-${string}`;
  readonly committee: `committee-${string}`;
}

/** Entered after the story, as the log is. */
const JUNE: Circumstances = { at: '2026-06-12T09:00:00Z' };
const text = (fr: string): { fr: string } => ({ fr });

export async function tellDecisionsAndCommitments(
  register: TestRegister,
  story: Pick<Story, 'authority' | 'consultation'>,
): Promise<PlanOfTheQuays> {
  const told: PlanOfTheQuays = {
    decision: `decision-${uuidV7()}`,
    former: `decision-${uuidV7()}`,
    plan: `commitment-${uuidV7()}`,
    trees: `commitment-${uuidV7()}`,
    benches: `commitment-${uuidV7()}`,
    committee: `committee-${uuidV7()}`,
  };
  await decisions(register, story, told);
  await parts(register, story, told);
  await committeeSays(register, story, told);
  return told;
}

async function decisions(
  register: TestRegister,
  { authority, consultation }: Pick<Story, 'authority' | 'consultation'>,
  { decision, former }: PlanOfTheQuays,
): Promise<void> {
  const taken = { authority, kind: 'councilDeliberation', body: 'council', consultations: [consultation] } as const;
  await register.append(
    former,
    [fact(decisionRegistered, { ...taken, consultations: [] }, { title: text('Plan des quais de 2019') }, '2019-05')],
    JUNE,
  );
  await register.append(
    decision,
    [
      fact(
        decisionRegistered,
        {
          ...taken,
          act: { id: '2026-DELIB-031', date: '2026-03-02', subjectCode: '8.4', budgetYear: '2026' },
          votes: { members: 27, present: 25, for: 17, against: 5, abstained: 2, notTakingPart: 1 },
        },
        { title: text('Plan des quais'), subjectName: 'domaines de compétences par thèmes/aménagement du territoire' },
        '2026-03-02',
      ),
      fact(
        decisionStepTaken,
        { consultation, step: 'vote', ofPath: true, body: 'council', outcome: 'adopted' },
        undefined,
        '2026-03-02',
      ),
      fact(
        decisionStepTaken,
        { consultation, step: 'bureau', ofPath: false, body: 'council', outcome: 'proposed' },
        undefined,
        '2026-02-20',
      ),
      fact(decisionReasonsPublished, { consultation }, { reasons: text('Les quais sont inondables.') }, '2026-03-05'),
      fact(
        decisionAmended,
        { by: 'council', act: { id: '2026-DELIB-035' } },
        { reason: text('Une erreur de surface.') },
        '2026-03-09',
      ),
      fact(
        decisionChallengedInCourt,
        { case: 'recours-1', court: 'administrativeCourt', by: 'association' },
        { caseNumber: 'n° 2600412' },
        '2026-03-15',
      ),
      fact(
        decisionSuspendedByCourt,
        { case: 'recours-1', court: 'administrativeCourt' },
        { grounds: text('Un doute sérieux sur l’étude d’impact.') },
        '2026-04-01',
      ),
      fact(
        decisionCourtRuled,
        { case: 'recours-1', court: 'administrativeCourt', outcome: 'annulled', final: false },
        { grounds: text('L’étude d’impact était incomplète.') },
        '2026-05-20',
      ),
      fact(
        decisionAnnulled,
        { by: 'court', extent: 'whole' },
        { reason: text('Le jugement est exécuté.') },
        '2026-05-28',
      ),
    ],
    JUNE,
  );
  await register.append(
    former,
    [fact(decisionRepealed, { by: 'council', decision }, { reason: text('Remplacé.') }, '2026-03-02')],
    JUNE,
  );
}

async function parts(
  register: TestRegister,
  { authority }: Pick<Story, 'authority'>,
  { decision, plan, trees, benches }: PlanOfTheQuays,
): Promise<void> {
  const made = { authority, decision, answers: [], themes: [], owner: 'roads', dueOn: '2027-06' } as const;
  await register.append(
    plan,
    [
      fact(commitmentMade, { ...made, budgetVoted: 900_000_00 }, { title: text('Rendre les quais') }, '2026-03-10'),
      fact(commitmentStarted, {}, undefined, '2026-03-20'),
    ],
    JUNE,
  );
  await register.append(
    trees,
    [
      fact(
        commitmentMade,
        { ...made, parent: plan, weight: 3, budgetVoted: 200_000_00 },
        { title: text('Planter soixante arbres') },
        '2026-03-10',
      ),
      fact(budgetCommitted, { cents: 150_000_00, reference: 'MARCHE-2026-7' }, undefined, '2026-03-15'),
      fact(budgetSpent, { cents: 160_000_00, reference: 'MANDAT-2026-88' }, undefined, '2026-04-15'),
      fact(declaredDone, { evidenceCount: 1 }, { evidence: ['Procès-verbal de réception'] }, '2026-04-20'),
    ],
    JUNE,
  );
  await register.append(
    authority,
    [fact(mandateBegan, { mandate: '2026-2032', body: 'council', began: '2026-03-28', reviewBy: '2026-09-30' })],
    JUNE,
  );
  await register.append(
    benches,
    [
      fact(
        commitmentMade,
        { ...made, parent: plan, reportEveryMonths: 6 },
        { title: text('Poser dix bancs'), indicator: text('Bancs posés') },
        '2026-03-10',
      ),
      fact(progressReported, { percent: 20, indicatorValue: 2, evidenceCount: 0 }, undefined, '2026-03-25'),
      fact(commitmentSuspended, { until: '2026-05' }, { reason: text('La crue.') }, '2026-03-26'),
      fact(commitmentResumed, {}, { note: text('La Loire est redescendue.') }, '2026-05-02'),
      fact(
        commitmentModified,
        { weight: 1 },
        { title: text('Poser six bancs'), reason: text('Le quai est étroit.') },
        '2026-05-10',
      ),
      fact(commitmentReassigned, { accountable: { from: null, to: 'deputy' } }, undefined, '2026-05-11'),
      fact(commitmentConfirmed, { mandate: '2026-2032', decidedBy: 'deputy' }, undefined, '2026-05-12'),
    ],
    JUNE,
  );
}

async function committeeSays(
  register: TestRegister,
  { authority }: Pick<Story, 'authority'>,
  { committee, trees }: PlanOfTheQuays,
): Promise<void> {
  const own: Circumstances = { ...JUNE, actor: { role: 'committeeMember', body: 'comite-des-quais' } };
  const finding = (fr: string) =>
    fact(findingRecorded, { target: trees, kind: 'observation', replyDueOn: '2026-06-30' }, { text: text(fr) });
  const recorded = await register.append(
    committee,
    [
      fact(
        committeeEstablished,
        { authority, code: 'comite-des-quais', scope: [], replyDays: 30 },
        { title: text('Comité des quais'), mandate: text('Suivre le plan.'), neutralityRule: text('Aucun lien.') },
      ),
      fact(memberAppointed, { member: 'membre-1', appointedBy: 'residents', chosenBy: 'drawnByLot', ties: [] }),
      finding('Soixante arbres sont plantés.'),
      finding('Douze sont morts.'),
    ],
    own,
  );
  const [planted, dead] = recorded.slice(2);
  await register.append(
    trees,
    [
      fact(verifiedByCommittee, { committee, finding: planted! }, undefined, '2026-04-25'),
      fact(contestedByCommittee, { committee, finding: dead! }, undefined, '2026-05-25'),
    ],
    own,
  );
  await register.append(
    trees,
    [
      fact(commitmentReopened, { finding: { committee, finding: dead! } }, undefined, '2026-05-30'),
      fact(
        declaredDone,
        { evidenceCount: 1, evidenceHashes: [{ item: 1, sha256: 'ab'.repeat(32) }] },
        { evidence: ['Bon de livraison de douze arbres'] },
        '2026-06-10',
      ),
    ],
    JUNE,
  );
}
