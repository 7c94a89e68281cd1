/** One valid command per operation of the API, each on an object of its own, so that every one can be recorded. */
import type { Api, Headers } from './api';
import { consultationsEncountersCommands } from './commands/consultations-encounters.commands';
import { authorityAndSynthesisCommands } from './commands/authority-synthesis.commands';
import { deadlineCommands } from './commands/deadlines.commands';
import { decisionsAndCommitmentsCommands } from './commands/decisions-commitments.commands';
import { draftCommands } from './commands/drafts.commands';
import { moderationCommands } from './commands/moderation.commands';
import { reportCommands } from './commands/report.commands';
import { oversightCommands } from './commands/oversight.commands';
import { wordsCommands } from './commands/words.commands';
import { TOWN_SIRET } from './town-siret';
import { depositIn, foundTown, mandateOf, type Town } from './town';

export interface Command {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Where it takes another capacity than the others: see `Api.actingAs`. */
  readonly headers?: Headers;
  /** Of its answer, where it only asks: 200. Absent: 201, something was recorded. */
  readonly status?: number;
}

const NAME = { fr: 'Un nom', en: 'A name' };
const REASON = { fr: 'Une raison.', en: 'A reason.' };
const PAST = '2026-01';

export interface Ground extends Town {
  readonly commands: readonly Command[];
  /** Ids that exist, for whoever wants to name them. */
  readonly known: readonly string[];
}

/** @param api with every scope, for the body `voirie` */
export async function prepareCommands(api: Api): Promise<Ground> {
  const town = await foundTown(api);
  const assistance = { setting: 'assistance', from: 'off', to: 'on', reason: REASON };
  await api.record(`authorities/${town.authority}/settings`, assistance);
  const commands = [
    ...(await authorityCommands(api, town)),
    ...(await consultationCommands(api, town)),
    ...(await contributionCommands(api, town)),
    ...(await synthesisCommands(api, town)),
    ...(await commitmentCommands(api, town)),
    ...(await consultationsEncountersCommands(api, town)),
    ...(await authorityAndSynthesisCommands(api, town)),
    ...(await deadlineCommands(api, town)),
    ...(await moderationCommands(api, town)),
    ...(await wordsCommands(api, town)),
    ...(await oversightCommands(api, town)),
    ...(await reportCommands(api, town)),
    ...(await decisionsAndCommitmentsCommands(api, town)),
    ...(await draftCommands(api, town)),
  ];
  const named = commands.flatMap(({ path, body }) => [path, JSON.stringify(body)]).join(' ');
  const known = [...new Set(named.match(/[a-z]+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))];
  return { ...town, commands, known };
}

async function authorityCommands(api: Api, { authority }: Town): Promise<Command[]> {
  const of = (room: string): string => `authorities/${authority}/${room}`;
  await api.record(of('bodies'), { body: 'annexe', kind: 'department', name: NAME });
  await api.record(of('functions'), { function: 'adjoint', name: NAME });
  await api.record(of('themes'), { theme: 'ancien', name: NAME });
  return [
    {
      path: 'authorities',
      body: {
        siret: '00000000000018',
        name: NAME,
        website: 'https://asso.invalid/',
        address: '1 rue Haute',
        telephone: '01',
        occurredOn: PAST,
      },
    },
    {
      path: of('bodies'),
      body: { body: 'archives', kind: 'department', parent: 'conseil', name: NAME, occurredOn: PAST },
    },
    { path: of('bodies/voirie/renamings'), body: { name: NAME, occurredOn: PAST } },
    { path: of('bodies/annexe/endings'), body: { successor: 'voirie', reason: REASON, occurredOn: PAST } },
    { path: of('functions'), body: { function: 'nouvelle', body: 'conseil', name: NAME, occurredOn: PAST } },
    { path: of('functions/adjoint/endings'), body: { successor: 'adjointe', reason: REASON, occurredOn: PAST } },
    { path: of('themes'), body: { theme: 'neuf', name: NAME, occurredOn: PAST } },
    { path: of('themes/voirie/renamings'), body: { name: NAME, occurredOn: PAST } },
    { path: of('themes/ancien/mergers'), body: { into: 'voirie', reason: REASON, occurredOn: PAST } },
  ];
}

async function consultationCommands(api: Api, { authority }: Town): Promise<Command[]> {
  const full = {
    ...mandateOf(authority),
    amountAtStake: 12_00,
    depositPeriod: '2026-01/2026-03',
    summary: REASON,
    source: { name: 'plateforme', id: 'c-1' },
  };
  const [quiet, open] = [
    await api.create('consultations', mandateOf(authority)),
    await api.create('consultations', mandateOf(authority)),
  ];
  await api.record(`consultations/${open}/deposit-openings`, { occurredOn: '2026-01-05' });
  return [
    { path: 'consultations', body: full },
    { path: `consultations/${quiet}/deposit-openings`, body: { until: '2099-01-01', occurredOn: '2026-01-05' } },
    { path: `consultations/${open}/deposit-closings`, body: { occurredOn: '2026-02-05' } },
  ];
}

/** A contribution of its own, its author's key and the event that recorded it. */
async function deposited(api: Api, { consultation }: Town): Promise<{ id: string; authorKey: string; event: string }> {
  const { body } = await api.record('contributions', depositIn(consultation));
  return { id: body.stream, authorKey: body.authorKey, event: body.events[0].id };
}

async function contributionCommands(api: Api, town: Town): Promise<Command[]> {
  const one = (): ReturnType<typeof deposited> => deposited(api, town);
  const [admitted, corrected, voided, withdrawn, transferred, pointed, answered, contested, erased, asking] = [
    await one(),
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
  for (const { id } of [answered, contested]) await api.record(`contributions/${id}/admissions`, {});
  const outcome = await api.record(`contributions/${contested.id}/outcomes`, {
    outcome: 'considered',
    decidedBy: 'adjointe',
    justification: REASON,
  });
  return [
    {
      path: 'contributions',
      body: depositIn(town.consultation, {
        sensitivity: 'public',
        territory: '44109',
        receivedOn: PAST_DEPOSIT(),
        sheet: 12,
        question: 1,
        source: { name: 'plateforme', type: 'proposal', id: 'p-1' },
        sourceAddress: 'https://plateforme.invalid/p-1',
        signature: 'Une habitante',
        author: 'Une habitante',
        contact: { email: 'habitante@example.org', telephone: '01', address: '1 rue Haute' },
        place: 'Devant la poste',
        attachments: [{ bytes: 12, mediaType: 'application/pdf', sha256: 'ab'.repeat(32) }],
      }),
    },
    {
      path: `receipts/${admitted.event}.tlog-proof`,
      body: { authorKey: admitted.authorKey },
      status: 200,
    },
    { path: `contributions/${admitted.id}/admissions`, body: { occurredOn: PAST } },
    {
      path: `contributions/${corrected.id}/corrections`,
      body: { event: corrected.event, kind: 'observation', themes: ['voirie'], territory: '44109', reason: REASON },
    },
    {
      path: `contributions/${voided.id}/voidings`,
      body: { ground: 'duplicateEntry', duplicateOf: admitted.id, reason: REASON, occurredOn: PAST },
    },
    {
      path: `contributions/${withdrawn.id}/withdrawals`,
      body: { authorKey: withdrawn.authorKey, reason: REASON, occurredOn: PAST },
    },
    {
      path: `contributions/${transferred.id}/transfers`,
      body: { authority: NAME, authoritySiret: TOWN_SIRET, explanation: REASON, occurredOn: PAST },
    },
    {
      path: `contributions/${pointed.id}/points`,
      body: { point: 1, theme: 'nature', extract: REASON, occurredOn: PAST },
    },
    {
      path: `contributions/${answered.id}/outcomes`,
      body: {
        point: 1,
        outcome: 'notAccepted',
        reasons: ['budget', 'politicalChoice'],
        department: 'voirie',
        decidedBy: 'adjointe',
        justification: REASON,
        advice: REASON,
        evidence: ['Rapport n° 3'],
        factChecked: true,
        release: { preparedBy: 'adjointe', visaBy: ['adjointe'], decidedBy: 'adjointe' },
        // As precisely as is known: some day of the year in which it came.
        occurredOn: PAST_DEPOSIT().slice(0, 4),
      },
    },
    {
      path: `contributions/${contested.id}/contests`,
      body: {
        event: outcome.body.events[0].id,
        what: 'outcome',
        text: REASON,
        authorKey: contested.authorKey,
        occurredOn: PAST,
      },
    },
    {
      path: 'erasures',
      body: {
        target: erased.id,
        fields: [{ event: erased.event, path: '/text' }],
        wholeSubject: false,
        ground: 'subjectRequest',
        office: 'voirie',
        explanation: REASON,
      },
    },
    {
      path: `contributions/${asking.id}/erasure-requests`,
      body: {
        what: 'fields',
        fields: [{ event: asking.event, path: '/text' }],
        words: REASON,
        authorKey: asking.authorKey,
      },
    },
    {
      path: 'erasures/requests',
      body: {
        target: asking.id,
        what: 'fields',
        fields: [{ event: asking.event, path: '/title' }],
        office: 'voirie',
        words: REASON,
        occurredOn: PAST,
      },
    },
    {
      path: 'erasures/refusals',
      body: { target: erased.id, ground: 'archives', office: 'voirie', explanation: REASON, occurredOn: PAST },
    },
  ];
}

/** The deposit of the ground opened today. */
const PAST_DEPOSIT = (): string => new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());

async function synthesisCommands(api: Api, town: Town): Promise<Command[]> {
  const { consultation } = town;
  const opened = { consultation, themes: ['nature'], title: NAME, text: REASON, divergences: [REASON] };
  const [filled, emptied, published, answered] = [
    await api.create('syntheses', opened),
    await api.create('syntheses', opened),
    await api.create('syntheses', opened),
    await api.create('syntheses', opened),
  ];
  const member = async (): Promise<object> => {
    const { id } = await deposited(api, town);
    await api.record(`contributions/${id}/admissions`, {});
    return { contribution: id, point: 1 };
  };
  const [joining, leaving, shown, given] = [await member(), await member(), await member(), await member()];
  await api.record(`syntheses/${emptied}/attachments`, { members: [leaving] });
  await api.record(`syntheses/${published}/attachments`, { members: [shown] });
  await api.record(`syntheses/${answered}/attachments`, { members: [given] });
  await api.record(`syntheses/${answered}/publications`, {});
  return [
    { path: 'syntheses', body: { ...opened, occurredOn: PAST } },
    { path: `syntheses/${filled}/attachments`, body: { members: [joining], occurredOn: PAST } },
    { path: `syntheses/${emptied}/detachments`, body: { members: [leaving], reason: REASON, occurredOn: PAST } },
    { path: `syntheses/${published}/publications`, body: { release: { preparedBy: 'adjointe' }, occurredOn: PAST } },
    {
      path: `syntheses/${answered}/outcomes`,
      body: { outcome: 'considered', justification: REASON, decidedBy: 'adjointe', occurredOn: PAST },
    },
  ];
}

async function commitmentCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  const act = {
    id: '2026-DELIB-014',
    date: '2026-03-02',
    subjectCode: '8.4',
    prefectureId: 'P-2026-1',
    prefectureDate: '2026-03-05',
  };
  const votes = { members: 33, present: 31, for: 24, against: 5, abstained: 2 };
  const decision = {
    authority,
    kind: 'councilDeliberation',
    body: 'conseil',
    decidedBy: 'adjointe',
    consultations: [consultation],
    act,
    votes,
    title: NAME,
    summary: REASON,
    address: 'https://ville.invalid/d',
  };
  const taken = await api.create('decisions', decision);
  const made = {
    authority,
    decision: taken,
    owner: 'voirie',
    accountable: 'adjointe',
    dueOn: '2027-03',
    budgetVoted: 96_000_00,
    themes: ['nature'],
    title: NAME,
  };
  const one = async (): Promise<string> => `commitments/${await api.create('commitments', made)}`;
  const [started, staged, lost, reported, moved, done, left, reopened] = [
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
  ];
  const source = { name: 'plateforme', type: 'project', id: 'e-1' };
  const listed = `commitments/${await api.create('commitments', { ...made, source })}`;
  await api.record(`${lost}/stages`, { stage: 'works' });
  await api.record(`${reopened}/completions`, { evidence: ['Procès-verbal'] });
  return [
    { path: 'decisions', body: { ...decision, occurredOn: PAST } },
    {
      path: 'commitments',
      body: {
        ...made,
        means: REASON,
        indicator: REASON,
        place: 'La place',
        territory: '44109',
        reportEveryMonths: 3,
        occurredOn: PAST,
      },
    },
    { path: `${started}/starts`, body: { occurredOn: PAST } },
    { path: `${staged}/stages`, body: { stage: 'studies', occurredOn: PAST } },
    {
      path: `${lost}/stage-losses`,
      body: { from: 'works', to: 'studies', reason: REASON },
    },
    {
      path: `${reported}/progress-reports`,
      body: { percent: 40, indicatorValue: 12, note: REASON, evidence: ['Compte rendu'] },
    },
    { path: `${moved}/reschedulings`, body: { from: '2027-03', to: '2027-11', decidedBy: 'adjointe', reason: REASON } },
    { path: `${done}/completions`, body: { evidence: ['Procès-verbal'], note: REASON } },
    { path: `${left}/abandonments`, body: { reasons: ['budget'], reason: REASON, decidedBy: 'adjointe' } },
    { path: `${listed}/source-absences`, body: { lastListedOn: '2026-01', occurredOn: '2026-01/2026-02' } },
    { path: `${reopened}/reopenings`, body: { reason: REASON } },
  ];
}
