import { differences, type KnownProject } from './differences';
import { stepsAtFirstSight } from './first-sight';
import type { ProjectRow } from './project-row';
import { FORMAT_2024 } from './read-2024';
import { FORMAT_2025 } from './read-2025';
import { oddities } from './row-oddities';
import { standingOf } from './status-word';
import { unrecordedChanges } from './unrecorded-changes';

const BETWEEN = '2024-04-17/2025-12-02';
const row = (status: string, more: Partial<ProjectRow> = {}): ProjectRow => ({
  line: 2,
  id: '901',
  edition: '2019',
  title: 'Un verger',
  theme: 'Environnement',
  department: 'Direction inventée',
  budgetCents: 1_000_00,
  address: null,
  territory: null,
  standing: standingOf(status),
  months: { studies: null, procedures: null, works: null },
  plannedOn: null,
  openedOn: null,
  ideaAddress: null,
  projectAddress: null,
  ...more,
});
const months = (studies: string | null, procedures: string | null, works: string | null): ProjectRow['months'] => ({
  studies,
  procedures,
  works,
});

describe('a project at first sight', () => {
  const first = (one: ProjectRow) => stepsAtFirstSight(one, FORMAT_2024.snapshot);

  it('has reached each stage in its month, and is done when it was opened', () => {
    expect(first(row('FIN', { months: months('2019-11', '2020-03', '2020-09'), openedOn: '2021-05' }))).toEqual([
      { step: 'reachStage', stage: 'studies', word: 'ETUDES', on: '2019-11' },
      { step: 'reachStage', stage: 'procedures', word: 'PROCEDURES', on: '2020-03' },
      { step: 'reachStage', stage: 'works', word: 'TRAVAUX', on: '2020-09' },
      { step: 'reachStage', stage: 'finished', word: 'FIN', on: '2021-05' },
      { step: 'declareDone', word: 'FIN', on: '2021-05' },
    ]);
  });

  it('has done nothing when it is not begun', () => {
    expect(first(row('(non démarré)', { months: months('2024-06', null, null) }))).toEqual([]);
  });

  it('reached an undated stage between the last month stated and the snapshot', () => {
    expect(first(row('LIVRAISON', { months: months('2020-01', null, '2020-10'), plannedOn: '2023-12' }))).toEqual([
      { step: 'reachStage', stage: 'studies', word: 'ETUDES', on: '2020-01' },
      { step: 'reachStage', stage: 'works', word: 'TRAVAUX', on: '2020-10' },
      { step: 'reachStage', stage: 'delivery', word: 'LIVRAISON', on: '2020-10/2024-04-17' },
    ]);
  });

  it('does not take a planned month for a month in which something happened', () => {
    const planned = row('ETUDES', { months: months('2020-02', null, '2024-11') });
    expect(first(planned)).toEqual([{ step: 'reachStage', stage: 'studies', word: 'ETUDES', on: '2020-02' }]);
    expect(oddities(planned, FORMAT_2024.snapshot, FORMAT_2024.columns).map(({ reason }) => reason)).toEqual([
      'stage.planned',
    ]);
  });

  it('reaches the stage it is said to have, but not in a month then to come', () => {
    const early = row('TRAVAUX', { months: months(null, null, '2024-08') });
    expect(first(early)).toEqual([{ step: 'reachStage', stage: 'works', word: 'TRAVAUX', on: '2019/2024-04-17' }]);
    expect(oddities(early, FORMAT_2024.snapshot, FORMAT_2024.columns).map(({ reason }) => reason)).toEqual([
      'stage.reachedAtMonthToCome',
    ]);
  });

  it('is abandoned at a time nobody states', () => {
    expect(first(row('ABANDONNÉ'))).toEqual([{ step: 'abandon', word: 'ABANDONNÉ', on: '2019/2024-04-17' }]);
  });

  it('says what contradicts itself', () => {
    const reasons = oddities(
      row('FIN', { months: months('2020-05', '2020-04', '2020-03'), plannedOn: '2020-02', openedOn: '2020-01' }),
      FORMAT_2024.snapshot,
      FORMAT_2024.columns,
    ).map(({ reason }) => reason);
    expect(reasons).toEqual([
      'order.proceduresBeforeStudies',
      'order.worksBeforeStudies',
      'order.worksBeforeProcedures',
      'order.deliveryBeforeWorks',
      'order.openedBeforeWorks',
    ]);
  });
});

describe('a later snapshot over a known project', () => {
  const known = (more: Partial<KnownProject> = {}): KnownProject => ({
    progress: 'inProgress',
    stage: 'studies',
    dueOn: null,
    ...more,
  });
  const over = (before: KnownProject, now: ProjectRow) => differences(before, now, FORMAT_2025.snapshot, BETWEEN);

  it('sees no transition between two spellings of one status', () => {
    expect(over(known({ progress: 'notStarted', stage: null }), row('NON DEMARRE'))).toEqual({
      steps: [],
      transition: null,
      rescheduling: null,
    });
  });

  it('steps forward in the months stated, and over a stage that has none', () => {
    expect(over(known(), row('LIVRAISON', { months: months('2020-02', null, '2024-11') }))).toEqual({
      steps: [
        { step: 'reachStage', stage: 'works', word: 'TRAVAUX', on: '2024-11' },
        { step: 'reachStage', stage: 'delivery', word: 'LIVRAISON', on: BETWEEN },
      ],
      transition: 'forward',
      rescheduling: null,
    });
  });

  it('withdraws the claim when a finished project is so no more', () => {
    expect(over(known({ progress: 'done', stage: 'finished' }), row('LIVRAISON'))).toEqual({
      steps: [
        { step: 'loseStage', from: 'finished', to: 'delivery', word: 'LIVRAISON', wordBefore: 'FIN', on: BETWEEN },
      ],
      transition: 'backward',
      rescheduling: null,
    });
  });

  it.each([
    ['2024-12', '2025-12', 'later'],
    ['2024-12', '2024-11', 'earlier'],
    ['2024-12', null, 'dateWithdrawn'],
    [null, '2025-12', 'firstDate'],
  ])('reschedules from %s to %s: %s', (from, to, rescheduling) => {
    const found = over(known({ dueOn: from }), row('ETUDES', { plannedOn: to }));
    expect(found).toEqual({ steps: [{ step: 'reschedule', from, to, on: BETWEEN }], transition: null, rescheduling });
  });

  it('takes a date away before it abandons, and abandons once', () => {
    const found = over(known({ dueOn: '2024-06' }), row('ABANDONNÉ'));
    expect(found.steps.map(({ step }) => step)).toEqual(['reschedule', 'abandon']);
    expect(over(known({ progress: 'abandoned' }), row('ABANDONNÉ')).steps).toEqual([]);
  });

  it('reopens what was abandoned and goes on again', () => {
    const found = over(
      known({ progress: 'abandoned', stage: null }),
      row('ETUDES', { months: months('2025-01', null, null) }),
    );
    expect(found.transition).toBe('resumed');
    expect(found.steps).toEqual([
      { step: 'reopen', word: 'ETUDES', on: BETWEEN },
      { step: 'reachStage', stage: 'studies', word: 'ETUDES', on: '2025-01' },
    ]);
  });

  it('says what changed without an event, and not what a step records', () => {
    const before = row('ETUDES', { months: months('2020-02', null, null) });
    const now = row('TRAVAUX', {
      title: 'Deux vergers',
      budgetCents: 2_000_00,
      months: months('2020-03', null, '2024-11'),
    });
    const { steps } = over(known(), now);
    const found = unrecordedChanges(before, now, steps, FORMAT_2025);
    expect(found.map(({ reason, value }) => [reason, value])).toEqual([
      ['changed.title', 'Un verger → Deux vergers'],
      ['changed.budget', '1000 € → 2000 €'],
      ['changed.month', '2020-02 → 2020-03'],
    ]);
  });
});
