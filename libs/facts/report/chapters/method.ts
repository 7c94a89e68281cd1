/** Chapter 12: method, limits, tools, data, licence. What was assisted, corrected, voided, suppressed, not stated. */
import { settingByDefault, type SettingValue } from '../../codes/authority';
import type { settingChanged } from '../../events/authority.events';
import type { publicsReported } from '../../events/consultation.events';
import type { FactEvent, KnownData } from '../../figures/fact-event';
import type { Figure } from '../../figures/published-figures';
import { nameOf } from '../cited';
import { figureOf, tableOf, type CountedBy } from '../figure-of';
import { marksOf, type Marks } from '../marks';
import type { ReportRecord } from '../report-record';

export interface Method {
  /** Of the published data, as each authority that organises, answers or is asked to had set it at the cut (02 §5). */
  readonly licences: readonly { readonly authority: string; readonly licence: SettingValue }[];
  /** Voided records leave the questions and stay here, with their ground. */
  readonly voided: readonly {
    readonly contribution: string;
    readonly event: string;
    /** Null when it is not public. */
    readonly ground: string | null;
  }[];
  /** Contributions whose facts are not public: they count in totals, and nowhere else. */
  readonly concealed: Figure;
  /** Events of assisted steps, by tool and version. None: no tool assisted anything. */
  readonly assisted: readonly CountedBy<string>[];
  /** Corrections of entry. Figures use the corrected value. */
  readonly entriesCorrected: Figure;
  /** Events that replace one entered in error. */
  readonly enteredInError: Figure;
  /** Tables of publics with cells that were left out because a group was too small. */
  readonly cellsSuppressed: readonly { readonly event: string; readonly cells: number }[];
  /** Objects taken over from another system, by source; and events, by what the source does not say. */
  readonly takenOver: readonly CountedBy<string>[];
  readonly notStated: readonly CountedBy<string>[];
}

const INSTITUTIONAL = [
  'consultation',
  'encounter',
  'synthesis',
  'guarantor',
  'decision',
  'commitment',
  'committee',
  'evaluation',
  'report',
  'deadline',
] as const;

export function method(record: ReportRecord): Method {
  const marks: Marks[] = [
    ...[...record.lines.values()].flatMap((line) => line.marks),
    ...INSTITUTIONAL.flatMap((aggregate) =>
      record.of(aggregate).flatMap(({ events }) => events.flatMap((event) => marksOf(event) ?? [])),
    ),
  ];
  const events = (counts: (one: Marks) => boolean): Figure => figureOf(marks.filter(counts).map(({ event }) => event));
  return {
    licences: record.of('authority').map(({ id, events: own }) => ({ authority: id, licence: licenceOf(own) })),
    voided: voidedOf(record),
    concealed: figureOf([...record.facts.contributions].flatMap(([id, { kind }]) => (kind === null ? [id] : []))),
    assisted: tableOf(marks.flatMap(({ assisted, event }) => (assisted === null ? [] : [[assisted, event] as const]))),
    entriesCorrected: events(({ correctsEntry }) => correctsEntry),
    enteredInError: events(({ replacesError }) => replacesError),
    cellsSuppressed: record.of('consultation').flatMap(({ events: own }) => own.flatMap(suppressedIn)),
    takenOver: tableOf(sourcesOf(marks)),
    notStated: tableOf(marks.flatMap(({ notStated, event }) => notStated.map((what) => [what, event] as const))),
  };
}

function licenceOf(events: readonly FactEvent[]): SettingValue {
  const changes = events
    .filter((event) => nameOf(event) === 'authority.settingChanged')
    .map(({ data }) => data as KnownData<typeof settingChanged>);
  return changes.findLast(({ setting }) => setting === 'dataLicence')?.to ?? settingByDefault('dataLicence');
}

const voidedOf = ({ contributions, lines }: ReportRecord): Method['voided'] =>
  contributions.figures.voided.ids.flatMap((contribution) =>
    lines
      .get(contribution)!
      .events.filter(({ name }) => name === 'contribution.voided')
      .map(({ event, facts }) => ({ contribution, event, ground: (facts['ground'] as string | undefined) ?? null })),
  );

/** An object may have been taken over from several systems; from each once. */
function sourcesOf(marks: readonly Marks[]): (readonly [source: string, stream: string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { source, stream } of marks) if (source !== null) pairs.set(`${source} ${stream}`, [source, stream]);
  return [...pairs.values()];
}

function suppressedIn(event: FactEvent): Method['cellsSuppressed'] {
  if (nameOf(event) !== 'consultation.publicsReported') return [];
  const { cells = [] } = event.data as KnownData<typeof publicsReported>;
  const count = cells.filter((cell) => cell === null).length;
  return count > 0 ? [{ event: event.id, cells: count }] : [];
}
