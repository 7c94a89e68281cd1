import type { MigrationClass } from '../../postgres/migrate';
import { Checkpoints1760000000090 } from './1760000000090-checkpoints.migration';

export const CHECKPOINT_MIGRATIONS: readonly MigrationClass[] = [Checkpoints1760000000090];
