import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';

export const projectRoot = join(__dirname, '../..');

/** What the tests ask of a service. Settings are as they stand in the file, variables not filled in. */
export interface ComposeService {
  readonly image: string;
  readonly build?: string;
  readonly pull_policy?: string;
  readonly command?: readonly string[];
  readonly user?: string;
  readonly profiles?: readonly string[];
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly network_mode?: string;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string; readonly required?: boolean }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export const composeText = readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8');

/** YAML 1.2 with the merge key, as Compose reads it. */
export const composeFile = load(composeText, { schema: CORE_SCHEMA.withTags(mergeTag) }) as ComposeFile;

/** The assignments of an `.env` file, in their order; those in comments are choices an operator may take instead. */
export function assignmentsIn(file: string): { name: string; value: string; comment: boolean }[] {
  return readFileSync(join(projectRoot, file), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, comment, name, value] = /^(#?)([A-Z][A-Z_]*)=(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, value: value!, comment: comment === '#' }];
    });
}
