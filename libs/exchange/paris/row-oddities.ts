import type { Label } from '@fil/facts/codes/label';
import { firstDay } from '@fil/facts/dates/when';
import type { Finding } from '../tables/finding';
import type { ProjectCell } from './interpret-cells';
import { DATED_STAGES, type DatedStage, type ProjectRow, type Snapshot } from './project-row';
import { rank } from './status-word';

/** What contradicts itself in one row. Everything is kept as stated, or left out as the reason says; nothing is mended. */
export function oddities(
  row: ProjectRow,
  snapshot: Snapshot,
  columns: Readonly<Record<ProjectCell, string>>,
): readonly Finding[] {
  const findings: Finding[] = [];
  const find = (severity: 'odd' | 'notice', cell: ProjectCell, value: string, reason: keyof typeof REASONS): void => {
    findings.push({
      severity,
      file: snapshot.file,
      line: row.line,
      column: columns[cell],
      value,
      reason,
      message: REASONS[reason],
    });
  };
  const { studies, procedures, works } = row.months;
  if (before(procedures, studies)) find('odd', 'procedures', procedures!, 'order.proceduresBeforeStudies');
  if (before(works, studies)) find('odd', 'works', works!, 'order.worksBeforeStudies');
  if (before(works, procedures)) find('odd', 'works', works!, 'order.worksBeforeProcedures');
  if (before(row.plannedOn, works)) find('odd', 'planned', row.plannedOn!, 'order.deliveryBeforeWorks');
  if (before(row.openedOn, works)) find('odd', 'opened', row.openedOn!, 'order.openedBeforeWorks');

  for (const stage of DATED_STAGES) {
    const month = row.months[stage];
    if (month === null || !row.standing) continue;
    const reached = isReached(row, stage);
    if (reached && isToCome(month, snapshot)) find('odd', stage, month, 'stage.reachedAtMonthToCome');
    else if (!reached && isToCome(month, snapshot)) find('notice', stage, month, 'stage.planned');
    else if (!reached) find('odd', stage, month, 'stage.datedButNotReached');
  }
  if (row.openedOn !== null && row.standing?.at !== 'done') find('odd', 'opened', row.openedOn, 'opened.notDone');
  if (row.openedOn !== null && row.standing?.at === 'done' && isToCome(row.openedOn, snapshot))
    find('odd', 'opened', row.openedOn, 'opened.toCome');
  if (row.openedOn === null && row.standing?.at === 'done') find('odd', 'opened', '', 'opened.missing');
  return findings;
}

/** True when the status says that this stage is reached. */
export const isReached = ({ standing }: ProjectRow, stage: DatedStage): boolean =>
  standing !== null && standing.at !== 'abandoned' && rank(standing.at) >= rank(stage);

/** True when a month of a snapshot had not begun on the day it was taken: it was a plan. */
export const isToCome = (month: string, { takenOn }: Pick<Snapshot, 'takenOn'>): boolean => firstDay(month) > takenOn;

const before = (a: string | null, b: string | null): boolean => a !== null && b !== null && a < b;

const REASONS = {
  'order.proceduresBeforeStudies': {
    fr: 'procédures datées avant les études : les deux mois sont repris tels quels',
    en: 'procedures dated before studies: both months are kept as stated',
  },
  'order.worksBeforeStudies': {
    fr: 'travaux datés avant les études : les deux mois sont repris tels quels',
    en: 'works dated before studies: both months are kept as stated',
  },
  'order.worksBeforeProcedures': {
    fr: 'travaux datés avant les procédures : les deux mois sont repris tels quels',
    en: 'works dated before procedures: both months are kept as stated',
  },
  'order.deliveryBeforeWorks': {
    fr: 'livraison prévue avant le début des travaux : les deux mois sont repris tels quels',
    en: 'delivery planned before works begin: both months are kept as stated',
  },
  'order.openedBeforeWorks': {
    fr: 'ouverture datée avant les travaux : les deux mois sont repris tels quels',
    en: 'opening dated before works: both months are kept as stated',
  },
  'stage.reachedAtMonthToCome': {
    fr: 'stade dit atteint, mais daté d’un mois alors à venir : ce mois n’est pas repris',
    en: 'stage said to be reached, but dated in a month then to come: the month is not taken over',
  },
  'stage.datedButNotReached': {
    fr: 'mois passé pour un stade que l’avancement ne dit pas atteint : non repris',
    en: 'past month for a stage that the status does not say reached: not taken over',
  },
  'stage.planned': {
    fr: 'mois prévu d’un stade à venir : pas encore de place dans le registre',
    en: 'planned month of a stage to come: no place in the register yet',
  },
  'opened.notDone': {
    fr: 'ouverture datée d’un projet qui n’est pas dit terminé : non reprise',
    en: 'opening dated for a project not said to be finished: not taken over',
  },
  'opened.toCome': {
    fr: 'ouverture datée d’un mois alors à venir : ce mois n’est pas repris',
    en: 'opening dated in a month then to come: the month is not taken over',
  },
  'opened.missing': {
    fr: 'projet terminé sans date d’ouverture : la date reste un intervalle',
    en: 'finished project without an opening date: the date stays an interval',
  },
} as const satisfies Record<string, Label>;
