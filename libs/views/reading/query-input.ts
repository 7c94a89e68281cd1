/** Parameters of a question in an address: checked, documented, and refused with a message when they are wrong. */
import { applyDecorators, Query as QueryParameters, type PipeTransform } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { z } from 'zod';
import { PROGRESS } from '@fil/facts/codes/progress';
import { OUTCOMES, STANDING_LABELS } from '@fil/facts/codes/outcome';
import { parsed } from '@fil/ui/http/json-body';
import { LONGEST_PAGE } from './paging';

const words = z.string().max(500);
const code = z.string().max(60);

/** Blank parameters come from forms in which nothing was chosen. */
const blankAsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);
const chosen = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsAbsent, schema.optional());

export const STANDING_VALUES = [
  ...OUTCOMES,
  ...(Object.keys(STANDING_LABELS) as (keyof typeof STANDING_LABELS)[]),
  'mixed',
  'undisclosed',
] as const;

export const pageInput = {
  cursor: chosen(z.string().max(500)),
  limit: chosen(z.coerce.number().int().min(1).max(LONGEST_PAGE)),
  seen: chosen(z.string().max(15)),
  lang: chosen(z.string().max(35)),
};

export const filterInput = {
  q: chosen(words),
  theme: chosen(code),
  outcome: chosen(z.enum(STANDING_VALUES)),
  progress: chosen(z.enum([...PROGRESS, 'none'])),
  consultation: chosen(z.string().max(80)),
  department: chosen(code),
};

class QueryPipe implements PipeTransform {
  constructor(private readonly schema: z.ZodType) {}

  transform(query: unknown): unknown {
    return parsed(this.schema, query);
  }
}

export const QueryInput = (schema: z.ZodType): ParameterDecorator => QueryParameters(new QueryPipe(schema));

/** Documents that an operation answers as known on a day (`askedAsKnown`). */
export const ApiAsKnownOn = (): MethodDecorator =>
  ApiQuery({
    name: 'asKnownOn',
    required: false,
    description:
      'A day, today or before: the facts as recorded by the end of that day in Paris, the words as they may be shown today',
    schema: { type: 'string', format: 'date' },
  });

/** Documents the parameters from the same schema. */
export const ApiQueryInput = (schema: z.ZodObject): MethodDecorator =>
  applyDecorators(
    ...Object.entries(schema.shape)
      .filter(([name]) => name !== 'lang')
      .map(([name, field]) =>
        ApiQuery({
          name,
          required: false,
          schema: z.toJSONSchema(field, {
            io: 'input',
            unrepresentable: 'any',
            target: 'openapi-3.0',
          }) as unknown as Record<string, never>,
        }),
      ),
  );
