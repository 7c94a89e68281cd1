/** Against the schema of the Compose Specification (Apache-2.0), as the package `dclint` brings it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { composeFile, projectRoot } from './compose-file';

const SCHEMA = 'node_modules/dclint/schemas/compose.schema.json';

describe('the schema of the Compose Specification', () => {
  // Its address of JSON Schema lacks the # that ajv knows draft 07 by.
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(join(projectRoot, SCHEMA), 'utf8')) as Record<
    string,
    unknown
  >;
  // Formats such as `ports` are words for people there, without a rule.
  const check = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
  const problems = (file: object): string[] => {
    check(file);
    return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  it('accepts docker-compose.yml', () => {
    expect(problems(composeFile)).toEqual([]);
  });

  it('would see a misspelt word', () => {
    const misspelt = { ...composeFile, services: { web: { image: 'fil-rouge', healtcheck: {} } } };
    expect(problems(misspelt).join('\n')).toContain('/services/web must NOT have additional properties');
  });
});
