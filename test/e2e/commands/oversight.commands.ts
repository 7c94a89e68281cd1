import type { ActorRole } from '@fil/facts/kit/actor';
import type { Api, Headers } from '../api';
import type { Command } from '../commands';
import { depositIn, type Town } from '../town';

const NAME = { fr: 'Un nom', en: 'A name' };
const REASON = { fr: 'Une raison.', en: 'A reason.' };
const PAST = '2026-01';
const SHA256 = 'ab'.repeat(32);

export async function oversightCommands(api: Api, town: Town): Promise<Command[]> {
  return [
    ...(await guarantorCommands(api, town)),
    ...(await committeeCommands(api, town)),
    ...(await evaluationCommands(api, town)),
  ];
}

/** Asks in another capacity, and says in which. */
async function capacity(api: Api, role: ActorRole, body: string): Promise<{ api: Api; headers: Headers }> {
  const headers = await api.actingAs(role, body);
  return { api: api.as(headers), headers };
}

const lastEvent = (response: { body: { events: { id: string }[] } }): string => response.body.events.at(-1)!.id;

const suspension = (event: string): object => ({
  event,
  paths: ['/text'],
  ground: 'courtOrder',
  reference: '2026-17',
  notifiedOn: '2026-01-15',
  decidedBy: 'adjointe',
  shown: REASON,
});

async function guarantorCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  const appointed = (code: string): Record<string, unknown> => ({
    authority,
    code,
    consultations: [consultation],
    appointedBy: 'authority',
    chosenBy: 'fromList',
    list: 'national',
    allowance: 120_000,
    title: NAME,
    name: 'Une personne',
    ties: REASON,
    contact: { email: 'garante@rivenclaire.invalid' },
  });
  const guarantor = `guarantors/${await api.create('guarantors', appointed('garante-une'))}`;
  const leaving = `guarantors/${await api.create('guarantors', appointed('garante-deux'))}`;
  const its = await capacity(api, 'guarantor', 'garante-une');
  const recommendation = lastEvent(await its.api.record(`${guarantor}/recommendations`, { text: REASON }));
  const report = { kind: 'interim', title: NAME, text: REASON };
  const [toSuspend, toReply, toRestore] = [
    lastEvent(await its.api.record(`${guarantor}/reports`, report)),
    lastEvent(await its.api.record(`${guarantor}/reports`, report)),
    lastEvent(await its.api.record(`${guarantor}/reports`, report)),
  ];
  const replied = lastEvent(await api.record(`${guarantor}/suspensions`, suspension(toReply)));
  const restored = lastEvent(await api.record(`${guarantor}/suspensions`, suspension(toRestore)));
  return [
    { path: 'guarantors', body: { ...appointed('garante-trois'), occurredOn: PAST } },
    {
      path: `${guarantor}/observations`,
      body: {
        consultation,
        from: 'resident',
        channel: 'letter',
        text: REASON,
        name: 'Une personne',
        contact: { telephone: '01' },
        occurredOn: PAST,
      },
    },
    {
      path: `${guarantor}/recommendations`,
      body: { consultation, answerBy: '2099-01-31', text: REASON, occurredOn: PAST },
      headers: its.headers,
    },
    {
      path: `${guarantor}/recommendation-answers`,
      body: {
        recommendation,
        answer: 'followed',
        decidedBy: 'adjointe',
        dueOn: '2027-01',
        budget: 50_000,
        text: REASON,
        means: REASON,
        occurredOn: PAST,
      },
    },
    {
      path: `${guarantor}/reports`,
      body: {
        ...report,
        consultation,
        document: SHA256,
        address: 'https://rivenclaire.invalid/bilan.pdf',
        occurredOn: PAST,
      },
      headers: its.headers,
    },
    {
      path: `${guarantor}/opinions`,
      body: {
        consultation,
        subject: 'mandateAmendment',
        opinion: 'reserved',
        agreement: true,
        text: REASON,
        occurredOn: PAST,
      },
      headers: its.headers,
    },
    {
      path: `${leaving}/withdrawals`,
      body: { reason: 'resigned', explanation: REASON, occurredOn: PAST },
      headers: await api.actingAs('guarantor', 'garante-deux'),
    },
    { path: `${guarantor}/suspensions`, body: { ...suspension(toSuspend) } },
    {
      path: `${guarantor}/suspension-replies`,
      body: { suspension: replied, text: REASON },
      headers: its.headers,
    },
    { path: `${guarantor}/restorations`, body: { suspension: restored, decidedBy: 'adjointe', reason: REASON } },
  ];
}

async function committeeCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  const established = (code: string): Record<string, unknown> => ({
    authority,
    code,
    scope: [consultation],
    until: '2099-12-31',
    replyDays: 30,
    decidedBy: 'conseil',
    title: NAME,
    mandate: REASON,
    neutralityRule: REASON,
  });
  const committee = `committees/${await api.create('committees', established('suivi-un'))}`;
  const its = await capacity(api, 'committeeMember', 'suivi-un');
  const member = (code: string): Record<string, unknown> => ({
    member: code,
    appointedBy: 'residents',
    chosenBy: 'drawnByLot',
    ties: [{ kind: 'post', endedOn: '2020' }],
    name: 'Une personne',
    interests: REASON,
  });
  await api.record(`${committee}/members`, member('a'));
  await api.record(`${committee}/members`, member('b'));
  const { body } = await api.record('contributions', depositIn(consultation));
  const item = body.stream as string;
  const size = body.size as number;
  const cut = lastEvent(await its.api.record(`${committee}/cuts`, { size }));
  const drawn = { cut, population: { of: 'contribution', consultation }, count: 500 };
  const sample = lastEvent(await its.api.record(`${committee}/samples`, drawn));
  const finding = { target: consultation, kind: 'alert', text: REASON };
  const [toReply, toClose] = [
    lastEvent(await its.api.record(`${committee}/findings`, finding)),
    lastEvent(await its.api.record(`${committee}/findings`, finding)),
  ];
  await api.record(`${committee}/replies`, { finding: toClose, text: REASON });
  const opinion = { title: NAME, text: REASON };
  const [toSuspend, answered, toRestore] = [
    lastEvent(await its.api.record(`${committee}/opinions`, opinion)),
    lastEvent(await its.api.record(`${committee}/opinions`, opinion)),
    lastEvent(await its.api.record(`${committee}/opinions`, opinion)),
  ];
  const replied = lastEvent(await api.record(`${committee}/suspensions`, suspension(answered)));
  const restored = lastEvent(await api.record(`${committee}/suspensions`, suspension(toRestore)));
  const { headers } = its;
  return [
    { path: 'committees', body: { ...established('suivi-deux'), occurredOn: PAST } },
    { path: `${committee}/members`, body: { ...member('c'), occurredOn: PAST } },
    {
      path: `${committee}/tie-declarations`,
      body: { member: 'a', ties: [{ kind: 'contract', endedOn: '2021-02' }], interests: REASON },
      headers,
    },
    { path: `${committee}/departures`, body: { member: 'b', reason: 'resigned', explanation: REASON } },
    { path: `${committee}/cuts`, body: { size, purpose: REASON }, headers },
    { path: `${committee}/samples`, body: { ...drawn, purpose: REASON }, headers },
    {
      path: `${committee}/assessments`,
      body: {
        sample,
        items: [{ item, found: 'yes', restated: 'no', grouped: 'notApplicable', answered: 'yes', note: REASON }],
        occurredOn: PAST,
      },
      headers,
    },
    {
      path: `${committee}/findings`,
      body: { ...finding, sample, replyDueOn: '2099-01-31', occurredOn: PAST },
      headers,
    },
    {
      path: `${committee}/replies`,
      body: { finding: toReply, decidedBy: 'adjointe', document: SHA256, text: REASON, occurredOn: PAST },
    },
    {
      path: `${committee}/finding-closures`,
      body: { finding: toClose, satisfied: false, explanation: REASON, occurredOn: PAST },
      headers,
    },
    {
      path: `${committee}/opinions`,
      body: {
        ...opinion,
        target: consultation,
        opinion: 'favourable',
        document: SHA256,
        address: 'https://rivenclaire.invalid/avis.pdf',
        occurredOn: PAST,
      },
      headers,
    },
    {
      path: `${committee}/integrity-checks`,
      body: { size, root: SHA256, result: 'differs', tool: 'outil', version: '1.2', note: REASON, occurredOn: PAST },
      headers,
    },
    { path: `${committee}/suspensions`, body: { ...suspension(toSuspend) } },
    { path: `${committee}/suspension-replies`, body: { suspension: replied, text: REASON }, headers },
    { path: `${committee}/restorations`, body: { suspension: restored, decidedBy: 'adjointe', reason: REASON } },
  ];
}

async function evaluationCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  const opened = {
    authority,
    target: consultation,
    phase: 'after',
    consultations: [consultation],
    criteria: [
      ...['trust', 'calm', 'inclusion'].map((id) => ({ id, form: 'scale' })),
      { id: 'encore', form: 'choice', choices: ['oui', 'non'] },
    ],
    from: '2020-01-01',
    to: '2099-12-31',
    facilitator: 'animatrice',
    title: NAME,
    method: REASON,
    criterionTexts: [REASON, REASON, REASON, REASON],
  };
  const one = async (): Promise<string> => `evaluations/${await api.create('evaluations', opened)}`;
  const [asked, scored, toClose, toPublish, published] = [
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
  ];
  const { api: itsFacilitator, headers } = await capacity(api, 'facilitator', 'animatrice');
  const invited = await itsFacilitator.record(`${asked}/invitations`, { count: 1 });
  const [invitation] = invited.body.invitations as string[];
  for (const evaluation of [toPublish, published])
    await itsFacilitator.record(`${evaluation}/closings`, { reason: REASON });
  await itsFacilitator.record(`${published}/publications`, { limits: REASON });
  return [
    { path: 'evaluations', body: opened },
    { path: `${asked}/invitations`, body: { count: 2 }, headers },
    {
      path: `${asked}/responses`,
      body: {
        answers: [
          { criterion: 'trust', mark: 4 },
          { criterion: 'encore', choice: 'oui' },
        ],
        comment: REASON,
        invitation,
      },
    },
    {
      path: `${scored}/panel-scores`,
      body: {
        criterion: 'trust',
        mark: 3,
        evidence: [SHA256],
        explanation: REASON,
        evidenceTexts: ['Compte rendu'],
        occurredOn: PAST,
      },
      headers,
    },
    { path: `${toClose}/closings`, body: { reason: REASON }, headers },
    {
      path: `${toPublish}/publications`,
      body: { limits: REASON, summary: REASON },
      headers,
    },
    {
      path: `${published}/management-responses`,
      body: { decidedBy: 'adjointe', text: REASON, occurredOn: PAST },
    },
  ];
}
