import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { PublishedReport } from './report.state';

/** Once each, until the report is corrected. */
export const contestedBefore = ({ contestedBy }: PublishedReport, by: string): Refusal | null =>
  contestedBy.has(by)
    ? refuse(
        'report.contestedBefore',
        {
          fr: 'Vous avez déjà contesté ce rapport. Une contestation se fait une fois ; elle y est affichée.',
          en: 'You have already contested this report. It is contested once; the contest is shown on it.',
        },
        { kind: 'conflict' },
      )
    : null;
