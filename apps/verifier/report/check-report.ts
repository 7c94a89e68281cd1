/** A published report, computed again from the public entries of a mirror: no server of the register is asked. */
import { parisDay } from '@fil/facts/dates/paris-day';
import type { reportCorrected, reportPublished } from '@fil/facts/events/report.events';
import type { FactEvent } from '@fil/facts/figures/fact-event';
import type { DataOf } from '@fil/facts/kit/event-definition';
import { nameOf } from '@fil/facts/report/cited';
import { mainFigures, reportData, type ReportData } from '@fil/facts/report/report-data';
import { ReportFolding } from '@fil/facts/report/report-folding';
import { type ReportScope, statedScope } from '@fil/facts/report/report-scope';
import type { CanonicalValue } from '@fil/log/transparency/canonical-json';
import type { Entry } from '@fil/log/transparency/entry';
import type { Policy } from '@fil/log/transparency/policy';
import { readCanonicalJson, isMembers } from '@fil/log/transparency/read-entry';
import { statedData } from '@fil/log/transparency/stated-data';
import { sha256 } from '@fil/log/transparency/hashing';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { adviceOn, KEEP_THIS_COPY } from '../checks/advice';
import { asIs, failed, type Finding, joined, passed, type Verdict } from '../checks/finding';
import { checkMirror, type CheckMirror, type MirrorVerdict } from '../mirror/check-mirror';
import type { MirrorSource } from '../mirror/mirror-source';
import { readEntries } from '../mirror/read-entries';
import { factEvent } from './fact-event';
import { firstDifference } from './first-difference';

type Published = DataOf<typeof reportPublished>;
type RestsOn = Pick<Published, 'size' | 'root' | 'cutOn' | 'figures' | 'dataSha256'>;

/** One version of a report: as it was published, or as it was corrected. */
interface Version {
  /** The event that states it, and where it stands; null for a file that no event of the copy states. */
  readonly index: number | null;
  readonly scope: ReportScope;
  readonly previous: string | null;
  readonly stated: RestsOn;
  /** The full data, where a file was given. */
  readonly file?: { readonly bytes: Buffer; readonly data: unknown };
}

export interface CheckReport extends Pick<CheckMirror, 'progress'> {
  readonly policy: Policy | null;
}

/** @param wanted id of a published report, or the bytes of a `data.json` */
export async function checkReport(
  source: MirrorSource,
  wanted: { readonly id: string } | { readonly file: Buffer },
  { policy, progress }: CheckReport,
): Promise<Verdict> {
  const published: FactEvent[] = [];
  const keep = (entry: Entry, index: number): void => {
    if (entry.type.startsWith('report.')) published.push(factEvent(entry, index));
  };
  const mirror = await checkMirror(source, { policy, visit: keep, progress });
  const found = 'id' in wanted ? versionsOf(published, wanted.id) : versionOfFile(wanted.file, published, mirror.size);
  const findings = [...mirror.findings];
  if (found.length === 0) findings.push(NOT_PUBLISHED);
  for (const version of found) findings.push(...drawnAgain(source, version, mirror));
  return { ...mirror, findings, advice: adviceOn(findings, mirror.forks, KEEP_THIS_COPY) };
}

const NOT_PUBLISHED = failed('reportUnknown', {
  fr: 'Aucun rapport publié dans cette copie du registre ne porte cet identifiant.',
  en: 'No report that was published in this copy of the register has this id.',
});

function versionsOf(events: readonly FactEvent[], id: string): Version[] {
  const own = events.filter(({ stream }) => stream === id);
  const first = own.find((event) => nameOf(event) === 'report.published');
  if (!first) return [];
  const data = first.data as Published;
  const shared = { scope: statedScope(data), previous: data.previous ?? null };
  const corrections = own.flatMap((event): Version[] => {
    const { rests } = event.data as Partial<DataOf<typeof reportCorrected>>;
    return nameOf(event) === 'report.corrected' && rests ? [{ ...shared, index: event.index, stated: rests }] : [];
  });
  return [{ ...shared, index: first.index, stated: data }, ...corrections];
}

/** @throws Unreadable when it is not the data of a report of a form that this verifier computes */
function versionOfFile(bytes: Buffer, events: readonly FactEvent[], size: number): Version[] {
  const data = readCanonicalJson(bytes) as unknown;
  if (!isReportData(data)) throw new Unreadable('not the data of a report of the form "fil-report/1"');
  const dataSha256 = sha256(bytes).toString('hex');
  const { cut, scope, chapters } = data;
  if (!(cut.size >= 1 && cut.size <= size)) throw new Unreadable(`the copy has no state at ${cut.size} entries`);
  const event = events.find(({ data: stated }) => statesData(stated, dataSha256));
  return [
    {
      index: event?.index ?? null,
      scope,
      previous: chapters.progress.since?.report ?? null,
      stated: { size: cut.size, root: cut.root, cutOn: cut.on, figures: mainFigures(data), dataSha256 },
      file: { bytes, data },
    },
  ];
}

const statesData = ({ dataSha256, rests }: FactEvent['data'], wanted: string): boolean =>
  dataSha256 === wanted || (rests as RestsOn | undefined)?.dataSha256 === wanted;

/** As far as it must be read to compute it again; that every figure is right is what the computing shows. */
function isReportData(value: unknown): value is ReportData {
  const data = value as ReportData;
  if (!isObject(value) || data.format !== 'fil-report/1') return false;
  const { scope, cut } = data;
  const isScope =
    scope?.kind === 'register' ||
    (scope?.kind === 'authority' && typeof scope.authority === 'string') ||
    (scope?.kind === 'consultations' && Array.isArray(scope.consultations));
  return isScope && Number.isSafeInteger(cut?.size) && isObject(data.chapters?.progress) && hasFigures(data);
}

const isObject = (value: unknown): boolean => isMembers(value as CanonicalValue);

/** Whether the first chapter has the figures that events state. */
function hasFigures(data: ReportData): boolean {
  try {
    return Object.values(mainFigures(data)).every((figure) => Number.isSafeInteger(figure));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return false;
  }
}

function drawnAgain(source: MirrorSource, version: Version, mirror: MirrorVerdict): Finding[] {
  const { stated, index, file } = version;
  const name = {
    fr: index === null ? 'Ce fichier' : `La version publiée à l’inscription n° ${index}`,
    en: index === null ? 'This file' : `The version published by entry no. ${index}`,
  };
  const drawn = draw(source, version, mirror);
  if (drawn === null) {
    return [
      failed('reportNotDrawn', {
        fr: `${name.fr} repose sur ${stated.size} inscriptions, que cette copie n’a pas toutes sous une forme lisible.`,
        en: `${name.en} rests on ${stated.size} entries, which this copy does not have all in a readable form.`,
      }),
    ];
  }
  const computed: RestsOn = {
    size: drawn.data.cut.size,
    root: drawn.data.cut.root,
    cutOn: drawn.data.cut.on,
    figures: mainFigures(drawn.data),
    dataSha256: drawn.sha256,
  };
  const { size, root, cutOn, figures, dataSha256 } = stated;
  // The full file names the figure; the event that was published names the main ones.
  const difference =
    firstDifference({ size, root, cutOn, figures }, { ...computed, dataSha256: undefined }) ??
    (file && firstDifference(file.data, JSON.parse(drawn.bytes.toString('utf8')))) ??
    firstDifference({ dataSha256 }, { dataSha256: computed.dataSha256 });
  const findings: Finding[] = [];
  if (difference) {
    const { at, stated: says, computed: gives } = difference;
    findings.push(
      failed('report', {
        fr: `${name.fr} diffère de ce que donnent les inscriptions. Première différence, ${at} : ${short(says)} publié, ${short(gives)} recalculé.`,
        en: `${name.en} differs from what the entries give. First difference, ${at}: ${short(says)} published, ${short(gives)} computed.`,
      }),
    );
  } else {
    findings.push(
      passed('report', {
        fr: `${name.fr} dit exactement ce que donnent les ${size} premières inscriptions : racine, chiffres, et toutes les données (${dataSha256}).`,
        en: `${name.en} says exactly what the first ${size} entries give: root, figures, and all data (${dataSha256}).`,
      }),
    );
  }
  if (index === null) findings.push(failed('reportUnknown', joined(FILE_NOT_PUBLISHED, asIs(` ${dataSha256}`))));
  return findings;
}

const FILE_NOT_PUBLISHED = {
  fr: 'Aucun rapport publié dans cette copie du registre n’a l’empreinte de ce fichier :',
  en: 'No report that was published in this copy of the register has the hash of this file:',
};

const short = (value: unknown): string => {
  const text = value === undefined ? '—' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

/** Null when the copy cannot give it. */
function draw(
  source: MirrorSource,
  { scope, stated: { size }, previous }: Version,
  mirror: MirrorVerdict,
): { readonly data: ReportData; readonly sha256: string; readonly bytes: Buffer } | null {
  const folding = new ReportFolding(scope);
  const last = readEntries(source, mirror.size, size, (entry, index) => folding.add(factEvent(entry, index)));
  if (!last) return null;
  const cut = { size, root: last.root, on: parisDay(last.at) };
  const data = reportData(folding.record(cut, previous));
  return { data, ...statedData(data) };
}
