import type { Label } from '@fil/facts/codes/label';
import type { Finding, Severity } from '../tables/finding';
import { isAbsent, isPlaceholder, textOrAbsent } from './absent-value';
import { centsIn } from './budget-cell';
import { districtIn } from './district-cell';
import { monthIn } from './month-cell';
import type { ProjectRow } from './project-row';
import { standingOf } from './status-word';

/** What both snapshots say of a project, whatever they call their columns. */
export const PROJECT_CELLS = [
  'id',
  'edition',
  'title',
  'theme',
  'department',
  'budget',
  'scale',
  'address',
  'district',
  'standing',
  'studies',
  'procedures',
  'works',
  'planned',
  'opened',
] as const;
export type ProjectCell = (typeof PROJECT_CELLS)[number];

export interface CellsToInterpret {
  /** Path of the file below the folder of the source. */
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<ProjectCell, string>>;
  /** Name of the column in the file, for the findings. */
  readonly columns: Readonly<Record<ProjectCell, string>>;
  readonly ideaAddress?: string;
  readonly projectAddress?: string;
}

export interface Interpreted {
  /** Null when the row cannot be taken over at all. */
  readonly row: ProjectRow | null;
  readonly findings: readonly Finding[];
}

const CITYWIDE = 'budget participatif parisien';

/** Reads the cells of one project. What cannot be read is said, and left out; nothing is put in its place. */
export function interpretCells({
  file,
  line,
  cells,
  columns,
  ideaAddress,
  projectAddress,
}: CellsToInterpret): Interpreted {
  const findings: Finding[] = [];
  const find = (severity: Severity, cell: ProjectCell, reason: string, message: Label): null => {
    findings.push({ severity, file, line, column: columns[cell], value: cells[cell], reason, message });
    return null;
  };
  const month = (cell: 'studies' | 'procedures' | 'works' | 'planned' | 'opened'): string | null => {
    const read = monthIn(cells[cell]);
    if (read.is === 'month') return read.month;
    if (read.is === 'farAway') return find('odd', cell, 'month.placeholder', REASONS.placeholder);
    return read.is === 'unreadable' ? find('rejected', cell, 'month.unreadable', REASONS.month) : null;
  };

  for (const cell of PROJECT_CELLS)
    if (isPlaceholder(cells[cell])) find('notice', cell, 'cell.placeholder', REASONS.absent);
  const rejected = (): boolean => findings.some(({ severity }) => severity === 'rejected');
  const id = cells.id.trim();
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id)) find('rejected', 'id', 'row.idMissing', REASONS.id);
  const edition = cells.edition.trim();
  if (!/^20\d{2}$/.test(edition)) find('rejected', 'edition', 'row.editionMissing', REASONS.edition);
  if (rejected()) return { row: null, findings };

  const title = textOrAbsent(cells.title);
  if (title === null) find('odd', 'title', 'title.missing', REASONS.title);
  const budgetCents = isAbsent(cells.budget)
    ? null
    : (centsIn(cells.budget) ?? find('rejected', 'budget', 'budget.unreadable', REASONS.budget));
  const standing = isAbsent(cells.standing) ? null : standingOf(cells.standing);
  if (standing === null) find('rejected', 'standing', 'status.unknown', REASONS.standing);
  const row: ProjectRow = {
    line,
    id,
    edition,
    title,
    theme: textOrAbsent(cells.theme),
    department: textOrAbsent(cells.department),
    budgetCents,
    address: textOrAbsent(cells.address),
    territory: territoryOf(cells, find),
    standing,
    months: { studies: month('studies'), procedures: month('procedures'), works: month('works') },
    plannedOn: month('planned'),
    openedOn: month('opened'),
    ideaAddress: addressOrAbsent(ideaAddress),
    projectAddress: addressOrAbsent(projectAddress),
  };
  return { row, findings };
}

function territoryOf(
  cells: CellsToInterpret['cells'],
  find: (...finding: [Severity, ProjectCell, string, Label]) => null,
): string | null {
  const citywide = cells.scale.trim().toLowerCase() === CITYWIDE;
  if (!citywide && isAbsent(cells.district)) return null;
  if (citywide) find('notice', 'district', 'district.citywide', REASONS.citywide);
  const district = districtIn(cells.district, citywide);
  if (district.is === 'territory') return district.code;
  return district.is === 'parisCentre'
    ? find('odd', 'district', 'district.parisCentre', REASONS.parisCentre)
    : find('rejected', 'district', 'district.unknown', REASONS.district);
}

const addressOrAbsent = (cell: string | undefined): string | null =>
  cell !== undefined && /^https?:\/\/\S+$/.test(cell.trim()) ? cell.trim() : null;

const REASONS = {
  id: {
    fr: 'le numéro du projet manque ou est mal formé : la ligne n’est pas reprise',
    en: 'the project number is missing or malformed: the row is not taken over',
  },
  edition: {
    fr: 'l’édition n’est pas une année : la ligne n’est pas reprise',
    en: 'the edition is not a year: the row is not taken over',
  },
  title: {
    fr: 'titre absent de la source : le projet est désigné par son numéro',
    en: 'no title in the source: the project goes by its number',
  },
  budget: {
    fr: 'ce budget n’est pas un montant en euros : laissé de côté',
    en: 'this budget is no amount in euros: left out',
  },
  standing: {
    fr: 'avancement inconnu : aucun stade n’est repris de cette ligne',
    en: 'unknown status: no stage is taken over from this row',
  },
  month: {
    fr: 'ce n’est pas un mois AAAA-MM plausible : laissé de côté',
    en: 'not a plausible month YYYY-MM: left out',
  },
  absent: {
    fr: 'mot mis pour une cellule vide : compris comme « non renseigné »',
    en: 'a word put for an empty cell: understood as "not stated"',
  },
  citywide: {
    fr: 'budget de toute la ville : territoire Paris, et non l’arrondissement de l’Hôtel de Ville',
    en: 'budget of the whole city: territory Paris, not the arrondissement of the town hall',
  },
  placeholder: {
    fr: 'date de remplissage : comprise comme « date non fixée »',
    en: 'filler date: understood as "no date set"',
  },
  parisCentre: {
    fr: 'secteur Paris Centre (1er à 4e) : sans code INSEE, le territoire n’est pas repris',
    en: 'sector Paris Centre (1st to 4th): no INSEE code, the territory is not taken over',
  },
  district: {
    fr: 'ce n’est pas un arrondissement de Paris : laissé de côté',
    en: 'not an arrondissement of Paris: left out',
  },
} as const satisfies Record<string, Label>;
