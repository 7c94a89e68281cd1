/** The market square: consulted, answered, decided, and not everything kept. Invented. */
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { Commune } from './commune.story';
import { PLACE_DU_MARCHE } from './place-du-marche.said';
import { department, type Storyteller } from './storyteller';
import { Telling } from './telling';

export async function placeDuMarche(s: Storyteller, commune: Commune): Promise<void> {
  const t = new Telling(s, 'place');
  const { town } = commune;
  const consultation = await t.consultation('ouverte', 445, {
    organiser: town,
    level: 'involve',
    origin: 'authority',
    addressees: [{ authority: town, promise: { amount: 3, unit: 'months' } }],
    orderedBy: 'adjointe-espaces-publics',
    animatedBy: 'espaces-publics',
    amountAtStake: 1_200_000_00,
    openPoints: [{ id: 'ombre' }, { id: 'stationnement' }, { id: 'mobilier' }, { id: 'usages' }],
    constraints: [
      { id: 'accessibilite', kind: 'legal' },
      { id: 'reseau-chaleur', kind: 'technical' },
      { id: 'enveloppe', kind: 'budget' },
    ],
    decisionPath: [
      { step: 'avis', body: 'commission-cadre-de-vie', role: 'advises', expectedOn: s.monthOf(330) },
      { step: 'proposition', body: 'bureau-municipal', role: 'proposes', expectedOn: s.monthOf(315) },
      { step: 'deliberation', body: 'conseil-municipal', role: 'decides', expectedOn: s.monthOf(300) },
      { step: 'travaux', body: 'espaces-publics', role: 'implements' },
    ],
    channels: ['online', 'workshop', 'counter', 'phone', 'letter'],
    depositPeriod: `${s.daysAgo(430)}/${s.daysAgo(370)}`,
    themes: [
      'espaces-publics',
      'nature',
      'mobilites',
      'commerce',
      'vie-associative',
      'proprete',
      'accessibilite',
      'ecoles',
    ],
    wordsPublic: 'onAdmission',
    title: { fr: 'Réaménager la place du Marché', en: 'Redesigning the market square' },
    summary: {
      fr: 'La place sera refaite en deux tranches. La Ville demande ce qui doit y trouver sa place : l’ombre, le stationnement, les bancs, les usages.',
      en: 'The square will be rebuilt in two stages. The town asks what belongs there: shade, parking, benches, uses.',
    },
    openPointTexts: [
      { fr: 'Combien d’arbres, où, et pour quelle ombre ?', en: 'How many trees, where, for what shade?' },
      {
        fr: 'Quelle part de la place garder au stationnement, et sous quelles règles ?',
        en: 'How much of the square should stay a car park, under which rules?',
      },
      {
        fr: 'Quel mobilier : bancs, fontaine, toilettes, jeux, arceaux ?',
        en: 'Which furniture: benches, fountain, toilets, play, bike stands?',
      },
      { fr: 'Quels usages les jours sans marché ?', en: 'Which uses on days without a market?' },
    ],
    constraintTexts: [
      {
        text: { fr: 'Les cheminements doivent être accessibles à tous.', en: 'Paths must be accessible to all.' },
        source: 'Loi n° 2005-102 du 11 février 2005, art. 45',
      },
      {
        text: {
          fr: 'Un réseau de chaleur passe sous la place : rien ne peut être creusé à plus d’un mètre vingt.',
          en: 'A heating network runs under the square: nothing may be dug deeper than 1.2 m.',
        },
        source: 'Plan de récolement du réseau de chaleur',
      },
      {
        text: { fr: 'L’enveloppe votée est de 1,2 million d’euros.', en: 'The budget voted is 1.2 million euros.' },
        source: 'Budget primitif, chapitre 23',
      },
    ],
  });
  await t.openDeposit(consultation, 430);
  const said = await t.contributions(consultation, PLACE_DU_MARCHE);
  await t.closeDeposit(consultation, 370);
  await t.void(said['essai']!, 369, 'test', { fr: 'Essai d’un agent lors de la formation au guichet.' });

  const deliberation = await t.decision('deliberation', 300, {
    authority: town,
    kind: 'councilDeliberation',
    body: 'conseil-municipal',
    consultations: [consultation],
    act: { id: `${s.daysAgo(300).slice(0, 4)}-DELIB-087`, date: s.daysAgo(300), subjectCode: '8.4' },
    votes: { members: 33, present: 31, for: 24, against: 5, abstained: 2 },
    title: {
      fr: 'Réaménagement de la place du Marché : programme et calendrier',
      en: 'Market square: programme and schedule',
    },
    summary: { fr: 'Adopte le programme en deux tranches, le plan de plantation et la règle de stationnement.' },
  });
  await shade(s, t, commune, consultation, said, deliberation);
  await parking(t, commune, consultation, said, deliberation);
  await oneByOne(s, t, commune, said, deliberation);
}

type Said = Record<string, ObjectId<'contribution'>>;

/** A common answer, a commitment that slipped twice, was declared done, and is contested. */
async function shade(
  s: Storyteller,
  t: Telling,
  { town }: Commune,
  consultation: ObjectId<'consultation'>,
  said: Said,
  deliberation: ObjectId<'decision'>,
): Promise<void> {
  const members = ['ombre-marche', 'ombre-ecole', 'ombre-anciens', 'ombre-sols', 'ombre-reserve'].map(
    (key) => said[key]!,
  );
  const synthesis = await t.synthesis('ombre', 345, {
    consultation,
    themes: ['nature'],
    title: { fr: 'De l’ombre et de la pleine terre', en: 'Shade and open ground' },
    text: {
      fr: 'Cinq contributions demandent des arbres de haute tige en pleine terre, des bancs à l’ombre et des sols perméables, d’abord le long des étals et sur le chemin de l’école.',
    },
    divergences: [
      {
        fr: 'Un commerçant accepte les arbres à condition que les vitrines restent visibles et que le déballage du jeudi reste possible.',
      },
      {
        fr: 'Une association demande de désimperméabiliser la moitié de la place ; les forains craignent de perdre des emplacements.',
      },
    ],
    members,
  });
  const trees = await t.commitment('arbres', 299, {
    authority: town,
    decision: deliberation,
    answers: [synthesis],
    owner: 'espaces-publics',
    accountable: 'adjointe-espaces-publics',
    dueOn: s.monthOf(150),
    budgetVoted: 96_000_00,
    reportEveryMonths: 3,
    themes: ['nature'],
    title: {
      fr: 'Planter vingt-quatre arbres de haute tige en pleine terre',
      en: 'Plant twenty-four full-size trees in open ground',
    },
    means: { fr: 'Micocouliers et tilleuls, fosses de 12 m³, arrosage pendant trois ans.' },
    indicator: { fr: 'Nombre d’arbres plantés et vivants à la fin du premier été.' },
  });
  const soils = await t.commitment('sols', 299, {
    authority: town,
    decision: deliberation,
    answers: [synthesis],
    owner: 'espaces-publics',
    accountable: 'adjointe-espaces-publics',
    dueOn: s.monthOf(-210),
    budgetVoted: 310_000_00,
    themes: ['nature'],
    title: {
      fr: 'Rendre perméables 1 400 m² de sols sur la moitié nord',
      en: 'Make 1,400 m² of ground permeable on the north half',
    },
  });
  await t.commonOutcome('ombre', synthesis, 290, {
    outcome: 'accepted',
    decision: deliberation,
    commitments: [trees, soils],
    decidedBy: 'adjointe-espaces-publics',
    justification: {
      fr: 'Retenu en entier : vingt-quatre arbres en pleine terre et la moitié nord rendue perméable. Les emplacements du jeudi sont conservés, les arbres sont plantés entre les travées.',
    },
    advice: {
      fr: 'La direction des espaces publics recommande le micocoulier, qui supporte la chaleur et le tassement.',
    },
  });
  const works = department('espaces-publics');
  await t.start('arbres', trees, 260, works);
  await t.stage('arbres-etudes', trees, 255, 'studies', works);
  await t.reschedule('arbres-1', trees, 185, s.monthOf(150), s.monthOf(90), {
    fr: 'Une conduite de gaz non signalée traverse trois fosses : le plan de plantation est repris avec le concessionnaire.',
  });
  await t.report('arbres-1', trees, 120, works, {
    percent: 40,
    note: { fr: 'Fosses ouvertes côté halle ; commande des arbres passée.' },
  });
  await t.reschedule('arbres-2', trees, 52, s.monthOf(90), s.monthOf(25), {
    fr: 'Livraison des arbres reportée par la pépinière, puis sol gorgé d’eau.',
  });
  await t.stage('arbres-travaux', trees, 48, 'works', works);
  const done = await t.done('arbres', trees, 21, works, {
    note: { fr: 'Vingt-quatre arbres plantés et tuteurés. Réception sans réserve.' },
    evidence: ['Procès-verbal de réception du lot « plantations »'],
  });
  await t.contest('arbres', 'ombre-anciens', said['ombre-anciens']!, 12, done, 'declaredDone', {
    fr: 'J’ai compté dix-sept arbres, et aucun banc n’est à l’ombre devant la poste.',
  });
  await t.stage('sols-etudes', soils, 230, 'studies', works);
  await t.stage('sols-procedures', soils, 95, 'procedures', works);
  await t.reschedule('sols-1', soils, 94, s.monthOf(-210), s.monthOf(-150), {
    fr: 'Le marché a été attribué plus tôt que prévu : la tranche nord commence dès la fin de l’hiver.',
  });
}

/** A common answer that takes part of what was asked. */
async function parking(
  t: Telling,
  { town }: Commune,
  consultation: ObjectId<'consultation'>,
  said: Said,
  deliberation: ObjectId<'decision'>,
): Promise<void> {
  const synthesis = await t.synthesis('stationnement', 344, {
    consultation,
    themes: ['mobilites'],
    title: { fr: 'Quelle place pour les voitures ?', en: 'How much room for cars?' },
    text: {
      fr: 'Deux contributions demandent de garder des places de courte durée ; une troisième demande de supprimer tout stationnement.',
    },
    divergences: [
      {
        fr: 'Un contributeur demande une place sans voitures : son point de vue est minoritaire parmi les dépôts, majoritaire dans l’atelier jeunes.',
      },
    ],
    members: ['parking-garder', 'parking-infirmiere', 'parking-supprimer'].map((key) => said[key]!),
  });
  const zone = await t.commitment('zone-bleue', 299, {
    authority: town,
    decision: deliberation,
    answers: [synthesis],
    owner: 'mobilites',
    accountable: 'adjoint-mobilites',
    dueOn: t.s.monthOf(200),
    budgetVoted: 18_000_00,
    themes: ['mobilites', 'commerce'],
    title: {
      fr: 'Créer dix-huit places en zone bleue, dont deux accessibles',
      en: 'Create eighteen short-stay spaces, two of them accessible',
    },
  });
  await t.commonOutcome('stationnement', synthesis, 288, {
    outcome: 'partlyAccepted',
    reasons: ['generalInterest'],
    decision: deliberation,
    commitments: [zone],
    decidedBy: 'adjoint-mobilites',
    partTaken: { fr: 'Dix-huit places à durée limitée (une heure trente) sont gardées au sud, dont deux accessibles.' },
    justification: {
      fr: 'Supprimer tout stationnement priverait les soins à domicile et les commerces d’arrêts courts ; garder les soixante-deux places actuelles ne laisserait aucune place aux arbres.',
    },
  });
  const mobility = department('mobilites');
  await t.start('zone-bleue', zone, 250, mobility);
  await t.done('zone-bleue', zone, 205, mobility, {
    note: { fr: 'Marquage et panneaux posés ; disques distribués en mairie.' },
    evidence: ['Arrêté de stationnement A-214', 'Photographies du marquage'],
  });
}

async function oneByOne(
  s: Storyteller,
  t: Telling,
  { town }: Commune,
  said: Said,
  deliberation: ObjectId<'decision'>,
): Promise<void> {
  const of = (key: string): ObjectId<'contribution'> => said[key]!;
  await t.outcome('kiosque', of('kiosque'), 291, {
    outcome: 'notAccepted',
    reasons: ['budget', 'operatingCost', 'politicalChoice'],
    decidedBy: 'adjointe-espaces-publics',
    justification: {
      fr: 'Un kiosque coûterait 240 000 €, le cinquième de l’enveloppe, pour une douzaine de concerts par an. La municipalité préfère une scène démontable, prêtée aux associations.',
    },
    advice: { fr: 'Techniquement possible à l’angle de la halle, sous réserve d’une étude acoustique.' },
  });
  await t.outcome('parking-souterrain', of('parking-souterrain'), 291, {
    outcome: 'outOfScope',
    constraint: 'reseau-chaleur',
    decidedBy: 'adjoint-mobilites',
    justification: {
      fr: 'Le mandat exclut tout ouvrage de plus d’un mètre vingt de profondeur : le réseau de chaleur occupe le sous-sol de la place.',
    },
  });
  const toilets = await t.commitment('toilettes', 299, {
    authority: town,
    decision: deliberation,
    answers: [of('toilettes')],
    owner: 'espaces-publics',
    accountable: 'adjointe-espaces-publics',
    dueOn: s.monthOf(110),
    budgetVoted: 70_000_00,
    themes: ['accessibilite', 'proprete'],
    title: {
      fr: 'Installer des toilettes publiques accessibles près de la halle',
      en: 'Install accessible public toilets near the market hall',
    },
  });
  await t.outcome('toilettes', of('toilettes'), 291, {
    outcome: 'accepted',
    decision: deliberation,
    commitments: [toilets],
    decidedBy: 'adjointe-espaces-publics',
    justification: { fr: 'Retenu : un bloc accessible, gratuit, ouvert de 7 h à 22 h.' },
  });
  await t.abandon('toilettes', toilets, 47, {
    reasons: ['operatingCost', 'budget'],
    decidedBy: 'adjointe-espaces-publics',
    reason: {
      fr: 'Les deux offres reçues dépassent de 60 % l’enveloppe, et l’entretien coûterait 38 000 € par an. Une convention avec les cafés est à l’étude.',
    },
  });
  await t.outcome('fontaine', of('fontaine'), 292, {
    outcome: 'alreadyPlanned',
    reference: 'Programme d’entretien des fontaines, voté l’an dernier',
    decidedBy: 'adjointe-espaces-publics',
    justification: {
      fr: 'La remise en eau, avec un point d’eau potable, est inscrite au programme d’entretien des fontaines.',
    },
  });
  await t.outcome('doublon-fontaine', of('doublon-fontaine'), 292, {
    outcome: 'merged',
    mergedInto: of('fontaine'),
    decidedBy: 'adjointe-espaces-publics',
  });
  await t.outcome('eclairage', of('eclairage'), 292, {
    outcome: 'alreadyDone',
    decidedBy: 'adjointe-espaces-publics',
    justification: { fr: 'Quatre candélabres ont été posés dans le passage des Drapiers le mois dernier.' },
    evidence: ['Bon d’intervention ECL-311'],
  });
  await t.outcome('marche-dimanche', of('marche-dimanche'), 292, {
    outcome: 'deferred',
    reasons: ['timing'],
    answerOn: s.monthOf(-60),
    decidedBy: 'maire',
    justification: {
      fr: 'Un second marché suppose l’accord des forains : la question sera reprise après une saison dans la place refaite.',
    },
  });
  await t.outcome('avis-lieu', of('avis-lieu'), 292, {
    outcome: 'considered',
    decidedBy: 'adjointe-espaces-publics',
    factChecked: false,
    justification: {
      fr: 'Cet avis a pesé dans le programme : six assises sont placées hors des terrasses, et aucune n’est réservée aux clients.',
    },
  });
  await t.outcome('question-travaux', of('question-travaux'), 293, {
    outcome: 'answered',
    decidedBy: 'adjointe-espaces-publics',
    justification: {
      fr: 'Deux tranches de sept mois, hors saison. Le marché se tiendra sur le cours des Tilleuls pendant la première, sur la moitié sud pendant la seconde.',
    },
  });
  await t.transfer(
    'car-arret',
    of('car-arret'),
    300,
    { fr: 'Région (transports interurbains)' },
    {
      fr: 'Les arrêts du car régional relèvent de la Région, à qui votre demande a été envoyée avec l’avis favorable de la Ville.',
    },
  );
  const benchesReview = await t.outcome('bancs-examen', of('bancs-adosses'), 294, {
    outcome: 'underReview',
    department: 'espaces-publics',
    answerOn: s.daysAgo(240),
    decidedBy: 'adjointe-espaces-publics',
    justification: { fr: 'Trois modèles sont à l’essai devant la mairie.' },
  });
  const benches = await t.commitment('bancs', 232, {
    authority: town,
    decision: deliberation,
    answers: [of('bancs-adosses')],
    owner: 'espaces-publics',
    accountable: 'adjointe-espaces-publics',
    dueOn: s.monthOf(-75),
    budgetVoted: 14_400_00,
    reportEveryMonths: 6,
    themes: ['accessibilite'],
    title: { fr: 'Poser douze bancs avec dossier et accoudoirs', en: 'Install twelve benches with backs and armrests' },
  });
  await t.outcome('bancs', of('bancs-adosses'), 230, {
    outcome: 'accepted',
    decision: deliberation,
    commitments: [benches],
    decidedBy: 'adjointe-espaces-publics',
    supersedes: benchesReview,
    justification: {
      fr: 'Le modèle à dossier et accoudoirs, choisi avec le conseil des usagers, équipera toute la place.',
    },
  });
  await t.start('bancs', benches, 150, department('espaces-publics'));
  await t.report('bancs', benches, 40, department('espaces-publics'), {
    percent: 50,
    note: { fr: 'Six bancs posés côté poste ; six autres après la plantation.' },
  });
  const terracesYes = await t.outcome('terrasses-oui', of('terrasses'), 291, {
    outcome: 'accepted',
    decision: deliberation,
    decidedBy: 'adjointe-espaces-publics',
    justification: { fr: 'Retenu à titre d’essai pour un été.' },
  });
  await t.outcome('terrasses-non', of('terrasses'), 160, {
    outcome: 'notAccepted',
    reasons: ['safety', 'legalObstacle'],
    decidedBy: 'adjointe-espaces-publics',
    supersedes: terracesYes,
    justification: { fr: 'Les terrasses ne peuvent pas être étendues jusqu’à la halle.' },
    worseningReason: {
      fr: 'Le service d’incendie a rendu un avis défavorable : l’accès des échelles à la façade nord doit rester libre.',
    },
  });
  await t.outcome('jeux', of('jeux'), 290, {
    outcome: 'underReview',
    department: 'espaces-publics',
    answerOn: s.daysAgo(180),
    decidedBy: 'adjointe-espaces-publics',
    justification: { fr: 'Le sol souple et la clôture sont en cours de chiffrage.' },
  });
  const stands = await t.commitment('arceaux', 118, {
    authority: town,
    answers: [of('velos-garer')],
    owner: 'mobilites',
    accountable: 'adjoint-mobilites',
    dueOn: s.monthOf(45),
    budgetVoted: 4_800_00,
    reportEveryMonths: 2,
    themes: ['mobilites'],
    title: {
      fr: 'Poser quarante arceaux à vélos autour de la place',
      en: 'Install forty bike stands around the square',
    },
  });
  await t.outcome('velos-garer', of('velos-garer'), 117, {
    outcome: 'accepted',
    commitments: [stands],
    decidedBy: 'adjoint-mobilites',
    justification: { fr: 'Retenu, avec retard : quarante arceaux seront posés, dont dix pour vélos cargos.' },
  });
}
