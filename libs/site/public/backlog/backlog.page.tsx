/** Who still waits for an answer, the longest first. */
import { formatWhen } from '@fil/ui/format/dates';
import { formatNumber } from '@fil/ui/format/numbers';
import { CheckField, FilterForm, SelectField } from '@fil/ui/components/filter-form';
import { NextPage } from '@fil/ui/components/next-page';
import type { Frame } from '@fil/ui/page/frame';
import { Layout } from '@fil/ui/page/layout';
import { PageHead } from '@fil/ui/page/page-head';
import type { BacklogAnswer } from '@fil/views/backlog/backlog.answer';
import type { BacklogFilters } from '@fil/views/backlog/list-backlog.query';
import { nameWords } from '../words/named';
import { titleWords } from '../words/shown-words';
import { WaitingList } from './waiting-list';

export interface BacklogPageProps {
  readonly frame: Frame;
  readonly backlog: BacklogAnswer;
  readonly filters: BacklogFilters;
}

export function BacklogPage({ frame, backlog, filters }: BacklogPageProps) {
  const { t, language } = frame;
  const filtered = Boolean(filters.consultation || filters.department || filters.lateOnly);
  return (
    <Layout frame={frame} title={t.backlog.title} description={t.backlog.lead} state={backlog.shown}>
      <PageHead frame={frame}>
        <h1>{t.backlog.title}</h1>
        <p class="lead">{t.backlog.lead}</p>
      </PageHead>
      <div class="stack">
        <Filters frame={frame} backlog={backlog} filters={filters} />
        <p role="status">
          <strong>{t.backlog.waiting(backlog.totals.waiting)}</strong>, {t.backlog.late(backlog.totals.late)},{' '}
          {t.backlog.announced(backlog.totals.announced)}.{' '}
          <span class="soft">{t.backlog.caption(formatWhen(backlog.today, language))}.</span>
        </p>
        {backlog.items.length > 0 ? (
          <WaitingList frame={frame} items={backlog.items} level={2} />
        ) : (
          <p>
            {filtered ? t.backlog.none : t.backlog.noneAtAll}{' '}
            {filtered && <a href={frame.to('/sans-reponse')}>{t.backlog.removeFilters}</a>}
          </p>
        )}
        <NextPage frame={frame} next={backlog.next} began={!frame.visit.query.cursor} />
      </div>
    </Layout>
  );
}

function Filters({ frame, backlog, filters }: BacklogPageProps) {
  const { t, language } = frame;
  const withCount = (words: string, count: number): string => `${words} (${formatNumber(count, language)})`;
  return (
    <FilterForm frame={frame} action="/sans-reponse" legend={t.backlog.filters} button={t.backlog.filter}>
      <SelectField
        name="consultation"
        label={t.backlog.consultation}
        any={t.backlog.all}
        chosen={filters.consultation}
        choices={backlog.consultations.map(({ id, title, count }) => ({
          value: id,
          words: withCount(titleWords(frame, title).text, count),
        }))}
      />
      {(backlog.departments.length > 0 || filters.department) && (
        <SelectField
          name="department"
          label={t.backlog.service}
          any={t.backlog.allServices}
          chosen={filters.department}
          choices={[...new Set(backlog.departments.map(({ department }) => department.code))].map((value) => {
            // Of two authorities that use one code, what waits is shown together here, under both names.
            const same = backlog.departments.filter(({ department }) => department.code === value);
            const names = new Set(same.map(({ department }) => nameWords(frame, department)));
            const waiting = same.reduce((sum, { count }) => sum + count, 0);
            return { value, words: withCount([...names].join(' / '), waiting) };
          })}
        />
      )}
      <CheckField name="late" label={t.backlog.lateOnly} checked={filters.lateOnly ?? false} />
    </FilterForm>
  );
}
