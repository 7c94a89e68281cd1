import { Option, type Command } from 'commander';
import { PARIS_SIRET } from '@fil/exchange/paris/import-ids';
import { importParis, type ParisImport } from '@fil/exchange/paris/import-paris';
import type { OpenRegister } from '../../composition/open-register';
import { CliError } from '../cli-error';
import type { Terminal } from '../terminal/terminal';
import { eciCommand } from './import-eci';
import { showSummary } from './import-report';
import { runImport, type ImportOptions } from './run-import';

interface ParisOptions extends ImportOptions {
  readonly snapshot: ParisImport['snapshots'];
}

export function importCommands(program: Command, terminal: Terminal): void {
  const commands = program
    .command('import')
    .description(
      terminal.text({ fr: 'reprend des données d’une autre source', en: 'takes over data from another source' }),
    );
  commands
    .command('paris <folder>')
    .description(
      terminal.text({
        fr: 'reprend les projets lauréats du budget participatif de Paris : chaque ligne devient des événements',
        en: 'takes over the laureate projects of the participatory budget of Paris: each row becomes events',
      }),
    )
    .option(
      '--dry-run',
      terminal.text({
        fr: 'décide tout, n’écrit rien, donne les mêmes comptes',
        en: 'decides everything, writes nothing, gives the same counts',
      }),
    )
    .addOption(
      new Option('--snapshot <which>', terminal.text({ fr: 'état des lieux à reprendre', en: 'snapshot to take over' }))
        .choices(['2024', '2025', 'all'])
        .default('all'),
    )
    .option(
      '--report <file.csv>',
      terminal.text({
        fr: 'écrit dans ce fichier chaque remarque, sans exception',
        en: 'writes every remark to this file, without exception',
      }),
    )
    .addHelpText('after', terminal.text(HELP))
    .action((folder: string, options: ParisOptions) => run(folder, options, terminal));
  eciCommand(commands, terminal);
}

const run = (folder: string, options: ParisOptions, terminal: Terminal): Promise<void> =>
  runImport(terminal, options, {
    checkRegister,
    fits: ({ register }) => !register.demonstration && register.authoritySiret === PARIS_SIRET,
    take: async (tools) => {
      const { summary, tally } = await importParis({ ...tools, folder, snapshots: options.snapshot });
      return {
        interrupted: summary.interrupted,
        show: (ended) => showSummary(terminal, { summary, tally, ...ended }),
      };
    },
  });

function checkRegister({ register }: OpenRegister): void {
  const begin = `FIL_DATA=.data/paris npm run fil -- init --authority ${PARIS_SIRET} --origin paris.example.fr`;
  if (register.demonstration) {
    throw new CliError({
      fr: `Ce registre est celui de la démonstration : on n’y reprend pas de vraies données. Commencez-en un vrai :\n${begin}`,
      en: `This register is the demonstration: no real data are taken over into it. Begin a real one:\n${begin}`,
    });
  }
  if (register.authoritySiret !== PARIS_SIRET) {
    throw new CliError({
      fr: `Ce registre est celui de la collectivité ${register.authoritySiret}, et non de la Ville de Paris. Commencez le sien :\n${begin}`,
      en: `This register is that of the authority ${register.authoritySiret}, not of the City of Paris. Begin hers:\n${begin}`,
    });
  }
}

const HELP = {
  fr: `
Le dossier contient bp_projets_gagnants_2024-04.csv, derived/bp_projects_2025.csv et derived/idees_textes_549.csv.

Reprendre Paris dans un registre neuf :
  FIL_DATA=.data/paris npm run fil -- init --authority ${PARIS_SIRET} --origin paris.example.fr
  FIL_DATA=.data/paris npm run fil -- import paris <dossier>
Le consulter ensuite :
  FIL_DATA=.data/paris npm start

Une seconde reprise n’écrit rien ; une reprise interrompue se poursuit en relançant la même commande.
`,
  en: `
The folder holds bp_projets_gagnants_2024-04.csv, derived/bp_projects_2025.csv and derived/idees_textes_549.csv.

To take Paris over into a new register:
  FIL_DATA=.data/paris npm run fil -- init --authority ${PARIS_SIRET} --origin paris.example.fr
  FIL_DATA=.data/paris npm run fil -- import paris <folder>
To look at it then:
  FIL_DATA=.data/paris npm start

Done a second time it writes nothing; interrupted, it goes on when the same command is run again.
`,
};
