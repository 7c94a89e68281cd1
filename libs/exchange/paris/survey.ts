import { join } from 'node:path';
import type { Finding } from '../tables/finding';
import { RowIndex } from '../tables/row-index';
import { localCodeOf } from './local-code-of';
import type { ProjectRow } from './project-row';
import { oddities } from './row-oddities';
import type { SnapshotFormat } from './snapshot-format';

/** What one reading of a whole snapshot tells, before anything is written. */
export interface Survey {
  readonly format: SnapshotFormat;
  readonly rows: number;
  /** Names by code. */
  readonly departments: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
  /** Codes of the themes of each edition. */
  readonly editions: ReadonlyMap<string, ReadonlySet<string>>;
  /** The rows that can be taken over, by project. */
  readonly projects: RowIndex<string>;
  /** The project of this row of this snapshot again. */
  rowOf(id: string): Promise<ProjectRow | null>;
}

/**
 * Reads a snapshot from the first line to the last, so that a broken file is refused before anything is recorded.
 *
 * @throws TableError
 */
export async function survey(
  folder: string,
  format: SnapshotFormat,
  report: (finding: Finding) => void,
): Promise<Survey> {
  const { snapshot, shape, columns } = format;
  const departments = new Map<string, string>();
  const themes = new Map<string, string>();
  const editions = new Map<string, Set<string>>();
  const projects = new RowIndex(join(folder, snapshot.file), shape);
  let rows = 0;
  await projects.build(
    (cells) => {
      rows++;
      const { row, findings } = format.interpret(cells);
      findings.forEach(report);
      if (!row) return null;
      oddities(row, snapshot, columns).forEach(report);
      if (row.department !== null) keepFirst(departments, row.department);
      const editionThemes = editions.get(row.edition) ?? new Set<string>();
      editions.set(row.edition, editionThemes);
      if (row.theme !== null) editionThemes.add(keepFirst(themes, row.theme));
      return row.id;
    },
    ({ line, cells }, first) => {
      report({
        severity: 'rejected',
        file: snapshot.file,
        line,
        column: columns.id,
        value: cells[columns.id]!,
        reason: 'row.twice',
        message: {
          fr: `ce projet figure déjà à la ligne ${first} : cette ligne n’est pas reprise`,
          en: `this project is on line ${first} already: this row is not taken over`,
        },
      });
    },
  );
  for (const column of format.notTakenOver) report(columnNotTakenOver(snapshot.file, column));
  return {
    format,
    rows,
    departments,
    themes,
    editions,
    projects,
    rowOf: async (id) => {
      const found = await projects.find(id);
      return found && format.interpret(found).row;
    },
  };
}

function keepFirst(names: Map<string, string>, name: string): string {
  const code = localCodeOf(name);
  if (!names.has(code)) names.set(code, name);
  return code;
}

const columnNotTakenOver = (file: string, column: string): Finding => ({
  severity: 'notice',
  file,
  line: 1,
  column,
  value: '',
  reason: 'column.notTakenOver',
  message: {
    fr: 'colonne sans place dans le registre : non reprise',
    en: 'a column without a place in the register: not taken over',
  },
});
