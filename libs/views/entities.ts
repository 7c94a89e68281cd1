import { HistoryEventRow } from './history/history.entity';
import { AuthorityNamesRow, ConsultationNameRow } from './names/names.entity';
import { SearchWordsRow } from './search/search.entity';
import { ContributionStandingRow } from './standings/standings.entity';
import { THREAD_ENTITIES } from './thread/thread.entity';

/** Rows of the views as TypeORM reads them; their tables are made by the runner, never by TypeORM. */
export const VIEW_ENTITIES = [
  AuthorityNamesRow,
  ConsultationNameRow,
  ContributionStandingRow,
  SearchWordsRow,
  HistoryEventRow,
  ...THREAD_ENTITIES,
];
