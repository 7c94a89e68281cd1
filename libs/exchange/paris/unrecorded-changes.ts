import type { Label } from '@fil/facts/codes/label';
import type { Finding } from '../tables/finding';
import type { ProjectCell } from './interpret-cells';
import type { ProgressStep } from './progress-step';
import { DATED_STAGES, type ProjectRow } from './project-row';
import type { SnapshotFormat } from './snapshot-format';

/** What a later snapshot tells otherwise and for which there is no event yet: said, so that nothing changes unseen. */
export function unrecordedChanges(
  before: ProjectRow,
  now: ProjectRow,
  recorded: readonly ProgressStep[],
  { snapshot, columns }: SnapshotFormat,
): readonly Finding[] {
  const findings: Finding[] = [];
  const compare = (
    cell: ProjectCell,
    reason: keyof typeof REASONS,
    was: string | number | null,
    is: string | number | null,
  ): void => {
    if (was === is) return;
    const value = `${was ?? '—'} → ${is ?? '—'}`;
    findings.push({
      severity: 'notice',
      file: snapshot.file,
      line: now.line,
      column: columns[cell],
      value,
      reason,
      message: REASONS[reason],
    });
  };
  compare('title', 'changed.title', before.title, now.title);
  compare('theme', 'changed.theme', before.theme, now.theme);
  compare('department', 'changed.department', before.department, now.department);
  compare('budget', 'changed.budget', euros(before.budgetCents), euros(now.budgetCents));
  compare('address', 'changed.address', before.address, now.address);
  compare('district', 'changed.district', before.territory, now.territory);
  compare('edition', 'changed.edition', before.edition, now.edition);
  const stated = new Set(recorded.flatMap((step) => (step.step === 'reachStage' ? [step.stage] : [])));
  for (const stage of DATED_STAGES)
    if (!stated.has(stage)) compare(stage, 'changed.month', before.months[stage], now.months[stage]);
  if (!recorded.some(({ step }) => step === 'declareDone'))
    compare('opened', 'changed.opened', before.openedOn, now.openedOn);
  return findings;
}

const euros = (cents: number | null): string | null => (cents === null ? null : `${cents / 100} €`);

const changed = (fr: string, en: string): Label => ({
  fr: `${fr} : non enregistré, faute d’événement`,
  en: `${en}: not recorded, for want of an event`,
});
const REASONS = {
  'changed.title': changed('titre modifié', 'changed title'),
  'changed.theme': changed('thématique modifiée', 'changed theme'),
  'changed.department': changed('direction pilote modifiée ou renseignée', 'department changed or newly stated'),
  'changed.budget': changed('budget modifié', 'changed budget'),
  'changed.address': changed('adresse modifiée', 'changed address'),
  'changed.district': changed('arrondissement modifié', 'changed arrondissement'),
  'changed.edition': changed('édition modifiée', 'changed edition'),
  'changed.month': changed(
    'mois d’un stade déjà atteint ou à venir modifié',
    'changed month of a stage reached before or to come',
  ),
  'changed.opened': changed('date d’ouverture modifiée', 'changed opening date'),
} as const;
