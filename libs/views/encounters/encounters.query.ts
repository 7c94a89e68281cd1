import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { Encounter, EncountersAnswer } from './encounters.answer';

export interface EncounterFilters {
  readonly consultation?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

export const ENCOUNTERS_PAGE = 50;

/** Which encounters are there? The latest recorded first. */
export class ListEncounters extends Query<EncountersAnswer> {
  constructor(
    readonly filters: EncounterFilters,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** What became of this encounter, and of its sheets? Null when there is none with this id. */
export class FindEncounter extends Query<Encounter | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}
