/** The aggregates of the record: the first word of every event type and of every stream. */
export const AGGREGATES = [
  'authority',
  'consultation',
  'encounter',
  'contribution',
  'synthesis',
  'guarantor',
  'decision',
  'commitment',
  'committee',
  'evaluation',
  'evaluationResponse',
  'report',
  'deadline',
  'erasure',
  'log',
] as const;

export type Aggregate = (typeof AGGREGATES)[number];

/** The id of an object is the name of its stream. */
export type ObjectId<A extends Aggregate = Aggregate> = `${A}-${string}`;

const OBJECT_ID = new RegExp(
  `^(${AGGREGATES.join('|')})-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`,
);

export const isObjectId = (value: unknown): value is ObjectId => typeof value === 'string' && OBJECT_ID.test(value);

export const aggregateOf = (stream: string): Aggregate => stream.slice(0, stream.indexOf('-')) as Aggregate;
