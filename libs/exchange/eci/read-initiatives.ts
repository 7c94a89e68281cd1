import { join } from 'node:path';
import { isPossibleDate } from '@fil/facts/dates/calendar-date';
import { z } from 'zod';
import type { Finding } from '../tables/finding';
import { readTable } from '../tables/read-table';
import type { TableRow } from '../tables/table-row';
import type { EciSnapshot, InitiativeRow } from './eci-rows';

const COLUMNS = ['registration_number', 'title', 'objective', 'annex', 'current_status', 'url', 'timeline'] as const;
type Column = (typeof COLUMNS)[number];

/** Counts of organisers, sponsors and signatures have no place in the register: sponsors may be private persons. */
const NOT_TAKEN_OVER = [
  'organizer_representative',
  'organizer_entity',
  'organizer_others',
  'funding_total',
  'funding_by',
  'signatures_collected',
  'signatures_collected_by_country',
  'languages_available',
];

const TIMELINE = z.array(z.object({ step: z.string(), date: z.string().nullable() }));
const NUMBER = /^\d{4}\/\d{6}$/;

/** All initiatives of a state, by number. @throws TableError */
export async function readInitiatives(
  folder: string,
  { initiatives: { path } }: EciSnapshot,
  report: (finding: Finding) => void,
): Promise<ReadonlyMap<string, InitiativeRow>> {
  const rows = new Map<string, InitiativeRow>();
  for await (const row of readTable(join(folder, path), { delimiter: ',', columns: COLUMNS })) {
    const say = (severity: Finding['severity'], column: Column, reason: keyof typeof REASONS): void =>
      report({
        severity,
        file: path,
        line: row.line,
        column,
        value: row.cells[column],
        reason: `initiative.${reason}`,
        message: REASONS[reason],
      });
    const number = row.cells.registration_number.trim();
    if (!NUMBER.test(number)) say('rejected', 'registration_number', 'number');
    else if (rows.has(number)) say('rejected', 'registration_number', 'twice');
    else if (row.cells.title.trim() === '') say('rejected', 'title', 'untitled');
    else rows.set(number, { ...interpret(row, () => say('odd', 'timeline', 'timeline')), number });
  }
  for (const column of NOT_TAKEN_OVER) report(columnNotTakenOver(path, column));
  return rows;
}

function interpret({ line, cells }: TableRow<Column>, oddTimeline: () => void): Omit<InitiativeRow, 'number'> {
  return {
    line,
    title: inOneLine(cells.title),
    objective: paragraphs(cells.objective),
    annex: paragraphs(cells.annex),
    address: cells.url.trim() || null,
    status: inOneLine(cells.current_status).replace(/\s*\*$/, ''),
    steps: stepsOf(cells.timeline, oddTimeline),
  };
}

/** Days by step; the source writes 24/01/2024. */
function stepsOf(cell: string, odd: () => void): Record<string, string> {
  const steps: Record<string, string> = {};
  const parsed = TIMELINE.safeParse(jsonOf(cell));
  if (!parsed.success) {
    if (cell.trim() !== '') odd();
    return steps;
  }
  for (const { step, date } of parsed.data) {
    // A step that goes on has no day.
    if (date === null) continue;
    const [day, month, year] = date.split('/');
    const on = `${year}-${month}-${day}`;
    if (isPossibleDate(on)) steps[inOneLine(step)] = on;
    else odd();
  }
  return steps;
}

/** The value, or undefined when it is no JSON. */
export function jsonOf(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

export const inOneLine = (cell: string): string => cell.replace(/\s+/gu, ' ').trim();

/** The words without the indentation of the page they stood on; null when there are none. */
export const paragraphs = (cell: string): string | null =>
  cell
    .split(/\n\s*/u)
    .map((line) => line.replace(/[ \t]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n') || null;

export const columnNotTakenOver = (file: string, column: string): Finding => ({
  severity: 'notice',
  file,
  line: 1,
  column,
  value: '',
  reason: 'column.notTakenOver',
  message: {
    fr: 'colonne sans place dans le registre : non reprise',
    en: 'a column without a place in the register: not taken over',
  },
});

const REASONS = {
  number: {
    fr: 'numéro d’enregistrement illisible : ligne non reprise',
    en: 'unreadable registration number: row not taken over',
  },
  twice: {
    fr: 'cette initiative figure déjà plus haut : ligne non reprise',
    en: 'this initiative is above already: row not taken over',
  },
  untitled: { fr: 'sans titre : ligne non reprise', en: 'without a title: row not taken over' },
  timeline: {
    fr: 'date de la chronologie illisible : laissée de côté',
    en: 'unreadable date in the time line: left out',
  },
} as const;
