/**
 * A street is calmed, from the mandate to a published report, over the API only: five common answers, two slips, a refused
 * and re-examined admissibility, a redaction, an annulled decision, works contested by an independent committee, an
 * evaluation and a change of council. The commune and its people are invented.
 */
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { parisDay } from '@fil/facts/dates/paris-day';
import { addDays } from '@fil/facts/dates/calendar-date';
import { Api } from '../e2e/api';
import { eventually } from '../e2e/eventually';
import { startApp, type RunningApp } from '../e2e/running-app';
import { TOWN_SIRET } from '../e2e/town-siret';

const LONG = 120_000;
const TODAY = parisDay(new Date());
const ago = (days: number): string => addDays(TODAY, -days);
/** What is asked before and after a consultation, to be compared. */
const CRITERIA = ['trust', 'calm', 'inclusion'];
const fr = (text: string): { fr: string } => ({ fr: text });

interface Deposited {
  readonly id: string;
  readonly authorKey: string;
  readonly event: string;
}

let running: RunningApp;
/** Who acts: the town hall, its roads department, its director, the guarantor, the committee, the facilitator, anybody. */
let mairie: Api;
let voirie: Api;
let dgs: Api;
let garante: Api;
let comite: Api;
let animation: Api;
let anybody: Api;

let authority: string;
let consultation: string;
let guarantor: string;
let committee: string;
let decision: string;
const deposited: Deposited[] = [];
const syntheses: string[] = [];
let crossing: string;
let bollards: string;
let done: string;
let finding: string;
let evaluation: string;
let report: string;

beforeAll(async () => {
  running = await startApp();
  const as = async (role: 'official' | 'agent' | 'guarantor' | 'committeeMember' | 'facilitator', body: string) =>
    new Api(running, { token: (await running.token({ role, body })).token });
  mairie = await as('official', 'mairie');
  voirie = await as('agent', 'voirie');
  dgs = await as('official', 'direction');
  garante = await as('guarantor', 'garante-zola');
  comite = await as('committeeMember', 'comite-zola');
  animation = await as('facilitator', 'animatrice');
  anybody = new Api(running);
});
afterAll(() => running.close());

/** What a reader sees who waits for all that is recorded. */
const now = async (path: string): Promise<Record<string, unknown>> => {
  const response = await anybody.get(path, { more: { 'fil-seen': String(await running.logSize()) } });
  if (response.status !== 200) throw new Error(`GET ${path}: ${response.status} ${response.text}`);
  return response.body as Record<string, unknown>;
};
const history = async (stream: string): Promise<RecordedEvent[]> =>
  (await running.register.store.readStream(stream)).map(toRecordedEvent);
const typesOf = async (stream: string): Promise<string[]> =>
  (await history(stream)).map(({ type }) => type.slice(type.indexOf('.') + 1).replace(/\/\d+$/, ''));
const eventOf = ({ body }: { body: { events: { id: string }[] } }): string => body.events[0]!.id;

it('the mandate says what is open, what is not and why, who answers and by when', async () => {
  authority = await mairie.create('authorities', { siret: TOWN_SIRET, name: fr('Commune de Vaubelle (inventée)') });
  const of = (room: string): string => `authorities/${authority}/${room}`;
  for (const [body, kind, name] of [
    ['mairie', 'bureau', 'Mairie'],
    ['conseil', 'council', 'Conseil municipal'],
    ['voirie', 'department', 'Direction de la voirie'],
    ['direction', 'department', 'Direction générale'],
  ] as const) {
    await mairie.record(of('bodies'), { body, kind, name: fr(name) });
  }
  for (const [code, name] of [
    ['adjointe-espace-public', 'Adjointe à l’espace public'],
    ['cheffe-participation', 'Cheffe du service participation'],
    ['directrice-generale', 'Directrice générale des services'],
  ] as const) {
    await mairie.record(of('functions'), { function: code, name: fr(name) });
  }
  await mairie.record(of('themes'), { theme: 'rue', name: fr('Rue') });
  await mairie.record(of('sessions'), { session: 'cm-prochain', body: 'conseil', on: addDays(TODAY, 21) });
  await mairie.record(of('deadline-rules/start-set'), { validFrom: ago(200) });
  consultation = await mairie.create('consultations', {
    organiser: authority,
    level: 'consult',
    origin: 'residents',
    addressees: [{ authority, promise: { amount: 2, unit: 'months' } }],
    orderedBy: 'adjointe-espace-public',
    animatedBy: 'voirie',
    openPoints: [{ id: 'vitesse' }, { id: 'trottoirs' }],
    openPointTexts: [fr('Comment faire baisser la vitesse ?'), fr('Où élargir les trottoirs ?')],
    constraints: [{ id: 'bus', kind: 'technical' }],
    constraintTexts: [{ text: fr('La ligne de bus garde son itinéraire.'), source: 'Convention de transport 2024' }],
    decisionPath: [
      { step: 'avis', body: 'voirie', role: 'advises' },
      { step: 'vote', body: 'conseil', role: 'decides' },
    ],
    channels: ['online', 'counter', 'workshop'],
    themes: ['rue'],
    wordsPublic: 'onAdmission',
    title: fr('Apaiser la rue Zola'),
    occurredOn: ago(120),
  });
  const about = (room: string): string => `consultations/${consultation}/${room}`;
  await mairie.record(about('rules'), {
    rules: fr('Art. 1. Chacun s’exprime sur la rue, pas sur ses voisins.'),
  });
  guarantor = await mairie.create('guarantors', {
    authority,
    code: 'garante-zola',
    consultations: [consultation],
    appointedBy: 'authority',
    chosenBy: 'fromList',
    list: 'departmental',
    title: fr('La garante de la démarche'),
  });
  await mairie.record(about('deposit-openings'), { occurredOn: ago(110), until: addDays(TODAY, 1) });
  await mairie.record(about('means'), { category: 'facilitation', cents: 480_000, hours: 60 });
  await mairie.record(about('publics'), {
    of: 'participants',
    rowsBy: 'age',
    rows: ['moins-30', 'plus-30'],
    rowLabels: [fr('Moins de 30 ans'), fr('30 ans et plus')],
    counts: [3, 41],
  });
  await mairie.record(about('publics-not-reached'), { statement: fr('Les lycéens n’ont pas été rencontrés.') });
  const shown = await now(`consultations/${consultation}`);
  expect(JSON.stringify(shown)).toContain('La garante de la démarche');
  // A group of three is not told, nor can it be computed back.
  const publics = (await history(consultation)).find(({ type }) => type === 'consultation.publicsReported/1')!;
  expect(publics.data).toMatchObject({ cells: [null, null] });
});

it(
  'people speak; one is refused and, on re-examination, heard; one text is redacted',
  async () => {
    for (let n = 1; n <= 12; n++) {
      const { body } = await voirie.record('contributions', {
        consultation,
        kind: 'proposal',
        channel: 'counter',
        language: 'fr',
        authorKind: 'person',
        themes: ['rue'],
        rulesVersion: 1,
        title: fr(`Proposition ${n} pour la rue`),
        text: fr(n === 2 ? 'Monsieur Untel, au numéro 4, roule trop vite.' : `Une chicane au numéro ${n}.`),
      });
      deposited.push({ id: body.stream, authorKey: body.authorKey, event: body.events[0].id });
      if (n !== 1) await voirie.record(`contributions/${body.stream}/admissions`, {});
    }
    const [refused, talksOfOne] = deposited as [Deposited, Deposited];

    const moderation = await mairie.record(`contributions/${refused.id}/inadmissibilities`, {
      rulesVersion: 1,
      article: 'Art.1',
      decidedBy: 'cheffe-participation',
      authorTold: 'letter',
      reason: fr('La proposition viserait un riverain.'),
    });
    expect(await now(`contributions/${refused.id}`)).toMatchObject({ standing: 'inadmissible' });
    const appeal = await anybody.record(`contributions/${refused.id}/appeals`, {
      event: eventOf(moderation),
      authorKey: refused.authorKey,
      text: fr('Je parle de la rue, de personne d’autre.'),
    });
    await garante.record(`contributions/${refused.id}/guarantor-opinions`, {
      appeal: eventOf(appeal),
      guarantor,
      opinion: 'reversed',
      text: fr('Le texte ne nomme personne.'),
    });
    const sameAgain = await mairie.post(`contributions/${refused.id}/appeal-decisions`, {
      appeal: eventOf(appeal),
      result: 'upheld',
      decidedBy: 'cheffe-participation',
      authorTold: 'letter',
      reason: fr('Non.'),
    });
    expect(sameAgain.status).toBeGreaterThanOrEqual(400);
    await dgs.record(`contributions/${refused.id}/appeal-decisions`, {
      appeal: eventOf(appeal),
      result: 'reversed',
      decidedBy: 'directrice-generale',
      authorTold: 'letter',
    });
    await voirie.record(`contributions/${refused.id}/admissions`, {});
    expect(await now(`contributions/${refused.id}`)).toMatchObject({ standing: 'pending' });

    await mairie.record(`contributions/${talksOfOne.id}/redactions`, {
      event: talksOfOne.event,
      paths: ['/text'],
      ground: 'judgementOnPerson',
      decidedBy: 'cheffe-participation',
      authorTold: 'inPerson',
      shownInstead: [fr('Un riverain roule trop vite.')],
    });
    const thread = JSON.stringify(await now(`contributions/${talksOfOne.id}`));
    expect(thread).not.toContain('Untel');
    expect(thread).toContain('Un riverain roule trop vite.');
    expect(JSON.stringify(await now('contributions?q=Untel'))).not.toContain('Untel, au numéro');
  },
  LONG,
);

it(
  'it is grouped, decided, and answered in common, five times',
  async () => {
    for (let n = 0; n < 5; n++) {
      const synthesis = await mairie.create('syntheses', {
        consultation,
        themes: ['rue'],
        title: fr(`Demande ${n + 1}`),
      });
      syntheses.push(synthesis);
      const members = deposited.slice(2 * n, 2 * n + 2).map(({ id }) => ({ contribution: id, point: 1 }));
      await mairie.record(`syntheses/${synthesis}/attachments`, { members });
      if (n === 0) {
        await mairie.record(`syntheses/${synthesis}/divergences`, {
          kind: 'dissentingView',
          positions: [fr('Garder le stationnement.')],
        });
      }
      await mairie.record(`syntheses/${synthesis}/publications`, n === 0 ? {} : { noneExpressed: true });
    }
    await mairie.record(`consultations/${consultation}/deposit-closings`, {});
    decision = await mairie.create('decisions', {
      authority,
      kind: 'councilDeliberation',
      body: 'conseil',
      consultations: [consultation],
      act: { id: '2026-DELIB-031', date: ago(20) },
      votes: { members: 29, present: 27, for: 20, against: 5, abstained: 2 },
      title: fr('Apaisement de la rue Zola'),
      occurredOn: ago(20),
    });
    await mairie.record(`decisions/${decision}/steps`, {
      consultation,
      step: 'vote',
      body: 'conseil',
      outcome: 'adopted',
    });
    await mairie.record(`decisions/${decision}/reasons`, {
      consultation,
      reasons: fr('La vitesse y cause des accidents.'),
    });
    const promise = {
      authority,
      decision,
      owner: 'voirie',
      accountable: 'adjointe-espace-public',
      themes: ['rue'],
      occurredOn: ago(19),
    };
    crossing = await mairie.create('commitments', {
      ...promise,
      answers: [syntheses[0]],
      title: fr('Surélever le passage devant l’école'),
      dueOn: addDays(TODAY, 60),
      budgetVoted: 4_000_000,
      reportEveryMonths: 3,
    });
    bollards = await mairie.create('commitments', {
      ...promise,
      answers: [syntheses[1]],
      title: fr('Poser des potelets'),
      dueOn: addDays(TODAY, 30),
    });
    const answers = [
      { outcome: 'accepted', decision, commitments: [crossing], justification: fr('Le passage sera surélevé.') },
      { outcome: 'accepted', decision, commitments: [bollards], justification: fr('Des potelets seront posés.') },
      { outcome: 'notAccepted', reasons: ['politicalChoice'], justification: fr('Le stationnement est conservé.') },
      { outcome: 'outOfScope', constraint: 'bus', justification: fr('Le bus garde son itinéraire.') },
      {
        outcome: 'deferred',
        reasons: ['budget'],
        justification: fr('Le budget ne le permet pas cette année.'),
        answerOn: addDays(TODAY, 300),
      },
    ];
    for (const [n, answer] of answers.entries()) {
      await mairie.record(`syntheses/${syntheses[n]}/outcomes`, { ...answer, decidedBy: 'adjointe-espace-public' });
    }
    await eventually(
      'the common answers carried to all',
      async () => {
        const types = await Promise.all(deposited.slice(0, 10).map(({ id }) => typesOf(id)));
        return types.every((one) => one.includes('outcomeGiven'));
      },
      LONG,
    );
    await mairie.record(`contributions/${deposited[10]!.id}/outcomes`, {
      outcome: 'alreadyPlanned',
      justification: fr('C’est prévu au plan vélo.'),
      reference: 'Plan vélo 2025',
      decidedBy: 'adjointe-espace-public',
    });
    const { counts } = await now(`consultations/${consultation}`);
    // Deferred is no answer; the last one waits.
    expect(counts).toMatchObject({ received: 12, published: 12, answered: 9 });
    const again = await mairie.post(`contributions/${deposited[0]!.id}/outcomes`, {
      outcome: 'notAccepted',
      reasons: ['budget'],
      justification: fr('Non.'),
      decidedBy: 'adjointe-espace-public',
    });
    expect(again.status).toBe(409);
  },
  LONG,
);

it('two dates slip, each with its reason, and an annulled decision is shown on what rests on it', async () => {
  await mairie.record(`commitments/${crossing}/starts`, {});
  for (const [from, to, reason] of [
    [addDays(TODAY, 60), addDays(TODAY, 90), 'L’entreprise a demandé un mois.'],
    [addDays(TODAY, 90), addDays(TODAY, 150), 'Un réseau a été découvert.'],
  ] as const) {
    await mairie.record(`commitments/${crossing}/reschedulings`, {
      from,
      to,
      decidedBy: 'adjointe-espace-public',
      reason: fr(reason),
    });
  }
  const stale = await mairie.post(`commitments/${crossing}/reschedulings`, {
    from: addDays(TODAY, 60),
    to: addDays(TODAY, 400),
    decidedBy: 'adjointe-espace-public',
    reason: fr('Encore.'),
  });
  expect(stale.status).toBe(409);
  const shown = await now(`commitments/${crossing}`);
  expect(JSON.stringify(shown)).toContain('Un réseau a été découvert.');

  await mairie.record(`decisions/${decision}/annulments`, {
    by: 'court',
    extent: 'whole',
    reason: fr('Vice de procédure : délai de convocation.'),
  });
  const thread = await now(`contributions/${deposited[0]!.id}`);
  expect(JSON.stringify(thread)).toContain('annulled');
  // Nothing is rewritten: the answer stands as it was given.
  expect(thread).toMatchObject({ standing: 'accepted' });
});

it(
  'works declared done are contested by an independent committee, and taken up again',
  async () => {
    const completion = await mairie.record(`commitments/${bollards}/completions`, {
      evidence: ['https://vaubelle.invalid/reception-potelets.pdf'],
      note: fr('Réception des travaux.'),
    });
    done = eventOf(completion);
    committee = await mairie.create('committees', {
      authority,
      code: 'comite-zola',
      scope: [consultation],
      replyDays: 15,
      title: fr('Comité de suivi de la rue Zola'),
      mandate: fr('Vérifier sur place ce qui est déclaré réalisé.'),
      neutralityRule: fr('Aucun membre n’intervient sur un dossier où il a un intérêt.'),
    });
    await mairie.record(`committees/${committee}/members`, {
      member: 'membre-1',
      appointedBy: 'residents',
      chosenBy: 'drawnByLot',
      ties: [],
    });
    const size = await running.logSize();
    const cut = await comite.record(`committees/${committee}/cuts`, { size });
    const draw = { cut: eventOf(cut), population: { of: 'contribution', consultation }, count: 4 };
    const sample = await comite.record(`committees/${committee}/samples`, draw);
    const { body: shown } = await anybody.get(`committees/${committee}`, {
      more: { 'fil-seen': String(await running.logSize()) },
    });
    const drawn = (await history(committee)).find(({ id }) => id === eventOf(sample))!.data['sample'] as string[];
    expect(drawn).toHaveLength(4);
    expect(JSON.stringify(shown)).toContain(drawn[0]);
    const recorded = await comite.record(`committees/${committee}/findings`, {
      target: bollards,
      event: done,
      kind: 'alert',
      text: fr('Trois potelets sur dix sont posés.'),
    });
    finding = eventOf(recorded);
    await comite.record(`commitments/${bollards}/committee-contests`, { committee, finding });
    const inTheirName = await mairie.post(`committees/${committee}/findings`, {
      target: bollards,
      kind: 'observation',
      text: fr('Tout va bien.'),
    });
    expect(inTheirName.status).toBe(403);
    await mairie.record(`committees/${committee}/replies`, {
      finding,
      decidedBy: 'adjointe-espace-public',
      text: fr('Les sept autres seront posés ce mois-ci.'),
    });
    await mairie.record(`commitments/${bollards}/reopenings`, { finding: { committee, finding } });
    await comite.record(`committees/${committee}/finding-closures`, { finding, satisfied: true });
    await comite.record(`committees/${committee}/opinions`, {
      opinion: 'reserved',
      title: fr('Avis sur la première année'),
      text: fr('Les dates glissent, les raisons sont données.'),
    });
    const commitment = JSON.stringify(await now(`commitments/${bollards}`));
    expect(commitment).toContain('Trois potelets sur dix sont posés.');
    expect(await typesOf(bollards)).toEqual(['made', 'declaredDone', 'contestedByCommittee', 'reopened']);
  },
  LONG,
);

it(
  'contributors evaluate, once each; a new council confirms what it takes over',
  async () => {
    evaluation = await animation.create('evaluations', {
      authority,
      target: consultation,
      phase: 'after',
      criteria: CRITERIA.map((id) => ({ id, form: 'scale' })),
      criterionTexts: CRITERIA.map((id) => fr(`Votre appréciation : ${id}`)),
      from: TODAY,
      to: addDays(TODAY, 30),
      facilitator: 'animatrice',
      title: fr('Un an après'),
      method: fr('Questionnaire aux contributeurs.'),
    });
    for (const [n, { id, authorKey }] of deposited.slice(0, 6).entries()) {
      await anybody.record(`evaluations/${evaluation}/responses`, {
        contribution: id,
        authorKey,
        answers: CRITERIA.map((criterion) => ({ criterion, mark: (n % 5) + 1 })),
      });
    }
    const twice = await anybody.post(`evaluations/${evaluation}/responses`, {
      contribution: deposited[0]!.id,
      authorKey: deposited[0]!.authorKey,
      answers: [{ criterion: 'trust', mark: 5 }],
    });
    expect(twice.status).toBe(409);
    await animation.record(`evaluations/${evaluation}/closings`, { reason: fr('Tout le monde a répondu.') });
    await animation.record(`evaluations/${evaluation}/publications`, { limits: fr('Six réponses seulement.') });
    await mairie.record(`evaluations/${evaluation}/management-responses`, { text: fr('Nous en tenons compte.') });
    expect(JSON.stringify(await now(`evaluations/${evaluation}`))).toContain('Nous en tenons compte.');

    await mairie.record(`authorities/${authority}/mandates`, {
      mandate: 'mandat-2026',
      body: 'conseil',
      began: TODAY,
      reviewBy: addDays(TODAY, 180),
    });
    await mairie.record(`commitments/${crossing}/confirmations`, { decidedBy: 'adjointe-espace-public' });
    expect(JSON.stringify(await now(`commitments/${crossing}`))).toContain('mandat-2026');
  },
  LONG,
);

it(
  'the report writes itself from the record, opinions attached unedited, and every number can be computed again',
  async () => {
    await garante.record(`guarantors/${guarantor}/reports`, {
      kind: 'final',
      consultation,
      title: fr('Bilan de la garante'),
      text: fr('Toutes les contributions ont été lues.'),
    });
    const opinions = [
      { by: guarantor, event: (await history(guarantor)).at(-1)!.id },
      { by: committee, event: (await history(committee)).find(({ type }) => type === 'committee.opinionIssued/1')!.id },
    ];
    const size = await running.logSize();
    const draft = await now(`reports/draft?consultation=${consultation}&size=${size}`);
    const published = await mairie.record('reports', {
      authority,
      scope: 'consultations',
      consultations: [consultation],
      size,
      dataSha256: draft['dataSha256'],
      title: fr('Reddition des comptes : la rue Zola'),
      opinions,
    });
    report = published.body.stream;
    const shown = await now(`reports/${report}`);
    const text = JSON.stringify(shown);
    expect(text).toContain('Toutes les contributions ont été lues.');
    expect(text).toContain('Les dates glissent, les raisons sont données.');
    expect(text).not.toContain('Untel');
    const facts = (await history(report)).find(({ type }) => type === 'report.published/1')!.data;
    expect(facts).toMatchObject({ size, figures: { received: 12, published: 12, answered: 9 } });
    // Nobody is left out.
    for (const { id } of deposited) expect(text).toContain(id);
  },
  LONG,
);

it('every step is in the log, event by event, in the capacity in which it was done', async () => {
  expect(await typesOf(deposited[0]!.id)).toEqual([
    'recorded',
    'declaredInadmissible',
    'appealLodged',
    'guarantorOpinionGiven',
    'appealDecided',
    'admitted',
    'groupedInto',
    'outcomeGiven',
  ]);
  expect((await history(deposited[0]!.id)).map(({ actor }) => actor.role)).toEqual([
    'agent',
    'official',
    'author',
    'guarantor',
    'official',
    'agent',
    'process',
    'process',
  ]);
  expect(await typesOf(crossing)).toEqual(['made', 'started', 'rescheduled', 'rescheduled', 'confirmed']);
  expect(await typesOf(decision)).toEqual(['registered', 'stepTaken', 'reasonsPublished', 'annulled']);
  const timeline = await now(`timeline?about=${consultation}&limit=200`);
  expect((timeline['items'] as unknown[]).length).toBeGreaterThan(50);
});
