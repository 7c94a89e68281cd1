import type { Label } from '@fil/facts/codes/label';
import type { ImportTally } from '@fil/exchange/import-tally';
import type { ImportSummary } from '@fil/exchange/paris/import-summary';
import { shortened, type Severity } from '@fil/exchange/tables/finding';
import type { FindingLog } from '@fil/exchange/tables/finding-log';
import { table } from '../terminal/table';
import type { Terminal } from '../terminal/terminal';

const SEVERITIES: Readonly<Record<Severity, Label>> = {
  rejected: { fr: 'rejeté', en: 'rejected' },
  odd: { fr: 'à voir', en: 'odd' },
  notice: { fr: 'signalé', en: 'notice' },
};

/** Every rejected or odd cell: where it is, what it says, why it is here. */
export function showFindings(terminal: Terminal, findings: FindingLog): void {
  const shown = findings.toShow;
  if (shown.length === 0) return;
  const header = {
    fr: ['', 'fichier', 'ligne', 'colonne', 'valeur', 'motif'],
    en: ['', 'file', 'line', 'column', 'value', 'reason'],
  };
  const rows = shown.map(({ severity, file, line, column, value, message }) => [
    terminal.text(SEVERITIES[severity]),
    file.split('/').at(-1)!,
    String(line),
    shortened(column, 30),
    shortened(value, 30),
    terminal.text(message),
  ]);
  terminal.print(table(header[terminal.language], rows, [2]));
  const more = findings.count('rejected') + findings.count('odd') - shown.length;
  if (more > 0)
    terminal.print({
      fr: `… et ${terminal.number(more)} autres : voir --report.`,
      en: `… and ${terminal.number(more)} more: see --report.`,
    });
  terminal.print('');
}

interface Outcome {
  readonly summary: ImportSummary;
  readonly tally: ImportTally;
  readonly findings: FindingLog;
  readonly dryRun: boolean;
  readonly seconds: number;
}

/** Counts that can be held against the files'. */
export function showSummary(terminal: Terminal, { summary, tally, findings, dryRun, seconds }: Outcome): void {
  const lines: [string, number][] = [];
  const add = (label: Label, count: number | undefined): void => void lines.push([terminal.text(label), count ?? 0]);
  for (const [snapshot, rows] of summary.rows)
    add({ fr: `lignes lues, état ${snapshot}`, en: `rows read, snapshot ${snapshot}` }, rows);
  add({ fr: 'textes trouvés', en: 'texts found' }, summary.texts);
  for (const [snapshot, count] of summary.firstSeen)
    add({ fr: `projets apparus dans l’état ${snapshot}`, en: `projects first seen in snapshot ${snapshot}` }, count);
  if (summary.alreadyKnown > 0)
    add(
      { fr: 'projets déjà repris d’un état plus récent', en: 'projects already taken over from a later snapshot' },
      summary.alreadyKnown,
    );
  if (summary.rows.has('2025')) {
    add({ fr: 'projets que la source ne mentionne plus', en: 'projects the source no longer lists' }, summary.vanished);
    add({ fr: 'avancées', en: 'steps forward' }, summary.transitions.get('forward'));
    add({ fr: 'retours en arrière', en: 'steps back' }, summary.transitions.get('backward'));
    add({ fr: 'abandons', en: 'abandoned' }, summary.transitions.get('abandoned'));
    if (summary.transitions.has('resumed'))
      add({ fr: 'reprises après abandon', en: 'resumed after abandonment' }, summary.transitions.get('resumed'));
    add({ fr: 'échéances repoussées', en: 'due dates moved later' }, summary.reschedulings.get('later'));
    add(
      { fr: 'échéances retirées (plus de date)', en: 'due dates withdrawn (no date any more)' },
      summary.reschedulings.get('dateWithdrawn'),
    );
    add({ fr: 'échéances avancées', en: 'due dates moved earlier' }, summary.reschedulings.get('earlier'));
    add(
      { fr: 'échéances fixées pour la première fois', en: 'due dates set for the first time' },
      summary.reschedulings.get('firstDate'),
    );
  }
  print(terminal, { fr: 'Dans les fichiers', en: 'In the files' }, lines);

  showEnd(terminal, { interrupted: summary.interrupted, tally, findings, dryRun, seconds });
}

/** After what was in the files: the remarks, the events, the time. */
export function showEnd(
  terminal: Terminal,
  { interrupted, tally, findings, dryRun, seconds }: Omit<Outcome, 'summary'> & { readonly interrupted: boolean },
): void {
  const remarks = findings.byReason.map(({ severity, message, count }): [string, number] => [
    `${terminal.text(SEVERITIES[severity])}${terminal.text({ fr: ' : ', en: ': ' })}${terminal.text(message)}`,
    count,
  ]);
  print(terminal, { fr: 'Remarques', en: 'Remarks' }, remarks);

  const events = [...tally.eventsByType].map(([type, count]): [string, number] => [type, count]);
  print(
    terminal,
    dryRun
      ? { fr: 'Événements qui seraient écrits', en: 'Events that would be written' }
      : { fr: 'Événements écrits', en: 'Events written' },
    events,
  );
  const time = seconds.toFixed(1);
  const there = terminal.number(tally.alreadyThere);
  const count = terminal.number(tally.events);
  terminal.print(
    dryRun
      ? {
          fr: `${count} événements seraient écrits, ${there} l’étaient déjà (${time} s). Rien n’a été écrit.`,
          en: `${count} new events would be written, ${there} were there already (${time} s). Nothing was written.`,
        }
      : {
          fr: `${count} nouveaux événements, ${there} déjà écrits (${time} s). Aucun délai n’a été ouvert.`,
          en: `${count} new events, ${there} there already (${time} s). No deadline was started.`,
        },
  );
  if (interrupted) {
    terminal.print({
      fr: 'La reprise a été interrompue : relancez la même commande pour la poursuivre.',
      en: 'The import was interrupted: run the same command again to go on.',
    });
  }
}

/** Numbers under a title, aligned; nothing when there are none. */
export function print(terminal: Terminal, title: Label, lines: readonly [string, number][]): void {
  if (lines.length === 0) return;
  const width = Math.max(...lines.map(([label]) => Array.from(label).length));
  terminal.print(terminal.text(title));
  for (const [label, count] of lines)
    terminal.print(`  ${label}${' '.repeat(width - Array.from(label).length)}  ${terminal.number(count).padStart(7)}`);
  terminal.print('');
}
