import type { Api } from '../api';
import type { Command } from '../commands';
import type { Town } from '../town';

const NAME = { fr: 'Un nom', en: 'A name' };
const REASON = { fr: 'Une raison.', en: 'A reason.' };
const TAKEN = '2026-01-10';
const SINCE = '2026-02';
const SHA256 = 'ab'.repeat(32);

export async function decisionsAndCommitmentsCommands(api: Api, town: Town): Promise<Command[]> {
  return [...(await decisionCommands(api, town)), ...(await commitmentCommands(api, town))];
}

async function decisionCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  const decision = {
    authority,
    kind: 'councilDeliberation',
    body: 'conseil',
    consultations: [consultation],
    title: NAME,
    occurredOn: TAKEN,
  };
  const one = async (): Promise<string> => `decisions/${await api.create('decisions', decision)}`;
  const [moved, explained, amended, annulled, repealed, challenged, suspended, ruled] = [
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
  ];
  const later = await api.create('decisions', decision);
  const inCourt = { case: 'recours-1', court: 'administrativeCourt' };
  for (const before of [suspended, ruled]) {
    await api.record(`${before}/court-challenges`, { ...inCourt, occurredOn: SINCE });
  }
  const act = { id: '2026-DELIB-020', date: '2026-02-09', prefectureDate: '2026-02-10', sha256: SHA256 };
  const undoing = { by: 'council', decision: later, act, reason: REASON, address: 'https://ville.invalid/d' };
  const told = { caseNumber: 'n° 26001', grounds: REASON, address: 'https://ville.invalid/j', occurredOn: SINCE };
  return [
    {
      path: 'decisions',
      body: {
        ...decision,
        act: { id: '2026-DELIB-019', subjectCode: '8.4', budgetYear: '2026/2027', sha256: SHA256 },
        votes: { members: 33, present: 31, for: 24, against: 4, abstained: 2, notTakingPart: 1 },
        subjectName: 'aménagement du territoire',
        budgetName: 'Budget principal',
        source: { name: 'plateforme', type: 'deliberation', id: 'd-1' },
      },
    },
    {
      path: `${moved}/steps`,
      body: {
        consultation,
        step: 'vote',
        body: 'conseil',
        outcome: 'adopted',
        document: SHA256,
        note: REASON,
        address: 'https://ville.invalid/pv',
        occurredOn: TAKEN,
      },
    },
    {
      path: `${explained}/reasons`,
      body: {
        consultation,
        document: SHA256,
        reasons: REASON,
        address: 'https://ville.invalid/motifs',
        occurredOn: SINCE,
      },
    },
    { path: `${amended}/amendments`, body: { ...undoing, occurredOn: SINCE } },
    {
      path: `${annulled}/annulments`,
      body: { ...undoing, extent: 'whole', effectFrom: '2026-03-01', occurredOn: SINCE },
    },
    { path: `${repealed}/repeals`, body: { ...undoing, occurredOn: SINCE } },
    { path: `${challenged}/court-challenges`, body: { ...inCourt, by: 'association', ...told } },
    { path: `${suspended}/court-suspensions`, body: { ...inCourt, until: '2027-01-01', ...told } },
    { path: `${ruled}/court-rulings`, body: { ...inCourt, outcome: 'annulledInPart', final: true, ...told } },
  ];
}

async function commitmentCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  const decision = await api.create('decisions', {
    authority,
    kind: 'councilDeliberation',
    body: 'conseil',
    consultations: [consultation],
    title: NAME,
  });
  const made = { authority, decision, owner: 'voirie', accountable: 'adjointe', title: NAME };
  const create = (more: object = {}): Promise<string> => api.create('commitments', { ...made, ...more });
  const one = async (): Promise<string> => `commitments/${await create()}`;
  const whole = await create();
  const [committed, spent, suspended, resumed, reassigned] = [
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
  ];
  const part = `commitments/${await create({ parent: whole })}`;
  await api.record(`${resumed}/suspensions`, { reason: REASON });
  const [verified, contested, reopened] = [await create(), await create(), await create()];
  for (const id of [verified, contested, reopened]) {
    await api.record(`commitments/${id}/completions`, { evidence: ['Procès-verbal'] });
  }
  const { committee, headers, findingOn } = await someCommittee(api, authority);
  const budget = { cents: 80_000_00, reference: 'MARCHE-2026-12', decision, note: REASON };
  return [
    { path: 'commitments', body: { ...made, parent: whole, weight: 3, budgetVoted: 96_000_00 } },
    { path: `${committed}/budget-commitments`, body: { ...budget, occurredOn: SINCE } },
    { path: `${spent}/expenditures`, body: { ...budget, occurredOn: SINCE } },
    {
      path: `${suspended}/suspensions`,
      body: { until: '2099-01', decidedBy: 'adjointe', decision, reason: REASON },
    },
    { path: `${resumed}/resumptions`, body: { note: REASON } },
    {
      path: `${part}/modifications`,
      body: {
        budgetVoted: 12_00,
        weight: 2,
        reportEveryMonths: 3,
        decidedBy: 'adjointe',
        decision,
        title: NAME,
        means: REASON,
        indicator: REASON,
        reason: REASON,
      },
    },
    {
      path: `${reassigned}/reassignments`,
      body: {
        owner: { from: 'voirie', to: null },
        accountable: { from: 'adjointe', to: 'adjointe' },
        decidedBy: 'adjointe',
        reason: REASON,
      },
    },
    { path: `commitments/${await inherited(api)}/confirmations`, body: { decidedBy: 'maire', note: REASON } },
    {
      path: `commitments/${verified}/verifications`,
      body: { committee, finding: await findingOn(verified) },
      headers,
    },
    {
      path: `commitments/${contested}/committee-contests`,
      body: { committee, finding: await findingOn(contested) },
      headers,
    },
    {
      path: `commitments/${reopened}/reopenings`,
      body: { finding: { committee, finding: await findingOn(reopened) }, reason: REASON },
    },
  ];
}

/** An independent committee, and how it records a finding on a commitment. */
async function someCommittee(api: Api, authority: string) {
  const code = 'comite-des-engagements';
  const committee = await api.create('committees', {
    authority,
    code,
    scope: [],
    replyDays: 30,
    title: NAME,
    mandate: REASON,
    neutralityRule: REASON,
    occurredOn: '2026-01',
  });
  await api.record(`committees/${committee}/members`, {
    member: 'membre-1',
    appointedBy: 'residents',
    chosenBy: 'drawnByLot',
    ties: [],
    occurredOn: '2026-01',
  });
  const headers = await api.actingAs('committeeMember', code);
  const findingOn = async (target: string): Promise<string> => {
    const finding = { target, kind: 'alert', text: REASON };
    const { body } = await api.record(`committees/${committee}/findings`, finding, headers);
    return body.events[0].id as string;
  };
  return { committee, headers, findingOn };
}

/** A commitment that a new council finds when it takes office. */
async function inherited(api: Api): Promise<string> {
  const authority = await api.create('authorities', { siret: '00000000000026', name: NAME });
  const of = (room: string): string => `authorities/${authority}/${room}`;
  await api.record(of('bodies'), { body: 'conseil', kind: 'council', name: NAME });
  await api.record(of('functions'), { function: 'maire', name: NAME });
  const decision = await api.create('decisions', {
    authority,
    kind: 'councilDeliberation',
    body: 'conseil',
    title: NAME,
  });
  const commitment = { authority, decision, accountable: 'maire', title: NAME, occurredOn: '2026-01-15' };
  const id = await api.create('commitments', commitment);
  const mandate = { mandate: 'mandat-2026', body: 'conseil', began: '2026-03-01', reviewBy: '2027-03-01' };
  await api.record(of('mandates'), mandate);
  return id;
}
