import type { Aggregate, ObjectId } from '@fil/facts/kit/aggregates';
import { derivedEventId, derivedObjectId } from '@fil/log/event-store/ids';
import type { By } from '@fil/record/deciding/take-decision';

export const SOURCE = 'paris';
/** SIRET of the Ville de Paris. */
export const PARIS_SIRET = '21750001600019';

/** A project's contribution and its commitment have one reference in the source: the city's number. */
export const projectReference = (id: string): { name: string; type: string; id: string } => ({
  name: SOURCE,
  type: 'projet',
  id,
});
export const editionReference = (edition: string): { name: string; type: string; id: string } => ({
  name: SOURCE,
  type: 'edition',
  id: edition,
});

/** What was taken over from whom, by which step: the same id for the same step of the same snapshot, for ever. */
export const importCommandId = (...parts: readonly string[]): string =>
  derivedEventId(['import', SOURCE, ...parts].join('\n'), 0);

/** Id of the first event of a command: it tells whether a stream began with this very step. */
export const firstEventOf = (commandId: string): string => derivedEventId(commandId, 0);

export const byImport = (...parts: readonly string[]): By => ({
  actor: { role: 'import', body: SOURCE },
  account: null,
  commandId: importCommandId(...parts),
});

/** The ids of what the import creates, in one register. */
export class ImportedIds {
  constructor(private readonly instanceKey: Buffer) {}

  readonly authority = (): ObjectId<'authority'> =>
    this.derived('authority', { name: 'siret', type: 'authority', id: PARIS_SIRET });
  readonly consultation = (edition: string): ObjectId<'consultation'> =>
    this.derived('consultation', { ...editionReference(edition), type: 'consultation' });
  readonly decision = (edition: string): ObjectId<'decision'> => this.derived('decision', editionReference(edition));
  readonly contribution = (id: string): ObjectId<'contribution'> => this.derived('contribution', projectReference(id));
  readonly commitment = (id: string): ObjectId<'commitment'> => this.derived('commitment', projectReference(id));

  private derived<A extends Aggregate>(
    aggregate: A,
    { name, type, id }: { name: string; type: string; id: string },
  ): ObjectId<A> {
    return `${aggregate}-${derivedObjectId(this.instanceKey, name, type, id)}`;
  }
}
