/** A report from what happened to it: pure. */
import type { committeeEstablished } from '@fil/facts/events/committee.events';
import type { guarantorAppointed } from '@fil/facts/events/guarantor.events';
import type { reportContested, reportCorrected, reportPublished } from '@fil/facts/events/report.events';
import type { committeeOpinionAttached, guarantorOpinionAttached } from '@fil/facts/events/report.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { nameOf } from '@fil/facts/report/cited';
import { statedScope } from '@fil/facts/report/report-scope';
import { WITHHELD, type Opened } from '@fil/log/vault/vault';
import type { Names } from '../names/names';
import type { History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { suspendedPassages, type SuspendedPassage } from '../reading/suspended-passages';
import type { AttachedOpinion, ReportContest, ReportCorrection, ReportSummary, RestsOn } from './reports.answer';

export type Published = DataOf<typeof reportPublished>;

/** The event that published it; null: nothing under this id was. */
export const publicationOf = ({ events }: History): KeptEvent | null =>
  events.find((event) => nameOf(event) === 'report.published') ?? null;

const restsOf = ({ size, root, cutOn, figures, dataSha256 }: RestsOn): RestsOn => ({
  size,
  root,
  cutOn,
  figures,
  dataSha256,
});

const text = (event: KeptEvent, field: string): Opened<Text> | null =>
  (event.words[field] as Opened<Text> | undefined) ?? null;

const correctionsIn = ({ events }: History): KeptEvent[] =>
  events.filter((event) => nameOf(event) === 'report.corrected');

const ATTACHED = ['report.guarantorOpinionAttached', 'report.committeeOpinionAttached'];
export const attachmentsIn = ({ events }: History): KeptEvent[] =>
  events.filter((event) => ATTACHED.includes(nameOf(event)));

const contestsIn = ({ events }: History): KeptEvent[] => events.filter((event) => nameOf(event) === 'report.contested');

/** Every state of its words and figures, in order: as published, then as corrected each time. */
interface Version {
  readonly title: Opened<Text> | null;
  readonly foreword: Opened<Text> | null;
  readonly rests: RestsOn;
}

function versionsOf(history: History, published: KeptEvent): Version[] {
  const versions: Version[] = [
    {
      title: text(published, 'title'),
      foreword: text(published, 'foreword'),
      rests: restsOf(published.data as unknown as Published),
    },
  ];
  for (const event of correctionsIn(history)) {
    const before = versions.at(-1)!;
    const { rests } = event.data as unknown as DataOf<typeof reportCorrected>;
    versions.push({
      title: text(event, 'title') ?? before.title,
      foreword: text(event, 'foreword') ?? before.foreword,
      rests: rests ? restsOf(rests) : before.rests,
    });
  }
  return versions;
}

/** What its figures rested on, from the first to the present ones. */
export const restsIn = (history: History, published: KeptEvent): readonly RestsOn[] =>
  versionsOf(history, published).map(({ rests }) => rests);

export function buildReportSummary(history: History, published: KeptEvent, names: Names): ReportSummary {
  const data = published.data as unknown as Published;
  const { title, rests } = versionsOf(history, published).at(-1)!;
  return {
    id: published.stream,
    title: title ?? WITHHELD,
    authority: names.authority(data.authority),
    scope: statedScope(data),
    consultations: data.consultations.map((id) => ({ id, title: names.consultation(id).title })),
    published: happening(published),
    rests,
    corrections: correctionsIn(history).length,
    contests: contestsIn(history).length,
    opinions: attachmentsIn(history).length,
  };
}

export const forewordOf = (history: History, published: KeptEvent): Opened<Text> | null =>
  versionsOf(history, published).at(-1)!.foreword;

export function correctionsMade(history: History, published: KeptEvent): ReportCorrection[] {
  const versions = versionsOf(history, published);
  return correctionsIn(history).map((event, n) => {
    const { parts, rests } = event.data as unknown as DataOf<typeof reportCorrected>;
    const before = versions[n]!;
    return {
      corrected: happening(event),
      parts,
      reason: text(event, 'reason') ?? WITHHELD,
      before: {
        title: parts.includes('title') ? before.title : null,
        foreword: parts.includes('foreword') ? before.foreword : null,
        rests: rests ? before.rests : null,
      },
    };
  });
}

export const contestsMade = (history: History): ReportContest[] =>
  contestsIn(history).map((event) => {
    const { by, contribution, guarantor, committee, chapter } = event.data as unknown as DataOf<typeof reportContested>;
    return {
      contested: happening(event),
      by,
      object: contribution ?? guarantor ?? committee ?? null,
      chapter: chapter ?? null,
      text: text(event, 'text') ?? WITHHELD,
    };
  });

/** Guarantors and committees whose texts are attached. */
export const overseersOf = (history: History): string[] => [
  ...new Set(attachmentsIn(history).map((event) => overseerOf(event))),
];

const overseerOf = ({ data }: KeptEvent): string => {
  const { guarantor, committee } = data as unknown as Partial<
    DataOf<typeof guarantorOpinionAttached> & DataOf<typeof committeeOpinionAttached>
  >;
  return (guarantor ?? committee)!;
};

/** @param overseers histories of those whose texts are attached: a cited text is read where it stands, never copied */
export const attachedOpinions = (
  history: History,
  overseers: ReadonlyMap<string, History>,
  names: Names,
): AttachedOpinion[] =>
  attachmentsIn(history).map((event) => {
    const object = overseerOf(event);
    const own = overseers.get(object);
    const cited = own?.events.find(({ id }) => id === event.data['event']);
    const first = own?.events[0];
    return {
      attached: happening(event),
      by: nameOf(event) === 'report.guarantorOpinionAttached' ? 'guarantor' : 'committee',
      object,
      title: first ? text(first, 'title') : null,
      cites: cited ? { event: cited.id, name: nameOf(cited), happened: happening(cited) } : null,
      words: (cited ?? event).words,
      suspensions: cited ? suspensionsOf(own!, names).filter(({ of }) => of === cited.id) : [],
    };
  });

/** @param overseer history of a guarantor or a committee */
export function suspensionsOf(overseer: History, names: Names): SuspendedPassage[] {
  const { authority } = overseer.events[0]!.data as unknown as DataOf<
    typeof guarantorAppointed | typeof committeeEstablished
  >;
  return suspendedPassages(overseer, authority, names);
}
