import { applyDecorators, Body, type PipeTransform } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions } from '@nestjs/swagger';
import { z } from 'zod';
import type { Language } from '../language';
import { ownMessage, zodMessage } from './field-message';
import { ProblemError, type FieldProblem } from './problem';

class ZodPipe implements PipeTransform {
  constructor(private readonly schema: z.ZodType) {}

  transform(body: unknown): unknown {
    return parsed(this.schema, body);
  }
}

/** The value, or a 422 with one message per field in the reader's language. @throws ProblemError */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ProblemError(
    422,
    'body.invalid',
    {
      fr: 'Certains champs sont absents ou mal remplis. Rien n’a été enregistré.',
      en: 'Some fields are missing or wrong. Nothing was recorded.',
    },
    (language) => fieldProblems(schema, value, language),
  );
}

/** What is wrong with a value, field by field, in the reader's language. */
export function fieldProblems(schema: z.ZodType, value: unknown, language: Language): FieldProblem[] {
  // Parsed again so that each issue is told in the language of this reader; zod keeps no language per request.
  const result = schema.safeParse(value, { error: (issue) => zodMessage(issue, language) });
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part)}`).join('') || '/',
    detail: ownMessage(issue.message, language) ?? issue.message,
  }));
}

/** A JSON body with its schema, checked and documented. */
export const JsonBody = (schema: z.ZodType): ParameterDecorator => Body(new ZodPipe(schema));

/** Documents the body of an operation from the same schema. */
export const ApiJsonBody = (schema: z.ZodType): MethodDecorator =>
  applyDecorators(
    ApiBody({
      schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'openapi-3.0' }),
    } as ApiBodyOptions),
  );
