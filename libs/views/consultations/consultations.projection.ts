import type { Projection } from '@fil/log/projections/projection';
import { keptEvent } from '../reading/happening';

/** A consultation has few events; all of them are its page. */
export const CONSULTATIONS: Projection = {
  name: 'consultations',
  version: 1,
  folds: [],
  events: [
    {
      name: 'consultations_event',
      aggregates: ['consultation'],
      columns: { event: 'json NOT NULL' },
      row: (event) => ({ event: keptEvent(event) }),
    },
  ],
};
