import type { Api } from '../api';
import type { Command } from '../commands';
import { depositIn, type Town } from '../town';

const NAME = { fr: 'Un nom', en: 'A name' };
const REASON = { fr: 'Une raison.', en: 'A reason.' };
const PAST = '2026-01';
const RULE = {
  trigger: 'documentRequested',
  output: 'answer',
  owes: 'authority',
  amount: 1,
  unit: 'months',
  basisKind: 'regulation',
  validFrom: '2026-01-01',
  validTo: '2030-12-31',
  lastChecked: '2026-01-15',
  name: NAME,
  source: 'CRPA, art. R311-13',
};
const ASSISTED = {
  tool: 'groupeur',
  version: '1.2',
  instruction: '5f'.repeat(32),
  inputs: ['a1'.repeat(32)],
  validatedBy: 'adjointe',
};

/** On what the town has not: other rooms use its own. */
export async function authorityAndSynthesisCommands(api: Api, town: Town): Promise<Command[]> {
  return [...(await authorityCommands(api, town)), ...(await synthesisCommands(api, town))];
}

async function authorityCommands(api: Api, { authority }: Town): Promise<Command[]> {
  const of = (room: string): string => `authorities/${authority}/${room}`;
  await api.record(of('territories'), { territory: '44999-A', name: NAME });
  for (const session of ['deplacee', 'annulee'])
    await api.record(of('sessions'), { session, body: 'conseil', on: '2099-06-20' });
  for (const rule of ['essai.modifiee', 'essai.finie']) await api.record(of('deadline-rules'), { ...RULE, rule });
  for (const point of ['modifie', 'ferme'])
    await api.record(of('listening-points'), { point, kind: 'place', name: NAME });
  return [
    {
      path: of('territories'),
      body: { territory: '44999-B', parent: '44999-A', population: 2_400, name: NAME, occurredOn: PAST },
    },
    { path: of('territories/44999-A/endings'), body: { reason: REASON, occurredOn: PAST } },
    {
      path: of('sessions'),
      body: { session: 'nouvelle', body: 'conseil', on: '2099-09-20', title: NAME, occurredOn: PAST },
    },
    {
      path: of('sessions/deplacee/moves'),
      body: { from: '2099-06-20', to: '2099-06-27', reason: REASON, occurredOn: PAST },
    },
    { path: of('sessions/annulee/cancellations'), body: { reason: REASON, occurredOn: PAST } },
    { path: of('deadline-rules'), body: { ...RULE, rule: 'essai.nouvelle', occurredOn: PAST } },
    { path: of('deadline-rules/start-set'), body: { validFrom: '2099-01-01' } },
    {
      path: of('deadline-rules/essai.modifiee/amendments'),
      body: { ...RULE, amount: 2, amends: 1, reason: REASON, occurredOn: PAST },
    },
    {
      path: of('deadline-rules/essai.finie/endings'),
      body: { validTo: '2027-12-31', reason: REASON, occurredOn: PAST },
    },
    {
      path: of('listening-points'),
      body: { point: 'nouveau', kind: 'trade', body: 'voirie', name: NAME, reach: NAME, occurredOn: PAST },
    },
    {
      path: of('listening-points/modifie/changes'),
      body: { kind: 'place', body: 'voirie', name: NAME, reach: NAME, reason: REASON, occurredOn: PAST },
    },
    { path: of('listening-points/ferme/closings'), body: { reason: REASON, occurredOn: PAST } },
    {
      path: of('mandates'),
      body: {
        mandate: 'essai-2026',
        body: 'voirie',
        began: '2026-01-10',
        reviewBy: '2026-07-10',
        note: REASON,
        occurredOn: PAST,
      },
    },
    {
      path: of('pre-election-periods'),
      body: {
        period: 'essai-2098',
        election: 'other',
        from: '2098-09-01',
        to: '2099-03-20',
        note: REASON,
        occurredOn: PAST,
      },
    },
    {
      path: of('settings'),
      body: { setting: 'dataLicence', from: 'licenceOuverte2', to: 'odbl', reason: REASON, occurredOn: PAST },
    },
  ];
}

async function synthesisCommands(api: Api, { consultation }: Town): Promise<Command[]> {
  const { body } = await api.record('contributions', depositIn(consultation));
  const member = { contribution: body.stream as string, point: 1 };
  const open = async (): Promise<string> => {
    const synthesis = await api.create('syntheses', { consultation, title: NAME });
    await api.record(`syntheses/${synthesis}/attachments`, { members: [member] });
    return synthesis;
  };
  const [diverging, revised] = [await open(), await open()];
  await api.record(`syntheses/${revised}/publications`, { noneExpressed: true });
  return [
    {
      path: `syntheses/${diverging}/divergences`,
      body: {
        kind: 'divergence',
        subject: NAME,
        positions: [REASON, NAME],
        holders: [{ contribution: member.contribution, position: 2 }],
        assisted: ASSISTED,
        occurredOn: PAST,
      },
    },
    {
      path: `syntheses/${revised}/revisions`,
      body: { title: NAME, text: REASON, reason: REASON, release: { preparedBy: 'adjointe' }, occurredOn: PAST },
    },
  ];
}
