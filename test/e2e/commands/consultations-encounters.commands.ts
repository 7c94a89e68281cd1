import { uuidV7 } from '@fil/log/event-store/ids';
import type { Api } from '../api';
import type { Command } from '../commands';
import { depositIn, mandateOf, type Town } from '../town';

const NAME = { fr: 'Un nom', en: 'A name' };
const REASON = { fr: 'Une raison.', en: 'A reason.' };
const PAST = '2026-01';
const HASH = 'ab'.repeat(32);
const ADDRESS = 'https://ville.invalid/document.pdf';

export async function consultationsEncountersCommands(api: Api, town: Town): Promise<Command[]> {
  return [...(await ofConsultations(api, town)), ...(await ofEncounters(api, town))];
}

async function ofConsultations(api: Api, { authority }: Town): Promise<Command[]> {
  const one = async (): Promise<string> => `consultations/${await api.create('consultations', mandateOf(authority))}`;
  const [amended, joined, ruled, extended, counted, described, settled, contested, asAuthor] = [
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
  ];
  const published = { kind: 'information', sha256: HASH, title: NAME, address: ADDRESS };
  const document = async (at: string): Promise<string> =>
    (await api.record(`${at}/documents`, published)).body.events[0].id as string;
  const guarantor = await api.actingAs('guarantor', 'garante');
  const addressee = await api.create('consultations', { ...mandateOf(authority), addressees: [] });
  await api.record(`${extended}/deposit-openings`, { until: '2098-12-31', occurredOn: '2026-01-05' });
  await api.record(`${asAuthor}/deposit-openings`, {});
  const said = (await api.record('contributions', depositIn(asAuthor.slice('consultations/'.length)))).body;
  const settledDocument = await document(settled);
  const contest = await api.record(`${settled}/label-contests`, { document: settledDocument, text: REASON }, guarantor);
  return [
    {
      path: `${amended}/amendments`,
      body: {
        openPointsAdded: [{ id: 'bancs' }],
        openPointTexts: [NAME],
        openPointsRemoved: ['ombre'],
        constraintsAdded: [{ id: 'cout', kind: 'budget' }],
        constraintTexts: [{ text: NAME, source: 'Budget 2026' }],
        constraintsRemoved: ['reseaux'],
        decisionPath: [{ step: 'avis', body: 'conseil', role: 'advises', expectedOn: '2027-01' }],
        promises: [{ authority, promise: null }],
        channels: ['online', 'letter'],
        depositPeriod: null,
        themes: ['nature'],
        reason: REASON,
        release: { preparedBy: 'adjointe' },
        occurredOn: PAST,
      },
    },
    {
      path: `consultations/${addressee}/addressees`,
      body: { authority, promise: { by: '2027-01-31' }, statement: REASON, occurredOn: PAST },
    },
    { path: `${ruled}/rules`, body: { rules: NAME, address: ADDRESS, occurredOn: PAST } },
    { path: `${extended}/extensions`, body: { until: '2099-01-01', reason: REASON, occurredOn: PAST } },
    { path: `${counted}/means`, body: { category: 'venue', cents: 12_00, hours: 3, note: REASON, occurredOn: PAST } },
    {
      path: `${counted}/publics`,
      body: {
        of: 'participants',
        rowsBy: 'age',
        columnsBy: 'gender',
        rows: ['jeunes', 'autres'],
        columns: ['f', 'h'],
        counts: [3, 12, 20, 18],
        rowLabels: [NAME, NAME],
        columnLabels: [NAME, NAME],
        method: REASON,
        occurredOn: PAST,
      },
    },
    { path: `${counted}/publics-not-reached`, body: { criteria: ['age'], statement: REASON, occurredOn: PAST } },
    { path: `${counted}/signature-counts`, body: { count: 300, on: '2026-01-31', method: REASON, occurredOn: PAST } },
    { path: `${joined}/documents`, body: { ...published, occurredOn: PAST } },
    {
      path: `${contested}/label-contests`,
      body: { document: await document(contested), text: REASON, occurredOn: PAST },
      headers: guarantor,
    },
    {
      path: `${asAuthor}/label-contests/by-author`,
      body: {
        document: await document(asAuthor),
        text: REASON,
        contribution: said.stream,
        authorKey: said.authorKey,
        occurredOn: PAST,
      },
    },
    {
      path: `${settled}/label-settlements`,
      body: {
        contest: contest.body.events[0].id,
        result: 'corrected',
        decidedBy: 'adjointe',
        reason: REASON,
        release: { preparedBy: 'adjointe' },
        occurredOn: PAST,
      },
    },
    {
      path: `${described}/facts`,
      body: { fact: 'bruit', standing: 'established', statement: REASON, sources: ['Étude 2025'], occurredOn: PAST },
    },
  ];
}

async function ofEncounters(api: Api, { consultation }: Town): Promise<Command[]> {
  const planned = { consultation, format: 'workshop', title: NAME };
  const one = async (): Promise<string> => `encounters/${await api.create('encounters', planned)}`;
  const held = async (): Promise<string> => {
    const at = await one();
    await api.record(`${at}/holdings`, {});
    return at;
  };
  const [postponed, cancelled, printed, happening] = [await one(), await one(), await one(), await one()];
  const [counted, entered, written, told] = [await held(), await held(), await held(), await held()];
  await api.record(`${entered}/sheet-counts`, { handedIn: 3, blank: 0, presence: [] });
  await api.record(`${entered}/sheet-entries`, { entered: 3, unreadable: 0 });
  return [
    {
      path: 'encounters',
      body: {
        ...planned,
        expectedOn: '2026-11',
        territory: '44109',
        questions: [NAME, NAME],
        publics: REASON,
        facilitator: 'La maison de quartier',
        place: 'Salle des fêtes',
        source: { name: 'plateforme', id: `meeting-${uuidV7()}` },
        occurredOn: PAST,
      },
    },
    { path: `${postponed}/postponements`, body: { to: '2026-12', reason: REASON, occurredOn: PAST } },
    { path: `${cancelled}/cancellations`, body: { reason: REASON, occurredOn: PAST } },
    { path: `${printed}/slip-blocks`, body: { count: 30, occurredOn: PAST } },
    {
      path: `${happening}/holdings`,
      body: { participants: 20, approximate: true, tables: 4, occurredOn: PAST },
    },
    {
      path: `${counted}/sheet-counts`,
      body: { handedIn: 0, blank: 0, presence: ['participants', 'guarantor'], occurredOn: PAST },
    },
    {
      path: `${entered}/sheet-entries`,
      body: { entered: 2, unreadable: 0, missing: [3], difference: REASON, occurredOn: PAST },
    },
    { path: `${written}/minutes`, body: { sha256: HASH, address: ADDRESS, title: NAME, occurredOn: PAST } },
    {
      path: `${told}/restitutions`,
      body: { participants: 12, place: 'Salle des fêtes', note: REASON, occurredOn: PAST },
    },
  ];
}
