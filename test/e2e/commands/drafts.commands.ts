import type { Api } from '../api';
import type { Command } from '../commands';
import { depositIn, type Town } from '../town';

const ANSWER = { outcome: 'considered', decidedBy: 'adjointe', justification: { fr: 'Une raison.' } };

export async function draftCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  const object = await api.create('contributions', depositIn(consultation, { kind: 'view' }));
  await api.record(`contributions/${object}/admissions`, {});
  const draft = { kind: 'contribution.outcome', authority, object, content: ANSWER, preparedBy: 'adjointe' };
  const prepared = async (): Promise<string> => (await api.record('drafts', draft)).body.id as string;
  const [read, ready, scheduled] = [await prepared(), await prepared(), await prepared()];
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await api.record(`drafts/${scheduled}/releases`, { decidedBy: 'adjointe', at });
  // Nobody gives a visa to her own text.
  const other = await api.actingAs('official', 'voirie');
  return [
    { path: 'drafts', body: { ...draft, visasRequired: ['adjointe'] } },
    { path: `drafts/${read}/visas`, body: { function: 'adjointe', version: 1 }, headers: other },
    { path: `drafts/${ready}/releases`, body: { decidedBy: 'adjointe', delegation: 'ARR-2026-12', at } },
    { path: `drafts/${scheduled}/recalls`, body: {} },
  ];
}
