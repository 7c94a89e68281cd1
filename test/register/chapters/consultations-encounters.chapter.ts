/** A consultation from its mandate to its first answers, and two of its encounters: one held, one cancelled. */
import {
  addresseeJoined,
  answersBegan,
  consultationOpened,
  depositClosed,
  depositOpened,
  documentPublished,
  encounterAnnounced,
  factRecorded,
  labelContested,
  labelCorrected,
  labelUpheld,
  mandateAmended,
  mandateInvoked,
  meansReported,
  periodExtended,
  publicsNotReachedStated,
  publicsReported,
  rulesPublished,
  signaturesCounted,
} from '@fil/facts/events/consultation.events';
import {
  encounterCancelled,
  encounterHeld,
  encounterPlanned,
  encounterPostponed,
  minutesPublished,
  restitutionHeld,
  sheetsCounted,
  sheetsEntered,
  slipsAllocated,
} from '@fil/facts/events/encounter.events';
import { uuidV7 } from '@fil/log/event-store/ids';
import type { Story } from '../story';
import { fact, type TestRegister } from '../test-register';

const PROCESS = { actor: { role: 'process', body: 'answers-began' } } as const;
const reason = { fr: 'Une étude est arrivée.' };

export async function tellConsultationsAndEncounters(register: TestRegister, { authority }: Story): Promise<void> {
  const consultation = `consultation-${uuidV7()}` as const;
  const workshop = `encounter-${uuidV7()}` as const;
  const walk = `encounter-${uuidV7()}` as const;
  await register.append(consultation, [
    fact(
      consultationOpened,
      {
        organiser: authority,
        organiserKind: 'association',
        level: 'involve',
        addressees: [],
        openPoints: [{ id: 'place' }],
        constraints: [{ id: 'reseau', kind: 'technical' }],
        decisionPath: [{ step: 'avis', body: 'council', role: 'advises' }],
        channels: ['workshop'],
        themes: ['mobility'],
        wordsPublic: 'onAdmission',
        recordedAfterwards: true,
      },
      {
        title: { fr: 'La place du Lavoir' },
        openPointTexts: [{ fr: 'La forme de la place' }],
        constraintTexts: [{ text: { fr: 'Le réseau de chaleur' }, source: 'Plan de récolement' }],
      },
      '2025-09-01',
    ),
    fact(rulesPublished, { version: 1 }, { rules: { fr: 'Chacun parle à son tour.' } }, '2025-09-01'),
    fact(addresseeJoined, { authority, promise: { by: '2026-12-31' } }, { statement: { fr: 'Nous répondrons.' } }),
    fact(
      mandateAmended,
      {
        stage: 'beforeDeposit',
        parts: ['openPoints', 'constraints', 'decisionPath', 'promises', 'channels', 'depositPeriod', 'themes'],
        openPointsAdded: [{ id: 'arbres' }],
        openPointsRemoved: ['place'],
        constraintsAdded: [{ id: 'budget', kind: 'budget' }],
        constraintsRemoved: ['reseau'],
        decisionPath: [{ step: 'vote', body: 'council', role: 'decides', expectedOn: '2026-05' }],
        promises: [{ authority, promise: { amount: 3, unit: 'months' } }],
        channels: ['workshop', 'counter'],
        depositPeriod: '2025-10/2025-12',
        themes: ['mobility', 'schools'],
        guarantor: { guarantor: `guarantor-${uuidV7()}`, event: uuidV7() },
        noticeDue: false,
      },
      {
        reason,
        openPointTexts: [{ fr: 'Les arbres' }],
        constraintTexts: [{ text: { fr: 'Cent mille euros' }, source: 'Budget 2026' }],
      },
      '2025-09-20',
    ),
    fact(encounterAnnounced, { encounter: workshop }),
    fact(encounterAnnounced, { encounter: walk }),
    fact(depositOpened, { until: '2025-11-30' }, undefined, '2025-10-01'),
    fact(periodExtended, { from: '2025-11-30', until: '2025-12-31' }, { reason: { fr: 'La grève des bus.' } }),
    fact(meansReported, { category: 'venue', cents: 12_000, hours: 4 }, { note: { fr: 'La salle des fêtes' } }),
    fact(
      publicsReported,
      {
        of: 'participants',
        encounter: workshop,
        rowsBy: 'age',
        columnsBy: 'gender',
        rows: ['moins-30', 'plus-30'],
        columns: ['f', 'h'],
        cells: [null, null, 9, 8],
        rowTotals: [null, 17],
        columnTotals: [11, null],
        total: 21,
        fewest: 5,
      },
      {
        rowLabels: [{ fr: 'Moins de 30 ans' }, { fr: '30 ans et plus' }],
        columnLabels: [{ fr: 'Femmes' }, { fr: 'Hommes' }],
        method: { fr: 'Questionnaire facultatif' },
      },
    ),
    fact(publicsNotReachedStated, { criteria: ['age'] }, { statement: { fr: 'Presque aucun lycéen.' } }),
    fact(signaturesCounted, { count: 312, on: '2025-12-01' }, { method: { fr: 'Comptées une à une' } }),
    fact(
      factRecorded,
      { fact: 'bruit', standing: 'disputed', sourceCount: 1 },
      { statement: { fr: 'La place est bruyante.' }, sources: ['Relevé de 2024'] },
    ),
  ]);
  await settleLabels(register, consultation);
  await holdWorkshop(register, consultation, workshop);
  await register.append(walk, [
    fact(
      encounterPlanned,
      { consultation, format: 'walk', expectedOn: '2025-10-20', questionCount: 0 },
      { title: { fr: 'Marche dans le quartier' } },
    ),
    fact(encounterPostponed, { to: '2025-11' }, { reason: { fr: 'Tempête' } }),
    fact(encounterCancelled, {}, { reason: { fr: 'Personne ne s’est inscrit.' } }),
  ]);
  await register.append(consultation, [fact(depositClosed, {}, undefined, '2025-12-31')]);
  const answer = { answered: `synthesis-${uuidV7()}`, outcome: uuidV7() } as const;
  await register.append(
    consultation,
    [fact(answersBegan, answer), fact(mandateInvoked, { ...answer, constraint: 'budget' })],
    PROCESS,
  );
}

async function settleLabels(register: TestRegister, consultation: `consultation-${string}`): Promise<void> {
  const document = (title: string) =>
    fact(
      documentPublished,
      { kind: 'information', sha256: '5f'.repeat(32) },
      { title: { fr: title }, address: 'https://vaubelle.example/doc.pdf' },
    );
  const contest = (event: string) =>
    fact(labelContested, { document: event }, { text: { fr: 'Ceci est une plaquette.' } });
  const [leaflet, study] = await register.append(consultation, [document('Plaquette'), document('Étude')]);
  const [first, second] = await register.append(consultation, [contest(leaflet!), contest(study!)], {
    actor: { role: 'guarantor', body: 'garante' },
  });
  await register.append(consultation, [
    fact(
      labelCorrected,
      { contest: first!, document: leaflet!, decidedBy: 'deputy' },
      { reason: { fr: 'C’est vrai.' } },
    ),
    fact(labelUpheld, { contest: second!, document: study! }, { reason: { fr: 'Elle cite ses sources.' } }),
  ]);
}

async function holdWorkshop(
  register: TestRegister,
  consultation: `consultation-${string}`,
  workshop: `encounter-${string}`,
): Promise<void> {
  await register.append(workshop, [
    fact(
      encounterPlanned,
      { consultation, format: 'workshop', expectedOn: '2025-10-10', questionCount: 2 },
      {
        title: { fr: 'Atelier du Lavoir' },
        questions: [{ fr: 'Où planter ?' }, { fr: 'Qui arrose ?' }],
        publics: { fr: 'Les riverains' },
        facilitator: 'La maison de quartier',
        place: 'Salle des fêtes',
      },
      '2025-09-15',
    ),
    fact(slipsAllocated, { from: 1, count: 30 }),
    fact(encounterHeld, { participants: 21, approximate: true, tables: 4 }, undefined, '2025-10-10'),
    fact(sheetsCounted, { handedIn: 20, blank: 1, presence: ['participants'] }, undefined, '2025-10-10'),
    fact(
      sheetsEntered,
      { entered: 17, unreadable: 1, missing: [7], differenceExplained: true },
      { difference: { fr: 'La fiche 7 s’est envolée.' } },
    ),
    fact(minutesPublished, { sha256: '6e'.repeat(32) }, { address: 'https://vaubelle.example/cr.pdf' }),
    fact(restitutionHeld, { participants: 12 }, { place: 'Salle des fêtes' }, '2026-01-15'),
  ]);
}
