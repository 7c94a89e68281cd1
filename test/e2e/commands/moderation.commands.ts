import type { Api } from '../api';
import type { Command } from '../commands';
import { depositIn, type Town } from '../town';

const REASON = { fr: 'Une raison.', en: 'A reason.' };
const PAST = '2026-01';
const TAKEN = { decidedBy: 'adjointe', authorTold: 'letter' };

export async function moderationCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  await api.record(`consultations/${consultation}/rules`, { rules: REASON });
  await api.record(`authorities/${authority}/functions`, { function: 'mediatrice', name: REASON });
  const guarantor = await api.create('guarantors', {
    authority,
    code: 'garante-du-reexamen',
    consultations: [consultation],
    appointedBy: 'authority',
    chosenBy: 'openCall',
    title: REASON,
  });
  const deposited = async (more: object = {}): Promise<{ path: string; authorKey: string; event: string }> => {
    const { body } = await api.record('contributions', depositIn(consultation, more));
    return { path: `contributions/${body.stream}`, authorKey: body.authorKey, event: body.events[0].id };
  };
  const refused = { ...TAKEN, rulesVersion: 1, article: 'article-4', reason: REASON };
  /** Declared inadmissible; the event that says so. */
  const declared = async (): Promise<{ path: string; authorKey: string; decision: string }> => {
    const { path, authorKey } = await deposited();
    const { body } = await api.record(`${path}/inadmissibilities`, refused);
    return { path, authorKey, decision: body.events[0].id };
  };
  const appealed = async (): Promise<{ path: string; appeal: string }> => {
    const { path, authorKey, decision } = await declared();
    const { body } = await api.record(`${path}/appeals`, { event: decision, text: REASON, authorKey });
    return { path, appeal: body.events[0].id };
  };
  const [unpublished, inadmissible, redacted, appealing] = [
    await deposited(),
    await deposited(),
    await deposited(),
    await declared(),
  ];
  const [heard, decided] = [await appealed(), await appealed()];
  const report = await deposited({ channel: 'fieldReport', authorKind: 'agent' });
  const authorisations = `authorities/${authority}/disclosure-authorisations`;
  const authorisation = {
    consultations: [consultation],
    themes: ['nature'],
    territories: [],
    from: '2026-01-01',
    until: '2099-12-31',
    decidedBy: 'adjointe',
    conditions: REASON,
  };
  await api.record(authorisations, { ...authorisation, authorisation: 'en-vigueur' });
  await api.record(authorisations, { ...authorisation, authorisation: 'a-terminer' });
  return [
    {
      path: `${unpublished.path}/non-publications`,
      body: { ...TAKEN, ground: 'privacy', explanation: REASON, occurredOn: PAST },
    },
    { path: `${inadmissible.path}/inadmissibilities`, body: { ...refused, occurredOn: PAST } },
    {
      path: `${appealing.path}/appeals`,
      body: { event: appealing.decision, text: REASON, authorKey: appealing.authorKey },
    },
    {
      path: `${heard.path}/guarantor-opinions`,
      body: { appeal: heard.appeal, guarantor, opinion: 'reversed', text: REASON, occurredOn: PAST },
      headers: await api.actingAs('guarantor', 'garante-du-reexamen'),
    },
    {
      path: `${decided.path}/appeal-decisions`,
      body: {
        appeal: decided.appeal,
        result: 'reversed',
        decidedBy: 'mediatrice',
        authorTold: 'email',
        reason: REASON,
        release: { preparedBy: 'adjointe' },
        occurredOn: PAST,
      },
    },
    {
      path: `${redacted.path}/redactions`,
      body: {
        ...TAKEN,
        event: redacted.event,
        paths: ['/text'],
        shownInstead: [REASON],
        ground: 'judgementOnPerson',
        explanation: REASON,
        occurredOn: PAST,
      },
    },
    { path: `${report.path}/disclosures`, body: { authorisation: 'en-vigueur', reason: REASON, occurredOn: PAST } },
    { path: authorisations, body: { ...authorisation, authorisation: 'nouvelle', occurredOn: PAST } },
    { path: `${authorisations}/a-terminer/endings`, body: { decidedBy: 'adjointe', reason: REASON, occurredOn: PAST } },
  ];
}
