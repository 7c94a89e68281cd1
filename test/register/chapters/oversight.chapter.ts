/** Those who watch: a guarantor, a follow-up committee, an evaluation; on objects of their own. */
import {
  committeeEstablished,
  committeePassageRestored,
  committeePassageSuspended,
  committeeSuspensionReplied,
  cutFrozen,
  findingClosed,
  findingRecorded,
  integrityChecked,
  memberAppointed,
  memberLeft,
  memberTiesDeclared,
  opinionIssued,
  replyGiven,
  sampleAssessed,
  sampleDrawn,
} from '@fil/facts/events/committee.events';
import {
  evaluationClosed,
  evaluationOpened,
  evaluationPublished,
  invitationsIssued,
  managementResponseGiven,
  panelScoreGiven,
  responseGiven,
} from '@fil/facts/events/evaluation.events';
import {
  guarantorAppointed,
  guarantorPassageRestored,
  guarantorPassageSuspended,
  guarantorReportPublished,
  guarantorSuspensionReplied,
  guarantorWithdrew,
  observationReceived,
  opinionOfGuarantorGiven,
  recommendationAnswered,
  recommendationMade,
} from '@fil/facts/events/guarantor.events';
import { uuidV7 } from '@fil/log/event-store/ids';
import type { Story } from '../story';
import { fact, type Circumstances, type TestRegister } from '../test-register';

const APRIL: Circumstances = { at: '2026-04-15T09:00:00Z' };
const DIGEST = 'ab'.repeat(32);

export async function tellOversight(register: TestRegister, story: Story): Promise<void> {
  await guarantor(register, story);
  await committee(register, story);
  await evaluation(register, story);
}

async function guarantor(register: TestRegister, { authority, consultation }: Story): Promise<void> {
  const stream = `guarantor-${uuidV7()}`;
  const ids = Array.from({ length: 10 }, () => uuidV7());
  const own: Circumstances = { ...APRIL, actor: { role: 'guarantor', body: 'garante' } };
  await register.append(
    stream,
    [
      fact(
        guarantorAppointed,
        {
          authority,
          code: 'garante',
          consultations: [consultation],
          appointedBy: 'authority',
          chosenBy: 'fromList',
          list: 'national',
          allowance: 1_200_00,
        },
        { title: { fr: 'Garante de la démarche' }, ties: { fr: 'Aucun lien avec la commune.' } },
      ),
      fact(
        observationReceived,
        { consultation, from: 'association', channel: 'letter' },
        { text: { fr: 'Les réunions se tiennent toutes à 18 heures.' } },
      ),
    ],
    { ...APRIL, ids: ids.slice(0, 2) },
  );
  await register.append(
    stream,
    [
      fact(
        recommendationMade,
        { consultation, answerBy: '2026-05-15' },
        { text: { fr: 'Tenir une réunion en journée.' } },
      ),
    ],
    { ...own, ids: [ids[2]!] },
  );
  await register.append(
    stream,
    [
      fact(
        recommendationAnswered,
        { recommendation: ids[2]!, answer: 'followed', decidedBy: 'deputy', dueOn: '2026-05' },
        { text: { fr: 'Une réunion se tiendra un mardi matin.' } },
      ),
    ],
    { ...APRIL, ids: [ids[3]!] },
  );
  await register.append(
    stream,
    [
      fact(
        opinionOfGuarantorGiven,
        { consultation, subject: 'mandateAmendment', opinion: 'favourable', agreement: true },
        { text: { fr: 'La modification précise une question sans la refermer.' } },
      ),
      fact(
        guarantorReportPublished,
        { kind: 'final', consultation, document: DIGEST },
        { title: { fr: 'Bilan de la garante' }, text: { fr: 'La démarche a été conduite loyalement.' } },
      ),
    ],
    { ...own, ids: [ids[4]!, ids[5]!] },
  );
  await register.append(
    stream,
    [
      fact(
        guarantorPassageSuspended,
        { event: ids[5]!, paths: ['/text'], ground: 'personalData', notifiedOn: '2026-04-14', decidedBy: 'deputy' },
        { shown: { fr: 'Passage suspendu : une personne y est reconnaissable.' } },
      ),
    ],
    { ...APRIL, ids: [ids[6]!] },
  );
  await register.append(
    stream,
    [fact(guarantorSuspensionReplied, { suspension: ids[6]! }, { text: { fr: 'Je prends acte.' } })],
    { ...own, ids: [ids[7]!] },
  );
  await register.append(stream, [fact(guarantorPassageRestored, { suspension: ids[6]! })], {
    ...APRIL,
    ids: [ids[8]!],
  });
  await register.append(stream, [fact(guarantorWithdrew, { reason: 'termEnded' })], { ...own, ids: [ids[9]!] });
}

async function committee(register: TestRegister, { authority, consultation, commitments }: Story): Promise<void> {
  const stream = `committee-${uuidV7()}`;
  const ids = Array.from({ length: 14 }, () => uuidV7());
  const own: Circumstances = { ...APRIL, actor: { role: 'committeeMember', body: 'suivi' } };
  const member = { appointedBy: 'residents', chosenBy: 'drawnByLot' } as const;
  await register.append(
    stream,
    [
      fact(
        committeeEstablished,
        { authority, code: 'suivi', scope: [consultation], replyDays: 30 },
        {
          title: { fr: 'Comité de suivi' },
          mandate: { fr: 'Vérifier que les engagements sont tenus.' },
          neutralityRule: { fr: 'Nul membre ne se prononce sur ce qui le concerne.' },
        },
      ),
      fact(memberAppointed, { member: 'a', ...member, ties: [] }, { interests: { fr: 'Habite la rue voisine.' } }),
      fact(memberAppointed, { member: 'b', ...member, ties: [{ kind: 'contract', endedOn: '2021' }] }),
    ],
    { ...APRIL, ids: ids.slice(0, 3) },
  );
  await register.append(
    stream,
    [
      fact(memberTiesDeclared, { member: 'b', ties: [{ kind: 'contract' }] }),
      fact(memberLeft, { member: 'b', reason: 'conflictOfInterest' }),
      fact(cutFrozen, { size: 20, root: DIGEST }),
      fact(sampleDrawn, {
        cut: ids[5]!,
        method: 'sha256Order',
        population: { of: 'commitment', consultation },
        populationCount: 2,
        sample: [commitments.bench],
      }),
      fact(sampleAssessed, {
        sample: ids[6]!,
        item: commitments.bench,
        found: 'yes',
        restated: 'notApplicable',
        grouped: 'notApplicable',
        answered: 'no',
      }),
      fact(
        findingRecorded,
        { target: consultation, kind: 'question', replyDueOn: '2026-05-15', sample: ids[6]! },
        { text: { fr: 'Pourquoi cette réponse ne dit-elle rien de la date ?' } },
      ),
    ],
    { ...own, ids: ids.slice(3, 9) },
  );
  await register.append(
    stream,
    [fact(replyGiven, { finding: ids[8]!, decidedBy: 'deputy' }, { text: { fr: 'Elle est fixée au printemps.' } })],
    { ...APRIL, ids: [ids[9]!] },
  );
  await register.append(
    stream,
    [
      fact(findingClosed, { finding: ids[8]!, satisfied: true }),
      fact(
        opinionIssued,
        { target: consultation, opinion: 'reserved' },
        { title: { fr: 'Avis d’étape' }, text: { fr: 'Le comité demande des dates.' } },
      ),
      fact(integrityChecked, { size: 20, root: DIGEST, result: 'whole', tool: 'fil-verifier' }),
    ],
    { ...own, ids: ids.slice(10, 13) },
  );
  const suspension = uuidV7();
  await register.append(
    stream,
    [
      fact(
        committeePassageSuspended,
        { event: ids[11]!, paths: ['/text'], ground: 'courtOrder', reference: '2026-123', notifiedOn: '2026-04-14' },
        { shown: { fr: 'Passage suspendu par décision de justice.' } },
      ),
    ],
    { ...APRIL, ids: [suspension] },
  );
  await register.append(
    stream,
    [fact(committeeSuspensionReplied, { suspension }, { text: { fr: 'Le comité fait appel.' } })],
    own,
  );
  await register.append(stream, [fact(committeePassageRestored, { suspension })], APRIL);
}

async function evaluation(register: TestRegister, { authority, consultation }: Story): Promise<void> {
  const stream: `evaluation-${string}` = `evaluation-${uuidV7()}`;
  const own: Circumstances = { ...APRIL, actor: { role: 'facilitator', body: 'animatrice' } };
  await register.append(
    stream,
    [
      fact(
        evaluationOpened,
        {
          authority,
          target: consultation,
          consultations: [consultation],
          criteria: [{ id: 'trust', form: 'scale' }],
          from: '2026-04-01',
          to: '2026-04-30',
          facilitator: 'animatrice',
        },
        {
          title: { fr: 'Évaluation de la démarche' },
          method: { fr: 'Questionnaire aux contributeurs, puis panel.' },
          criterionTexts: [{ fr: 'Avez-vous confiance dans la suite ?' }],
        },
      ),
      fact(invitationsIssued, { count: 1 }, { digests: [DIGEST] }),
      fact(
        panelScoreGiven,
        { criterion: 'trust', mark: 4, evidence: [DIGEST] },
        { explanation: { fr: 'Les réponses sont précises.' }, evidenceTexts: ['Compte rendu'] },
      ),
    ],
    own,
  );
  const response = uuidV7();
  await register.append(
    `evaluationResponse-${response}`,
    [
      fact(
        responseGiven,
        { evaluation: stream, access: 'authorKey', answers: [{ criterion: 'trust', mark: 4 }] },
        { comment: { fr: 'On m’a répondu.' } },
      ),
    ],
    { ...APRIL, person: response, actor: { role: 'author', body: null } },
  );
  await register.append(
    stream,
    [
      fact(evaluationClosed, {}, { reason: { fr: 'Plus aucune réponse attendue.' } }),
      fact(
        evaluationPublished,
        {
          size: 60,
          responses: null,
          results: [
            {
              criterion: 'trust',
              answers: null,
              doubledMedian: null,
              distribution: [1, 2, 3, 4, 5].map((mark) => ({ mark, count: null })),
            },
          ],
        },
        { limits: { fr: 'Une seule réponse : rien ne peut en être dit.' } },
      ),
    ],
    own,
  );
  await register.append(
    stream,
    [
      fact(
        managementResponseGiven,
        { decidedBy: 'deputy' },
        { text: { fr: 'La commune relancera les contributeurs.' } },
      ),
    ],
    APRIL,
  );
}
