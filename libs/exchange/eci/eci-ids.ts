import { createHash } from 'node:crypto';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { Aggregate, ObjectId } from '@fil/facts/kit/aggregates';
import { derivedEventId, derivedObjectId } from '@fil/log/event-store/ids';
import type { By } from '@fil/record/deciding/take-decision';

/** European Citizens' Initiative: the register of the European Commission. */
export const SOURCE = 'eci';

/** The identifier the Publications Office of the EU gives to the Commission: it has no SIRET. */
export const COMMISSION = { scheme: 'eu-corporate-body', id: 'COM' } as const;

/** What the register calls one of its objects: `initiative` 2018/000004. */
export const reference = (type: string, id: string): { name: string; type: string; id: string } => ({
  name: SOURCE,
  type,
  id,
});

/** The same id for the same step, for ever. */
export const byImport = (...parts: readonly string[]): By => ({
  actor: { role: 'import', body: SOURCE },
  account: null,
  commandId: derivedEventId(['import', SOURCE, ...parts].join('\n'), 0),
});

type TakenOver = NonNullable<CommonFacts['takenOver']>;

/** The mark of what is taken over: the source's own word, and what it does not say. */
export const takenOver = (more: { word?: string; notStated?: TakenOver['notStated'] } = {}): TakenOver => ({
  source: SOURCE,
  ...(more.word !== undefined && { word: more.word }),
  ...(more.notStated && more.notStated.length > 0 && { notStated: [...more.notStated] }),
});

/** The ids of what the import creates, in one register. */
export class EciIds {
  constructor(private readonly instanceKey: Buffer) {}

  /** As the API derives it from the directory. */
  readonly authority = (): ObjectId<'authority'> =>
    `authority-${derivedObjectId(this.instanceKey, COMMISSION.scheme, 'authority', COMMISSION.id)}`;
  readonly consultation = (): ObjectId<'consultation'> => this.derived('consultation', 'consultation', 'eci');
  readonly initiative = (number: string): ObjectId<'contribution'> =>
    this.derived('contribution', 'initiative', number);
  readonly answer = (number: string): ObjectId<'decision'> => this.derived('decision', 'answer', number);
  readonly followUp = (number: string): ObjectId<'commitment'> => this.derived('commitment', 'follow-up', number);
  readonly deadline = (number: string, on: string): ObjectId<'commitment'> =>
    this.derived('commitment', 'deadline', `${number}/${on}`);
  readonly action = (number: string, key: string): ObjectId<'commitment'> =>
    this.derived('commitment', 'action', `${number}/${key}`);

  private derived<A extends Aggregate>(aggregate: A, type: string, id: string): ObjectId<A> {
    return `${aggregate}-${derivedObjectId(this.instanceKey, SOURCE, type, id)}`;
  }
}

/** A name for what the source only describes: the beginning of the words, without what changes from one state to the next. */
export const keyOf = (words: string): string =>
  createHash('sha256')
    .update(
      words
        .toLowerCase()
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[^\p{L}\p{N}]+/gu, '')
        .slice(0, 60),
    )
    .digest('hex')
    .slice(0, 16);
