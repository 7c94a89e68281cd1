import type { Projection } from '@fil/log/projections/projection';
import { historyFold } from '../reading/history';

export const CONSULTATIONS: Projection = {
  name: 'consultations',
  version: 1,
  folds: [historyFold({ aggregate: 'consultation', table: { name: 'consultations_consultation' } })],
};
