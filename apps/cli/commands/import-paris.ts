import { Option, type Command } from 'commander';
import { PARIS_SIRET } from '@fil/exchange/paris/import-ids';
import { importParis, type ParisImport } from '@fil/exchange/paris/import-paris';
import { dryRunTakerOn } from '@fil/exchange/dry-run/dry-run-taker';
import { FindingLog } from '@fil/exchange/tables/finding-log';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import type { OpenRegister } from '../../composition/open-register';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { hasDatabase, settings, withRegister } from '../open-register';
import { ProgressLine } from '../terminal/progress-line';
import type { Terminal } from '../terminal/terminal';
import { showFindings, showSummary } from './import-report';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly snapshot: ParisImport['snapshots'];
  readonly report?: string;
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
    .action((folder: string, options: ImportOptions) => run(folder, options, terminal));
}

async function run(folder: string, options: ImportOptions, terminal: Terminal): Promise<void> {
  if (!options.dryRun) {
    return withRegister(terminal, (open) => {
      checkRegister(open);
      return takeOver(folder, options, decisionTakerOn(open), terminal);
    });
  }
  if (!hasDatabase(settings())) return takeOver(folder, options, onNothing(terminal), terminal);
  return withRegister(terminal, (open) => {
    const fits = !open.register.demonstration && open.register.authoritySiret === PARIS_SIRET;
    return takeOver(folder, options, fits ? dryRunTakerOn(open) : onNothing(terminal), terminal);
  });
}

function onNothing(terminal: Terminal): DecisionTaker {
  terminal.say({ fr: 'Essai sur un registre vide, en mémoire.', en: 'Tried on an empty register, in memory.' });
  return dryRunTakerOn(null);
}

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

async function takeOver(
  folder: string,
  options: ImportOptions,
  taker: DecisionTaker,
  terminal: Terminal,
): Promise<void> {
  const findings = new FindingLog(options.report ?? null, terminal.language);
  const progress = new ProgressLine(terminal);
  const stop = new AbortController();
  const interrupt = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
    terminal.say({
      fr: '\nArrêt demandé : les projets en cours se terminent…',
      en: '\nStopping: the projects under way are being completed…',
    });
  };
  process.on('SIGINT', interrupt);
  const started = performance.now();
  try {
    const { summary, tally } = await importParis({
      taker,
      folder,
      snapshots: options.snapshot,
      report: findings.add,
      progress: progress.at,
      signal: stop.signal,
    });
    progress.clear();
    showFindings(terminal, findings);
    showSummary(terminal, {
      summary,
      tally,
      findings,
      dryRun: options.dryRun ?? false,
      seconds: (performance.now() - started) / 1_000,
    });
    if (summary.interrupted) terminal.exitCode = EXIT.interrupted;
    else if (findings.count('rejected') > 0) terminal.exitCode = EXIT.rejected;
  } finally {
    progress.clear();
    process.off('SIGINT', interrupt);
    await findings.close();
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
