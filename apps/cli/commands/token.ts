import { localCode } from '@fil/facts/kit/fact-fields';
import { Option, type Command } from 'commander';
import { DataSource } from 'typeorm';
import { ACTOR_ROLES, type ActorRole } from '@fil/facts/kit/actor';
import { applicationConnection } from '@fil/log/postgres/application-pool';
import { ApiToken } from '@fil/people/tokens/api-token.entity';
import { ApiTokens } from '@fil/people/tokens/api-tokens';
import { SCOPES, type Scope } from '@fil/people/tokens/principal';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { withRegister } from '../open-register';
import { table } from '../terminal/table';
import type { Terminal } from '../terminal/terminal';

/** Whoever holds a token acts in this capacity; machines (imports, processes, the clock) are given none. */
const ROLES = ACTOR_ROLES.filter((role) => !['import', 'process', 'clock', 'author'].includes(role));

interface CreateOptions {
  readonly name: string;
  readonly role: ActorRole;
  readonly body?: string;
  readonly scope: readonly Scope[];
}

export function tokenCommands(program: Command, terminal: Terminal): void {
  const token = program
    .command('token')
    .description(terminal.text({ fr: 'jetons d’accès à l’API', en: 'access tokens of the API' }));
  token
    .command('create')
    .description(
      terminal.text({ fr: 'crée un jeton et l’affiche, une seule fois', en: 'creates a token and shows it, once' }),
    )
    .requiredOption('--name <name>', terminal.text({ fr: 'à quoi il sert', en: 'what it is for' }))
    .addOption(
      new Option('--role <role>', terminal.text({ fr: 'en quelle qualité il agit', en: 'in which capacity it acts' }))
        .choices(ROLES)
        .makeOptionMandatory(),
    )
    .option(
      '--body <code>',
      terminal.text({ fr: 'service ou instance pour lequel il agit', en: 'department or body it acts for' }),
    )
    .addOption(
      new Option('--scope <scopes...>', terminal.text({ fr: 'ce qu’il permet', en: 'what it allows' }))
        .choices(SCOPES)
        .makeOptionMandatory(),
    )
    .action((options: CreateOptions) => create(options, terminal));
  token
    .command('list')
    .description(
      terminal.text({ fr: 'liste les jetons, jamais leur valeur', en: 'lists the tokens, never their value' }),
    )
    .action(() => list(terminal));
  token
    .command('revoke <id>')
    .description(terminal.text({ fr: 'révoque un jeton', en: 'revokes a token' }))
    .action((id: string) => revoke(id, terminal));
}

const withTokens = (terminal: Terminal, work: (tokens: ApiTokens) => Promise<void>): Promise<void> =>
  withRegister(terminal, async ({ url }) => {
    const { options } = await applicationConnection(url);
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: [ApiToken],
      synchronize: false,
      poolSize: 1,
      extra: { options },
    });
    await source.initialize();
    try {
      await work(new ApiTokens(source.getRepository(ApiToken)));
    } finally {
      await source.destroy();
    }
  });

function checkBody(body: string | undefined): void {
  if (body === undefined || localCode.check(body) === null) return;
  throw new CliError(
    {
      fr: `« ${body} » n’est pas un code de service : 1 à 60 minuscules, chiffres et traits d’union, par exemple espaces-publics. Il figure en clair au registre : jamais un nom de personne.`,
      en: `"${body}" is not the code of a body: 1 to 60 lower-case letters, digits and hyphens, such as public-space. It stands in clear in the register: never a person's name.`,
    },
    EXIT.usage,
  );
}

function create({ name, role, body, scope }: CreateOptions, terminal: Terminal): Promise<void> {
  checkBody(body);
  return withTokens(terminal, async (tokens) => {
    const { id, token } = await tokens.create({ name, role, body: body ?? null, scopes: [...new Set(scope)] });
    terminal.say({
      fr: `Jeton ${id} créé. Conservez la ligne qui suit : elle ne sera plus affichée.`,
      en: `Token ${id} created. Keep the next line: it will not be shown again.`,
    });
    terminal.print(token);
  });
}

const list = (terminal: Terminal): Promise<void> =>
  withTokens(terminal, async (tokens) => {
    const day = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? '—';
    const header = {
      fr: ['id', 'nom', 'qualité', 'pour', 'permet', 'créé le', 'révoqué le', 'utilisé le'],
      en: ['id', 'name', 'role', 'for', 'allows', 'created', 'revoked', 'last used'],
    };
    const rows = (await tokens.list()).map(({ id, name, role, body, scopes, createdAt, revokedAt, lastUsedOn }) => [
      id,
      name,
      role,
      body ?? '—',
      scopes.join(','),
      day(createdAt),
      day(revokedAt),
      lastUsedOn ?? '—',
    ]);
    if (rows.length === 0) terminal.say({ fr: 'Aucun jeton.', en: 'No token.' });
    else terminal.print(table(header[terminal.language], rows));
  });

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const revoke = (id: string, terminal: Terminal): Promise<void> =>
  withTokens(terminal, async (tokens) => {
    if (!UUID.test(id) || !(await tokens.revoke(id))) {
      throw new CliError({
        fr: `Aucun jeton actif ne porte l’identifiant « ${id} ». Voyez « fil token list ».`,
        en: `No active token has the id "${id}". See "fil token list".`,
      });
    }
    terminal.print({ fr: `Le jeton ${id} est révoqué.`, en: `The token ${id} is revoked.` });
  });
