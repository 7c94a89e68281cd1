/** Everything that is folded from the log for those who ask. */
import type { Projection } from '@fil/log/projections/projection';
import type { MigrationClass } from '@fil/log/postgres/migrate';
import { DEADLINES } from './deadlines/deadlines.projection';
import { HISTORY } from './history/history.projection';
import { NAMES } from './names/names.projection';
import { FrenchSearch1760000000020 } from './search/migrations/1760000000020-french-search.migration';
import { SEARCH } from './search/search.projection';
import { STANDINGS } from './standings/standings.projection';
import { THREAD } from './thread/thread.projection';

export const VIEW_PROJECTIONS: readonly Projection[] = [NAMES, STANDINGS, THREAD, SEARCH, HISTORY, DEADLINES];

/** After those of the projections' platform. */
export const VIEW_MIGRATIONS: readonly MigrationClass[] = [FrenchSearch1760000000020];
