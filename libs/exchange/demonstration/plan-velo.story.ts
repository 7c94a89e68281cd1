/** The cycling plan: the promised date is over and half of it is unanswered. Invented. */
import type { Commune } from './commune.story';
import { PLAN_VELO, REMONTEE } from './plan-velo.said';
import { department, type Storyteller } from './storyteller';
import { Telling } from './telling';

export async function planVelo(s: Storyteller, { town }: Commune): Promise<void> {
  const t = new Telling(s, 'velo');
  const consultation = await t.consultation('ouverte', 220, {
    organiser: town,
    level: 'consult',
    origin: 'residents',
    addressees: [{ authority: town, promise: { amount: 3, unit: 'months' } }],
    orderedBy: 'adjoint-mobilites',
    animatedBy: 'mobilites',
    openPoints: [{ id: 'itineraires' }, { id: 'stationnement-velo' }, { id: 'apprentissage' }],
    constraints: [
      { id: 'voies-etat', kind: 'legal' },
      { id: 'plafond', kind: 'budget' },
    ],
    decisionPath: [
      { step: 'avis', body: 'commission-cadre-de-vie', role: 'advises', expectedOn: s.monthOf(120) },
      { step: 'deliberation', body: 'conseil-municipal', role: 'decides', expectedOn: s.monthOf(100) },
    ],
    channels: ['online', 'workshop', 'counter', 'phone', 'letter', 'relay', 'fieldReport'],
    depositPeriod: `${s.daysAgo(208)}/${s.daysAgo(165)}`,
    themes: ['mobilites', 'ecoles', 'commerce', 'accessibilite', 'proprete'],
    wordsPublic: 'onAdmission',
    title: { fr: 'Plan vélo : quels itinéraires, quels services ?', en: 'Cycling plan: which routes, which services?' },
    summary: {
      fr: 'La Ville prépare son plan vélo à cinq ans et demande par où commencer.',
      en: 'The town is preparing a five-year cycling plan and asks where to begin.',
    },
    openPointTexts: [
      { fr: 'Quels itinéraires aménager d’abord ?', en: 'Which routes first?' },
      { fr: 'Où et comment garer son vélo ?', en: 'Where and how to park a bike?' },
      { fr: 'Comment apprendre à rouler, à tout âge ?', en: 'How to learn to ride, at any age?' },
    ],
    constraintTexts: [
      {
        text: {
          fr: 'La route nationale et les routes départementales ne relèvent pas de la Ville.',
          en: 'The national and departmental roads are not the town’s.',
        },
        source: 'Code de la voirie routière',
      },
      {
        text: { fr: 'Le plan dispose de 400 000 € par an.', en: 'The plan has 400,000 euros a year.' },
        source: 'Programmation pluriannuelle des investissements',
      },
    ],
  });
  await t.openDeposit(consultation, 208);
  const said = await t.contributions(consultation, PLAN_VELO);
  await t.restricted(consultation, REMONTEE);
  await t.closeDeposit(consultation, 165);
  await t.withdraw('velo-30', said['velo-30']!, 150);

  const plan = await t.decision('plan', 96, {
    authority: town,
    kind: 'councilDeliberation',
    body: 'conseil-municipal',
    consultations: [consultation],
    act: { id: `${s.daysAgo(96).slice(0, 4)}-DELIB-041`, date: s.daysAgo(96), subjectCode: '8.7' },
    votes: { members: 33, present: 30, for: 27, against: 1, abstained: 2 },
    title: { fr: 'Plan vélo : première tranche', en: 'Cycling plan: first stage' },
  });
  const track = await t.commitment('piste', 95, {
    authority: town,
    decision: plan,
    answers: [said['velo-college']!],
    owner: 'mobilites',
    accountable: 'adjoint-mobilites',
    dueOn: s.monthOf(-320),
    budgetVoted: 380_000_00,
    reportEveryMonths: 3,
    themes: ['mobilites', 'ecoles'],
    title: {
      fr: 'Construire une piste séparée jusqu’au collège',
      en: 'Build a separate track to the secondary school',
    },
  });
  await t.outcome('college', said['velo-college']!, 94, {
    outcome: 'accepted',
    decision: plan,
    commitments: [track],
    decidedBy: 'adjoint-mobilites',
    justification: { fr: 'Retenu : c’est l’itinéraire le plus demandé et le plus dangereux.' },
  });
  await t.start('piste', track, 60, department('mobilites'));
  await t.stage('piste-etudes', track, 60, 'studies', department('mobilites'));
  const lessons = await t.commitment('savoir-rouler', 95, {
    authority: town,
    decision: plan,
    answers: [said['velo-ecole']!],
    owner: 'education',
    accountable: 'adjointe-education',
    dueOn: s.monthOf(-140),
    themes: ['ecoles'],
    title: {
      fr: 'Faire passer le « savoir rouler » à trois classes de CM2',
      en: 'Bring cycling training to three final-year primary classes',
    },
  });
  await t.outcome('ecole', said['velo-ecole']!, 93, {
    outcome: 'partlyAccepted',
    reasons: ['operatingCost'],
    decision: plan,
    commitments: [lessons],
    decidedBy: 'adjointe-education',
    partTaken: { fr: 'Trois classes sur sept commencent au printemps.' },
    justification: { fr: 'Le prêt de vélos pour toutes les classes dépasse les moyens d’encadrement cette année.' },
  });
  await t.outcome('pont', said['velo-pont']!, 92, {
    outcome: 'underReview',
    department: 'mobilites',
    answerOn: s.monthOf(-30),
    decidedBy: 'adjoint-mobilites',
    justification: { fr: 'Une étude de structure du pont est commandée.' },
  });
  await t.outcome('gare', said['velo-gare']!, 90, {
    outcome: 'proposedForDecision',
    body: 'conseil-municipal',
    session: s.daysAgo(-20),
    decidedBy: 'adjoint-mobilites',
    proposersOpinion: { fr: 'Avis favorable : cinquante places, financées pour moitié par la Région.' },
  });
  await t.outcome('livraison', said['velo-livraison']!, 90, {
    outcome: 'considered',
    decidedBy: 'adjoint-mobilites',
    justification: {
      fr: 'Votre avis a conduit à prévoir une aire de livraison tous les cent mètres le long de la piste.',
    },
  });
  await t.outcome('cargo', said['velo-cargo']!, 89, {
    outcome: 'notAccepted',
    reasons: ['politicalChoice'],
    decidedBy: 'adjoint-mobilites',
    justification: {
      fr: 'La municipalité a choisi de consacrer cette enveloppe à l’abri de la gare ; le prêt est laissé aux associations.',
    },
  });
  await t.transfer(
    'nationale',
    said['velo-nationale']!,
    120,
    { fr: 'Direction interdépartementale des routes (État)' },
    {
      fr: 'Le carrefour est sur une route nationale : votre demande a été envoyée à l’État.',
    },
  );
  await t.outcome('trous', said['velo-trous']!, 140, {
    outcome: 'alreadyDone',
    decidedBy: 'adjoint-mobilites',
    justification: { fr: 'La chaussée de la rue Haute a été reprise sur 180 mètres.' },
    evidence: ['Bon d’intervention VOI-077'],
  });
  await t.outcome('cout', said['velo-cout']!, 91, {
    outcome: 'answered',
    decidedBy: 'adjoint-mobilites',
    justification: {
      fr: '2 millions d’euros en cinq ans : 1,1 million pour la Ville, 600 000 € attendus de la Région, 300 000 € du Département.',
    },
  });
}
