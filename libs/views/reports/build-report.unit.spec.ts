import {
  guarantorAppointed,
  guarantorPassageSuspended,
  guarantorReportPublished,
  guarantorSuspensionReplied,
} from '@fil/facts/events/guarantor.events';
import { guarantorOpinionAttached } from '@fil/facts/events/report.events';
import { event } from '@fil/facts/kit/event-definition';
import { Names } from '../names/names';
import { historyOf, keptEventId } from '../reading/specification/kept-history';
import { attachedOpinions } from './build-report';

const AUTHORITY = 'authority-0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const GUARANTOR = 'guarantor-0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const REPORT = 'report-0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const appointed = event(guarantorAppointed, {
  data: {
    authority: AUTHORITY,
    code: 'garante',
    consultations: [],
    appointedBy: 'organiser',
    chosenBy: 'listOfTheCommission',
  },
  words: { title: { fr: 'Garante de la concertation' }, ties: { fr: 'Aucun' } },
} as never);
const bilan = event(guarantorReportPublished, {
  data: { kind: 'bilan' },
  words: { title: { fr: 'Bilan' }, text: { fr: 'Un texte.' } },
} as never);
const suspended = (of: string) =>
  event(guarantorPassageSuspended, {
    data: { event: of, paths: ['/text'], ground: 'defamation', notifiedOn: '2026-03-01', decidedBy: 'maire' },
    words: { shown: { fr: 'Passage suspendu.' } },
  } as never);
const replied = event(guarantorSuspensionReplied, {
  data: { suspension: keptEventId(2) },
  words: { text: { fr: 'Je le maintiens.' } },
});
const report = historyOf(
  REPORT,
  [event(guarantorOpinionAttached, { data: { guarantor: GUARANTOR, event: keptEventId(1) }, words: {} } as never)],
  9,
);
const opinions = (...events: Parameters<typeof historyOf>[1]) =>
  attachedOpinions(report, new Map([[GUARANTOR, historyOf(GUARANTOR, events)]]), Names.of([], []));

describe('the texts attached to a report', () => {
  it('show the tombstone of what was suspended in them, with the reply of their author', () => {
    expect(opinions(appointed, bilan, suspended(keptEventId(1)), replied)).toMatchObject([
      {
        cites: { event: keptEventId(1) },
        suspensions: [
          {
            of: keptEventId(1),
            paths: ['/text'],
            shownInstead: { fr: 'Passage suspendu.' },
            reply: { text: { fr: 'Je le maintiens.' } },
            restored: null,
          },
        ],
      },
    ]);
  });

  it('show none of another text of the same author', () => {
    expect(opinions(appointed, bilan, suspended(keptEventId(7)))[0]!.suspensions).toEqual([]);
  });
});
