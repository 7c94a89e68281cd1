import type { Command } from 'commander';
import type { Label } from '@fil/facts/codes/label';
import { importEci } from '@fil/exchange/eci/import-eci';
import type { OpenRegister } from '../../composition/open-register';
import { CliError } from '../cli-error';
import type { Terminal } from '../terminal/terminal';
import { print, showEnd } from './import-report';
import { runImport, type ImportOptions } from './run-import';

export function eciCommand(commands: Command, terminal: Terminal): void {
  commands
    .command('eci <folder>')
    .description(
      terminal.text({
        fr: 'reprend les initiatives citoyennes européennes, les réponses de la Commission et leurs suites',
        en: 'takes over the European citizens’ initiatives, the Commission’s answers and what followed',
      }),
    )
    .option(
      '--dry-run',
      terminal.text({
        fr: 'décide tout, n’écrit rien, donne les mêmes comptes',
        en: 'decides everything, writes nothing, gives the same counts',
      }),
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

const run = (folder: string, options: ImportOptions, terminal: Terminal): Promise<void> =>
  runImport(terminal, options, {
    checkRegister,
    fits: ({ register }) => !register.demonstration,
    take: async (tools) => {
      const { summary, tally } = await importEci({ ...tools, folder });
      return {
        interrupted: summary.interrupted,
        show: (ended) => {
          const lines: [string, number][] = [];
          const add = (label: Label, count: number): void => void lines.push([terminal.text(label), count]);
          for (const { name, initiatives, answers } of summary.snapshots) {
            add({ fr: `initiatives, état du ${name}`, en: `initiatives, state of ${name}` }, initiatives);
            add({ fr: `réponses, état du ${name}`, en: `answers, state of ${name}` }, answers);
          }
          add({ fr: 'initiatives apparues depuis', en: 'initiatives that appeared since' }, summary.appeared);
          add({ fr: 'initiatives dont l’état a changé', en: 'initiatives whose state changed' }, summary.changed);
          print(terminal, { fr: 'Dans les fichiers', en: 'In the files' }, lines);
          showEnd(terminal, { interrupted: summary.interrupted, tally, ...ended });
        },
      };
    },
  });

function checkRegister({ register }: OpenRegister): void {
  if (!register.demonstration) return;
  throw new CliError({
    fr: 'Ce registre est celui de la démonstration : on n’y reprend pas de vraies données. Commencez-en un vrai avec « fil init ».',
    en: 'This register is the demonstration: no real data are taken over into it. Begin a real one with "fil init".',
  });
}

const HELP = {
  fr: `
Le dossier contient, lui ou ses sous-dossiers, un état du registre européen par paire de tables :
eci_initiatives_AAAA-MM-JJ_….csv et eci_merger_responses_and_followup_AAAA-MM-JJ_….csv.
Les états sont repris du plus ancien au plus récent. Une seconde reprise n’écrit rien.
`,
  en: `
The folder, or its subfolders, hold one state of the European register per pair of tables:
eci_initiatives_YYYY-MM-DD_….csv and eci_merger_responses_and_followup_YYYY-MM-DD_….csv.
The states are taken over from the oldest to the latest. Done a second time it writes nothing.
`,
};
