import type { Api } from '../api';
import type { Command } from '../commands';
import { depositIn, type Town } from '../town';

const REASON = { fr: 'Une raison.', en: 'A reason.' };
const NAME = { fr: 'Un nom', en: 'A name' };

export async function reportCommands(api: Api, { authority, consultation }: Town): Promise<Command[]> {
  const guarantor = await api.create('guarantors', {
    authority,
    code: 'garante-du-rapport',
    consultations: [consultation],
    appointedBy: 'authority',
    chosenBy: 'openCall',
    title: NAME,
  });
  const committee = await api.create('committees', {
    authority,
    code: 'comite-du-rapport',
    scope: [consultation],
    replyDays: 30,
    title: NAME,
    mandate: REASON,
    neutralityRule: REASON,
  });
  const asGuarantor = await api.actingAs('guarantor', 'garante-du-rapport');
  const asCommittee = await api.actingAs('committeeMember', 'comite-du-rapport');
  const opinion = async (): Promise<string> => {
    const { body } = await api.record(
      `guarantors/${guarantor}/reports`,
      { kind: 'final', title: NAME, text: REASON },
      asGuarantor,
    );
    return (body as { events: { id: string }[] }).events[0]!.id;
  };
  const { body: said } = await api.record('contributions', depositIn(consultation));
  /** As it was read: its hash at a size that is past. */
  const read = async (): Promise<object> => {
    const { body } = await api.get(`/api/v1/reports/draft?consultation=${consultation}&size=${said.size}`);
    return {
      authority,
      scope: 'consultations',
      consultations: [consultation],
      size: body.cut.size,
      dataSha256: body.dataSha256,
      title: NAME,
    };
  };
  const published = await read();
  const one = async (): Promise<string> => `reports/${await api.create('reports', published)}`;
  const [attached, opined, corrected, contested, disputed] = [
    await one(),
    await one(),
    await one(),
    await one(),
    await one(),
  ];
  return [
    {
      path: 'reports',
      body: {
        ...published,
        foreword: REASON,
        opinions: [{ by: guarantor, event: await opinion() }],
        release: { preparedBy: 'adjointe', decidedBy: 'adjointe' },
      },
    },
    { path: `${attached}/guarantor-opinions`, body: { guarantor, event: await opinion() } },
    { path: `${opined}/committee-opinions`, body: { committee, text: REASON }, headers: asCommittee },
    {
      path: `${corrected}/corrections`,
      body: { parts: ['title', 'foreword'], title: NAME, foreword: REASON, reason: REASON },
    },
    {
      path: `${contested}/contests`,
      body: { contribution: said.stream, authorKey: said.authorKey, chapter: 6, text: REASON },
    },
    {
      path: `${disputed}/overseer-contests`,
      body: { overseer: guarantor, chapter: 6, text: REASON },
      headers: asGuarantor,
    },
  ];
}
