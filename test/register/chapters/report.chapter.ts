/** An accountability report on the consultation of the story: published, with opinions, corrected, contested. */
import {
  committeeOpinionAttached,
  guarantorOpinionAttached,
  reportContested,
  reportCorrected,
  reportPublished,
} from '@fil/facts/events/report.events';
import { mainFigures } from '@fil/facts/report/report-data';
import { uuidV7 } from '@fil/log/event-store/ids';
import { dataOf, ReportDrawing } from '@fil/views/reports/report-drawing';
import type { Story } from '../story';
import { fact, type Circumstances, type TestRegister } from '../test-register';

const JUNE: Circumstances = { at: '2026-06-12T09:00:00Z', actor: { role: 'official', body: null } };

export async function tellReport(
  register: TestRegister,
  { authority, consultation, contributions }: Story,
): Promise<void> {
  const stream = `report-${uuidV7()}`;
  const scope = { kind: 'consultations', consultations: [consultation] } as const;
  const restsOn = async (previous: null | undefined) => {
    const drawn = await new ReportDrawing(register.store).draw({
      scope,
      size: await register.store.size(),
      previous,
    });
    const data = dataOf(drawn);
    return {
      size: data.cut.size,
      root: data.cut.root,
      cutOn: data.cut.on,
      figures: mainFigures(data),
      dataSha256: drawn.sha256,
    };
  };
  const published = await restsOn(undefined);
  const [guarantor, committee] = await Promise.all(
    (['guarantor', 'committee'] as const).map((aggregate) => firstOf(register, `${aggregate}-`)),
  );
  const bilan = await eventOf(register, 'guarantor.reportPublished/');
  await register.append(
    stream,
    [
      fact(
        reportPublished,
        { authority, scope: scope.kind, consultations: [consultation], ...published },
        { title: { fr: 'Vivre la rue : ce que nous en faisons' }, foreword: { fr: 'Merci à toutes et à tous.' } },
      ),
      fact(guarantorOpinionAttached, { guarantor: guarantor as `guarantor-${string}`, event: bilan }),
      fact(
        committeeOpinionAttached,
        { committee: committee as `committee-${string}` },
        { text: { fr: 'Le comité regrette que deux demandes attendent encore.' } },
      ),
      fact(
        reportContested,
        { by: 'author', contribution: contributions.late, chapter: 6 },
        { text: { fr: 'Les trottoirs attendent depuis janvier.' } },
      ),
    ],
    JUNE,
  );
  await register.append(
    stream,
    [
      fact(
        reportCorrected,
        { parts: ['figures', 'title'], rests: await restsOn(null) },
        { reason: { fr: 'Le rapport devait comprendre le mois de juin.' }, title: { fr: 'Vivre la rue, en juin' } },
      ),
    ],
    JUNE,
  );
}

/** The oldest object of a kind. */
async function firstOf(register: TestRegister, prefix: string): Promise<string> {
  const entries = await register.store.readAll(0, 10_000);
  return entries.find(({ stream }) => stream.startsWith(prefix))!.stream;
}

async function eventOf(register: TestRegister, type: string): Promise<string> {
  const entries = await register.store.readAll(0, 10_000);
  return entries.find((entry) => entry.type.startsWith(type))!.id;
}
