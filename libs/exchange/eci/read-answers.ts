import { join } from 'node:path';
import { isPossibleDate } from '@fil/facts/dates/calendar-date';
import { z } from 'zod';
import type { Finding } from '../tables/finding';
import { readTable } from '../tables/read-table';
import type { TableRow } from '../tables/table-row';
import type { AnswerRow, EciAction, EciSnapshot, FollowUp, Promised } from './eci-rows';
import { columnNotTakenOver, inOneLine, jsonOf, paragraphs } from './read-initiatives';

const COLUMNS = [
  'registration_number',
  'response_url',
  'official_communication_adoption_date',
  'official_communication_document_urls',
  'commission_answer_text',
  'final_outcome_status',
  'commission_rejected_initiative',
  'commission_rejection_reason',
  'commission_deadlines',
  'laws_actions',
  'policies_actions',
  'followup_events_with_dates',
  'court_cases_referenced',
] as const;
type Column = (typeof COLUMNS)[number];

const NOT_TAKEN_OVER = [
  'commission_officials_met',
  'parliament_hearing_date',
  'plenary_debate_date',
  'commission_factsheet_url',
  'referenced_legislation_by_id',
];

const day = z.string().refine(isPossibleDate);
const ACTIONS = z.array(
  z.object({
    type: z.string(),
    description: z.string(),
    status: z.string().nullish(),
    date: day.nullish(),
    document_urls: z.array(z.string()).nullish(),
  }),
);
const FOLLOW_UPS = z.array(z.object({ dates: z.array(day), action: z.string() }));
const DOCUMENTS = z.array(z.object({ text: z.string(), url: z.string() }));
const CASES = z.record(z.string(), z.array(z.string()));
const DATED = z.record(day, z.string());

/** All answers of a state, by the number of their initiative. @throws TableError */
export async function readAnswers(
  folder: string,
  { answers: { path } }: EciSnapshot,
  report: (finding: Finding) => void,
): Promise<ReadonlyMap<string, AnswerRow>> {
  const rows = new Map<string, AnswerRow>();
  for await (const row of readTable(join(folder, path), { delimiter: ',', columns: COLUMNS })) {
    const odd = (column: Column): void =>
      report({
        severity: 'odd',
        file: path,
        line: row.line,
        column,
        value: row.cells[column],
        reason: 'answer.unreadable',
        message: {
          fr: 'cellule qui ne se lit pas comme les autres : laissée de côté',
          en: 'a cell that does not read like the others: left out',
        },
      });
    const answer = interpret(row, odd);
    rows.set(answer.number, answer);
  }
  for (const column of NOT_TAKEN_OVER) report(columnNotTakenOver(path, column));
  return rows;
}

function interpret({ line, cells }: TableRow<Column>, odd: (column: Column) => void): AnswerRow {
  const read = <T>(column: Column, schema: z.ZodType<T>, nothing: T): T => {
    const cell = cells[column].trim();
    if (cell === '' || cell === 'null') return nothing;
    const parsed = schema.safeParse(jsonOf(cell));
    if (parsed.success) return parsed.data;
    odd(column);
    return nothing;
  };
  const adopted = cells.official_communication_adoption_date.trim();
  const { promised, announced } = deadlinesOf(cells.commission_deadlines, () => odd('commission_deadlines'));
  return {
    line,
    number: cells.registration_number.trim(),
    address: cells.response_url.trim() || null,
    answeredOn: isPossibleDate(adopted) ? adopted : null,
    text: paragraphs(cells.commission_answer_text),
    status: inOneLine(cells.final_outcome_status),
    rejected: cells.commission_rejected_initiative.trim() === 'True',
    rejection: paragraphs(cells.commission_rejection_reason),
    communications: read('official_communication_document_urls', DOCUMENTS, []),
    promised,
    announced,
    laws: read('laws_actions', ACTIONS, []).map(actionOf),
    policies: read('policies_actions', ACTIONS, []).map(actionOf),
    followUps: read('followup_events_with_dates', FOLLOW_UPS, []).map(({ action, dates }): FollowUp => ({
      text: withoutLinks(action),
      dates,
    })),
    courtCases: Object.values(read('court_cases_referenced', CASES, {})).flat(),
  };
}

const actionOf = ({ type, description, status, date, document_urls }: z.infer<typeof ACTIONS>[number]): EciAction => ({
  type: inOneLine(type),
  description: inOneLine(description),
  status: status ?? null,
  on: date ?? null,
  addresses: document_urls ?? [],
});

/** A page's links, as the words they stand under. */
const withoutLinks = (text: string): string => inOneLine(text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));

const ORIGINAL = '**Original Response:**';
const CURRENT = '**Current Followup:**';

/**
 * Dates with the words of the promise. A cell holds one JSON object; or two parts under headings, what the answer
 * promised and what the follow-up says since, the second as Python writes it.
 */
export function deadlinesOf(cell: string, odd: () => void): { promised: Promised[]; announced: Promised[] } {
  const text = cell.trim();
  if (text === '' || text === 'null') return { promised: [], announced: [] };
  const [original = '', current] = text.replace(ORIGINAL, '').split(CURRENT);
  const part = (words: string): Promised[] => {
    const parsed = DATED.safeParse(jsonOf(words) ?? jsonOf(asJson(words)));
    if (!parsed.success) {
      odd();
      return [];
    }
    return Object.entries(parsed.data).map(([on, said]) => ({ on, text: withoutLinks(said) }));
  };
  return {
    promised: original.trim() === '' ? [] : part(original.trim()),
    announced: current === undefined || current.trim() === '' ? [] : part(current.trim()),
  };
}

/** Python quotes with apostrophes where the words hold none, and with quotation marks where they do. */
function asJson(python: string): string {
  const strings = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gsu;
  return python.replace(strings, (_, single?: string, double?: string) =>
    JSON.stringify((single ?? double ?? '').replace(/\\(['"\\])/g, '$1').replace(/\\n/g, '\n')),
  );
}
