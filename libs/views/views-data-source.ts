import { DataSource } from 'typeorm';
import { applicationConnection } from '@fil/log/postgres/application-pool';
import { ConsultationRow } from './consultations/consultations.entity';
import { AuthorityNamesRow, ConsultationNameRow } from './names/names.entity';
import { SearchWordsRow } from './search/search.entity';
import { ContributionStandingRow } from './standings/standings.entity';
import { THREAD_ENTITIES } from './thread/thread.entity';

const ENTITIES = [AuthorityNamesRow, ConsultationNameRow, ContributionStandingRow, SearchWordsRow, ConsultationRow, ...THREAD_ENTITIES];

/** How the views read their tables, as the application role. Destroy it in the end. */
export async function openViewsDataSource(url: string, max = 8): Promise<DataSource> {
  const { connectionString, ...connection } = await applicationConnection(url);
  const source = new DataSource({
    type: 'postgres',
    url: connectionString,
    entities: ENTITIES,
    synchronize: false,
    logging: false,
    poolSize: max,
    extra: connection,
    // A lost connection is replaced by the pool; without a listener it would end the process.
    poolErrorHandler: () => undefined,
  });
  return source.initialize();
}
