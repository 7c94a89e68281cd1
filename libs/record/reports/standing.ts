/** What several rules of reports ask first. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';

export const unknownReport = (): Refusal =>
  refuse(
    'report.unknown',
    {
      fr: 'Aucun rapport publié ne porte cet identifiant. La liste des rapports est à /api/v1/reports.',
      en: 'No published report has this id. See /api/v1/reports for the list.',
    },
    { kind: 'notFound' },
  );
