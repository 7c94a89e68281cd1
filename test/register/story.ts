/** A small story in which every type of event occurs, for tests of what is made from the log. */
import {
  authorityRegistered,
  bodyEnded,
  bodyNamed,
  bodyRenamed,
  functionCreated,
  functionEnded,
  themeAdded,
  themeMerged,
  themeRenamed,
} from '@fil/facts/events/authority.events';
import {
  commitmentAbandoned,
  commitmentMade,
  commitmentReopened,
  commitmentRescheduled,
  commitmentStarted,
  declaredDone,
  progressReported,
  sourceNoLongerLists,
  stageLost,
  stageReached,
} from '@fil/facts/events/commitment.events';
import { consultationOpened, depositClosed, depositOpened } from '@fil/facts/events/consultation.events';
import {
  contributionAdmitted,
  contributionContested,
  contributionEntryCorrected,
  contributionRecorded,
  contributionTransferred,
  contributionVoided,
  contributionWithdrawn,
  groupedInto,
  outcomeGiven,
  pointMarked,
  removedFrom,
} from '@fil/facts/events/contribution.events';
import { decisionRegistered } from '@fil/facts/events/decision.events';
import {
  contributionsAttached,
  contributionsDetached,
  synthesisOpened,
  synthesisOutcomeGiven,
  synthesisPublished,
} from '@fil/facts/events/synthesis.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import { uuidV7 } from '@fil/log/event-store/ids';
import { tellConsultationsAndEncounters } from './chapters/consultations-encounters.chapter';
import { tellAuthorityAndSynthesis } from './chapters/authority-synthesis.chapter';
import { tellDeadlines } from './chapters/deadlines.chapter';
import { tellDecisionsAndCommitments } from './chapters/decisions-commitments.chapter';
import { tellOversight } from './chapters/oversight.chapter';
import { tellModeration } from './chapters/moderation.chapter';
import { tellReport } from './chapters/report.chapter';
import { tellWords } from './chapters/words.chapter';
import { fact, type TestRegister } from './test-register';

const id = <A extends string>(aggregate: A): `${A}-${string}` => `${aggregate}-${uuidV7()}`;

export interface Story {
  readonly authority: `authority-${string}`;
  readonly consultation: `consultation-${string}`;
  /** Promised nothing: taken over. */
  readonly takenOver: `consultation-${string}`;
  readonly decision: `decision-${string}`;
  readonly synthesis: `synthesis-${string}`;
  readonly commitments: Record<'lighting' | 'bench' | 'pool', `commitment-${string}`>;
  readonly contributions: Record<
    | 'lit'
    | 'twoPoints'
    | 'waiting'
    | 'deferred'
    | 'grouped'
    | 'late'
    | 'withdrawn'
    | 'voided'
    | 'transferred'
    | 'restricted'
    | 'imported'
    | 'notAdmitted',
    `contribution-${string}`
  >;
}

export const TODAY = '2026-06-15';
const MARCH = '2026-03-10T09:00:00Z';

export async function tellStory(register: TestRegister): Promise<Story> {
  const story: Story = {
    authority: id('authority'),
    consultation: id('consultation'),
    takenOver: id('consultation'),
    decision: id('decision'),
    synthesis: id('synthesis'),
    commitments: { lighting: id('commitment'), bench: id('commitment'), pool: id('commitment') },
    contributions: Object.fromEntries(
      [
        'lit',
        'twoPoints',
        'waiting',
        'deferred',
        'grouped',
        'late',
        'withdrawn',
        'voided',
        'transferred',
        'restricted',
        'imported',
        'notAdmitted',
      ].map((name) => [name, id('contribution')]),
    ) as Story['contributions'],
  };
  await references(register, story);
  await deposits(register, story);
  await answers(register, story);
  await commitments(register, story);
  await tellOversight(register, story);
  await tellDeadlines(register, story);
  await tellReport(register, story);
  await tellModeration(register, story);
  await tellDecisionsAndCommitments(register, story);
  await tellAuthorityAndSynthesis(register, story);
  await tellConsultationsAndEncounters(register, story);
  // Last: it says something of the newest object of each kind.
  await tellWords(register, story);
  return story;
}

async function references(
  register: TestRegister,
  { authority, consultation, takenOver, decision }: Story,
): Promise<void> {
  await register.append(authority, [
    fact(authorityRegistered, { siret: '21440109300015' }, { name: { fr: 'Commune de Vaubelle' } }),
    fact(bodyNamed, { body: 'roads', kind: 'department' }, { name: { fr: 'Voirie' } }),
    fact(bodyRenamed, { body: 'roads' }, { name: { fr: 'Direction de la voirie' } }),
    fact(bodyNamed, { body: 'council', kind: 'council' }, { name: { fr: 'Conseil municipal' } }),
    fact(bodyNamed, { body: 'old', kind: 'committee' }, { name: { fr: 'Ancienne commission' } }),
    fact(bodyEnded, { body: 'old' }, { reason: { fr: 'Réunie au conseil' } }),
    fact(functionCreated, { function: 'deputy' }, { name: { fr: 'Adjointe à l’espace public' } }),
    fact(functionCreated, { function: 'former' }, { name: { fr: 'Adjoint aux sports' } }),
    fact(functionEnded, { function: 'former' }),
    fact(themeAdded, { theme: 'mobility' }, { name: { fr: 'Déplacements' } }),
    fact(themeAdded, { theme: 'schools' }, { name: { fr: 'École' } }),
    fact(themeRenamed, { theme: 'schools' }, { name: { fr: 'Écoles' } }),
    fact(themeAdded, { theme: 'bikes' }, { name: { fr: 'Vélo' } }),
    fact(themeMerged, { theme: 'bikes', into: 'mobility' }),
  ]);
  const mandate: DataOf<typeof consultationOpened> = {
    organiser: authority,
    level: 'consult',
    addressees: [{ authority, promise: { amount: 2, unit: 'months' } }],
    openPoints: [{ id: 'where' }],
    constraints: [{ id: 'budget', kind: 'budget' }],
    decisionPath: [{ step: 'vote', body: 'council', role: 'decides' }],
    channels: ['online', 'counter'],
    themes: ['mobility', 'schools'],
    wordsPublic: 'onAdmission',
  };
  await register.append(
    consultation,
    [
      fact(
        consultationOpened,
        mandate,
        {
          title: { fr: 'Vivre la rue' },
          openPointTexts: [{ fr: 'Où commencer' }],
          constraintTexts: [{ text: { fr: 'Deux millions d’euros' }, source: 'Budget 2026' }],
        },
        '2026-01-05',
      ),
      fact(depositOpened, { until: '2026-03-31' }, undefined, '2026-01-10'),
    ],
    { at: '2026-01-05T08:00:00Z' },
  );
  await register.append(takenOver, [
    fact(
      consultationOpened,
      { ...mandate, takenOver: { source: 'paris' } },
      {
        title: { fr: 'Budget participatif' },
        openPointTexts: [{ fr: 'Tout' }],
        constraintTexts: [{ text: { fr: 'Aucune' } }],
      },
      '2019',
    ),
    fact(depositClosed, {}, undefined, '2019-06'),
  ]);
  await register.append(decision, [
    fact(
      decisionRegistered,
      {
        authority,
        kind: 'councilDeliberation',
        body: 'council',
        consultations: [consultation],
        act: { id: '2026-DELIB-014', date: '2026-04-02' },
        votes: { members: 29, present: 27, for: 22, against: 3, abstained: 2 },
      },
      { title: { fr: 'Plan d’éclairage' } },
      '2026-04-02',
    ),
  ]);
}

async function deposits(register: TestRegister, { contributions, consultation, takenOver }: Story): Promise<void> {
  const deposit = async (
    name: keyof Story['contributions'],
    title: string,
    text: string,
    more: Partial<DataOf<typeof contributionRecorded>> = {},
    words: { sourceAddress?: string; signature?: string } = {},
  ): Promise<void> => {
    const data: DataOf<typeof contributionRecorded> = {
      consultation,
      sensitivity: 'public',
      kind: 'proposal',
      channel: 'online',
      language: 'fr',
      themes: ['mobility'],
      receivedOn: '2026-02-10',
      authorKind: 'person',
      attachmentCount: 0,
      ...more,
    };
    const concealed =
      data.sensitivity === 'public' ? undefined : { consultation: data.consultation, sensitivity: data.sensitivity };
    const given = fact(contributionRecorded, data, {
      title: { fr: title },
      text: { fr: text },
      contact: { email: 'a@example.org' },
      ...words,
    });
    await register.append(contributions[name], [given], { person: `person-${name}`, at: MARCH, concealed });
  };
  await deposit(
    'lit',
    'Éclairer la rue Zola',
    'Les vélos ne se voient pas la nuit devant l’école.',
    {},
    { signature: 'Une voisine' },
  );
  await deposit('twoPoints', 'Deux demandes', 'Un banc, et une piscine.', { themes: ['schools', 'mobility'] });
  await deposit('waiting', 'Traverser', 'Un passage piéton.', { receivedOn: '2026-01-20', channel: 'counter' });
  await deposit('deferred', 'Planter', 'Des arbres.', { receivedOn: '2026-02-01' });
  await deposit('grouped', 'Ralentir', 'Une zone 30.');
  await deposit('late', 'Réparer', 'Les trottoirs.', { receivedOn: '2026-01-15' });
  await deposit('withdrawn', 'Retirer', 'À retirer.');
  await deposit('voided', 'Essai', 'Essai.');
  await deposit('transferred', 'Le train', 'Plus de trains.');
  await deposit('restricted', 'Signalement', 'Entendu au guichet.', {
    sensitivity: 'restricted',
    channel: 'fieldReport',
  });
  await deposit(
    'imported',
    'Jardin partagé',
    'Un jardin.',
    {
      consultation: takenOver,
      channel: 'import',
      receivedOn: '2019-03',
      source: { name: 'paris', type: 'project', id: '42' },
      takenOver: { source: 'paris', notStated: ['author'] },
    },
    { sourceAddress: 'https://budget.example/projet/42' },
  );
  await deposit('notAdmitted', 'Pas encore', 'Pas encore lue.');
  await register.append(
    contributions.twoPoints,
    [
      fact(pointMarked, { point: 1 }, { extract: { fr: 'Un banc' } }),
      fact(pointMarked, { point: 2, theme: 'schools' }, { extract: { fr: 'une piscine' } }),
    ],
    { person: 'person-twoPoints' },
  );
  for (const name of Object.keys(contributions) as (keyof Story['contributions'])[]) {
    if (name === 'notAdmitted' || name === 'restricted') continue;
    await register.append(contributions[name], [fact(contributionAdmitted, {})], { at: '2026-03-11T09:00:00Z' });
  }
  await register.append(contributions.waiting, [
    fact(
      contributionEntryCorrected,
      { event: uuidV7(), field: '/channel', channel: 'letter' },
      { reason: { fr: 'Reçue par courrier' } },
    ),
  ]);
  await register.append(contributions.withdrawn, [fact(contributionWithdrawn, {}, { reason: { fr: 'Plus utile' } })], {
    person: 'person-withdrawn',
  });
  await register.append(contributions.voided, [
    fact(contributionVoided, { ground: 'test' }, { reason: { fr: 'Essai' } }),
  ]);
  await register.append(contributions.transferred, [
    fact(contributionTransferred, {}, { authority: { fr: 'La Région' } }),
  ]);
}

const NO_ANSWER = { point: 1, reasons: [], commitments: [], supersedes: null, evidenceCount: 0 } as const;

async function answers(register: TestRegister, story: Story): Promise<void> {
  const { contributions, synthesis, consultation, decision, commitments: made } = story;
  await register.append(consultation, [fact(depositClosed, {}, undefined, '2026-03-31')], {
    at: '2026-04-01T08:00:00Z',
  });
  const [first] = await register.append(contributions.lit, [
    fact(
      outcomeGiven,
      { ...NO_ANSWER, outcome: 'underReview', department: 'roads', answerOn: '2026-05' },
      {},
      '2026-04-03',
    ),
  ]);
  await register.append(contributions.lit, [
    fact(
      outcomeGiven,
      {
        ...NO_ANSWER,
        outcome: 'accepted',
        decision,
        commitments: [made.lighting],
        decidedBy: 'deputy',
        supersedes: first!,
      },
      { justification: { fr: 'Le conseil a voté le plan.' }, advice: { fr: 'Faisable.' } },
      '2026-04-10',
    ),
  ]);
  await register.append(
    contributions.twoPoints,
    [
      fact(
        outcomeGiven,
        { ...NO_ANSWER, outcome: 'accepted', commitments: [made.bench] },
        { justification: { fr: 'Un banc sera posé.' } },
      ),
      fact(
        outcomeGiven,
        { ...NO_ANSWER, point: 2, outcome: 'outOfScope', reasons: ['budget'], constraint: 'budget' },
        { justification: { fr: 'Hors budget.' } },
      ),
      fact(contributionContested, { event: uuidV7(), what: 'outcome' }, { text: { fr: 'Je ne suis pas d’accord.' } }),
    ],
    { person: 'person-twoPoints' },
  );
  await register.append(contributions.deferred, [
    fact(
      outcomeGiven,
      { ...NO_ANSWER, outcome: 'deferred', reasons: ['timing'], answerOn: '2026-06' },
      { justification: { fr: 'À l’automne.' } },
    ),
  ]);
  await register.append(contributions.imported, [
    fact(outcomeGiven, {
      ...NO_ANSWER,
      outcome: 'accepted',
      commitments: [made.pool],
      takenOver: { source: 'paris', notStated: ['reason'] },
    }),
  ]);
  await register.append(synthesis, [
    fact(
      synthesisOpened,
      { consultation, themes: ['mobility'], divergenceCount: 1 },
      {
        title: { fr: 'Ralentir la circulation' },
        text: { fr: 'Douze demandes.' },
        divergences: [{ fr: 'Certains refusent.' }],
      },
    ),
    fact(contributionsAttached, {
      members: [
        { contribution: contributions.grouped, point: 1 },
        { contribution: contributions.late, point: 1 },
      ],
    }),
    fact(
      contributionsDetached,
      { members: [{ contribution: contributions.late, point: 1 }] },
      { reason: { fr: 'Autre sujet' } },
    ),
  ]);
  await register.append(contributions.grouped, [fact(groupedInto, { synthesis, point: 1 })]);
  await register.append(contributions.late, [
    fact(groupedInto, { synthesis, point: 1 }),
    fact(removedFrom, { synthesis, point: 1 }),
  ]);
  await register.append(synthesis, [fact(synthesisPublished, {})]);
  const [common] = await register.append(synthesis, [
    fact(
      synthesisOutcomeGiven,
      { outcome: 'considered', reasons: [], commitments: [], evidenceCount: 0, members: 2, supersedes: null },
      { justification: { fr: 'Cela a pesé dans le plan.' } },
    ),
  ]);
  await register.append(
    contributions.grouped,
    [
      fact(
        outcomeGiven,
        { ...NO_ANSWER, outcome: 'considered', common: { synthesis, rev: 5, members: 2 } },
        { justification: { fr: 'Cela a pesé dans le plan.' } },
      ),
    ],
    { cause: common, actor: { role: 'process', body: 'synthesis-outcome' } },
  );
}

async function commitments(
  register: TestRegister,
  { authority, decision, commitments: made, contributions, synthesis }: Story,
): Promise<void> {
  const common = { authority, themes: ['mobility'] };
  await register.append(made.lighting, [
    fact(
      commitmentMade,
      {
        ...common,
        decision,
        answers: [contributions.lit],
        owner: 'roads',
        accountable: 'deputy',
        dueOn: '2026-05',
        budgetVoted: 5_000_000,
        reportEveryMonths: 2,
      },
      { title: { fr: 'Éclairer la rue Zola' } },
      '2026-04-15',
    ),
    fact(commitmentStarted, {}, undefined, '2026-04-20'),
    fact(
      stageReached,
      { stage: 'studies', word: 'Études', takenOver: { source: 'works-register' } },
      undefined,
      '2026-04-21',
    ),
    fact(progressReported, { percent: 30, evidenceCount: 0 }, { note: { fr: 'Devis reçu.' } }, '2026-04-25'),
    fact(
      stageLost,
      { from: 'studies', to: 'notStarted', word: 'À reprendre', takenOver: { source: 'works-register' } },
      { reason: { fr: 'Marché sans suite' } },
      '2026-05-01',
    ),
    fact(
      stageReached,
      { stage: 'works', word: 'Travaux', takenOver: { source: 'works-register' } },
      undefined,
      '2026-05-10',
    ),
    fact(
      commitmentRescheduled,
      { from: '2026-05', to: '2026-07', decidedBy: 'deputy' },
      { reason: { fr: 'Fournisseur en retard' } },
      '2026-05-20',
    ),
  ]);
  await register.append(made.bench, [
    fact(
      commitmentMade,
      { ...common, answers: [synthesis], dueOn: '2026-05-31' },
      { title: { fr: 'Poser un banc' } },
      '2026-04-15',
    ),
    fact(declaredDone, { evidenceCount: 1 }, { evidence: ['https://vaubelle.example/banc'] }, '2026-05-20'),
    fact(commitmentReopened, {}, { reason: { fr: 'Le banc a disparu.' } }, '2026-06-01'),
  ]);
  await register.append(made.pool, [
    fact(
      commitmentMade,
      {
        ...common,
        answers: [contributions.imported],
        dueOn: '2020',
        source: { name: 'paris', type: 'project', id: '42' },
      },
      { title: { fr: 'Jardin' } },
      '2019-07',
    ),
    fact(
      commitmentRescheduled,
      { from: '2020', to: null, takenOver: { source: 'paris', notStated: ['reason'] } },
      {},
      '2024-04-17/2025-12-02',
    ),
    fact(
      commitmentAbandoned,
      { reasons: [], takenOver: { source: 'paris', notStated: ['reason', 'decidedBy'] }, word: 'Abandonné' },
      {},
      '2024-04-17/2025-12-02',
    ),
    fact(sourceNoLongerLists, { lastListedOn: '2025-12-02' }),
  ]);
}
