import type { Command } from 'commander';
import { isPossibleSiret } from '@fil/record/authority/register-authority/siret';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { withRegister } from '../open-register';
import type { Terminal } from '../terminal/terminal';

/** The name of a log is an address without scheme: `participation.example.fr`, perhaps with a path (04 §5). */
const ORIGIN =
  /^(?=.{3,100}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?:\/[a-z0-9._~-]+)*$/;

interface InitOptions {
  readonly authority: string;
  readonly origin: string;
}

export function initCommand(program: Command, terminal: Terminal): void {
  program
    .command('init')
    .description(
      terminal.text({
        fr: 'commence un vrai registre, une fois pour toutes',
        en: 'begins a real register, once and for all',
      }),
    )
    .requiredOption(
      '--authority <SIRET>',
      terminal.text({ fr: 'SIRET de la collectivité (14 chiffres)', en: 'SIRET of the authority (14 digits)' }),
    )
    .requiredOption(
      '--origin <name>',
      terminal.text({
        fr: 'nom du registre, par exemple participation.exemple.fr',
        en: 'name of the register, such as participation.example.fr',
      }),
    )
    .action((options: InitOptions) => init(options, terminal));
}

async function init({ authority, origin }: InitOptions, terminal: Terminal): Promise<void> {
  const siret = authority.replace(/\s/g, '');
  if (!/^\d{14}$/.test(siret) || !isPossibleSiret(siret)) {
    throw new CliError(
      {
        fr: `« ${authority} » n’est pas un SIRET : il compte 14 chiffres, dont une clé de contrôle. Recopiez-le.`,
        en: `"${authority}" is not a SIRET: it has 14 digits, with a check digit. Copy it again.`,
      },
      EXIT.usage,
    );
  }
  if (!ORIGIN.test(origin) || origin.startsWith('demo.invalid')) {
    throw new CliError(
      {
        fr: `« ${origin} » n’est pas un nom de registre : écrivez un nom de domaine en minuscules, par exemple participation.exemple.fr.`,
        en: `"${origin}" is not the name of a register: write a domain name in lower case, such as participation.example.fr.`,
      },
      EXIT.usage,
    );
  }
  await withRegister(
    terminal,
    async ({ register }) => {
      if (register.origin !== origin || register.authoritySiret !== siret || register.demonstration)
        throw another(register.origin);
      terminal.print({
        fr: `Le registre « ${origin} » de la collectivité ${siret} est prêt. Il ne contiendra jamais la démonstration.`,
        en: `The register "${origin}" of the authority ${siret} is ready. It will never contain the demonstration.`,
      });
    },
    { origin, demonstration: false, authoritySiret: siret },
  );
}

const another = (origin: string): CliError =>
  new CliError({
    fr: `Il y a déjà un registre ici : « ${origin} ». Une base est un registre, pour toujours.\nPour en commencer un autre : FIL_DATA=.data/autre npm run fil -- init …`,
    en: `There is a register here already: "${origin}". One database is one register, for ever.\nTo begin another: FIL_DATA=.data/other npm run fil -- init …`,
  });
