import { writeFile } from 'node:fs/promises';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import type { ReportScope } from '@fil/facts/report/report-scope';
import { checkReport, type CheckedVersion } from '@fil/views/reports/check-report';
import { dataOf, ReportDrawing } from '@fil/views/reports/report-drawing';
import { type Command, InvalidArgumentError } from 'commander';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { withRegister } from '../open-register';
import type { Terminal } from '../terminal/terminal';

interface DraftOptions {
  readonly consultation?: readonly string[];
  readonly authority?: string;
  readonly size?: number;
  readonly out?: string;
}

export function reportCommands(program: Command, terminal: Terminal): void {
  const report = program
    .command('report')
    .description(terminal.text({ fr: 'rapports de reddition des comptes', en: 'accountability reports' }));
  report
    .command('draft')
    .description(
      terminal.text({
        fr: 'calcule les données d’un rapport sans rien inscrire ; sans périmètre : tout le registre',
        en: 'computes the data of a report and records nothing; without a scope: the whole register',
      }),
    )
    .option(
      '--consultation <ids...>',
      terminal.text({ fr: 'une ou plusieurs démarches', en: 'one or several consultations' }),
    )
    .option(
      '--authority <id>',
      terminal.text({ fr: 'toutes les démarches d’une autorité', en: 'all consultations of an authority' }),
    )
    .option(
      '--size <entries>',
      terminal.text({ fr: 'l’état arrêté ; par défaut, le présent', en: 'the cut; by default, the present' }),
      entries,
    )
    .option(
      '--out <file>',
      terminal.text({ fr: 'fichier à écrire, plutôt que l’écran', en: 'file to write, rather than the screen' }),
    )
    .action((options: DraftOptions) => draft(options, terminal));
  report
    .command('check <report>')
    .description(
      terminal.text({
        fr: 'recalcule un rapport publié depuis le registre et compare ; code de retour 5 s’il diffère',
        en: 'computes a published report again from the log and compares; exit code 5 when it differs',
      }),
    )
    .action((id: string) => check(id, terminal));
}

function entries(value: string): number {
  if (!/^[1-9]\d{0,9}$/.test(value)) throw new InvalidArgumentError('a whole number, from 1');
  return Number(value);
}

function scopeOf({ consultation: consultations = [], authority }: DraftOptions): ReportScope {
  const wrong = [
    ...consultations.filter((id) => !is(id, 'consultation')),
    ...(authority && !is(authority, 'authority') ? [authority] : []),
  ];
  if (wrong.length > 0)
    throw new CliError(
      { fr: `« ${wrong[0]} » n’est pas l’identifiant attendu.`, en: `"${wrong[0]}" is not the id expected here.` },
      EXIT.usage,
    );
  if (consultations.length > 0 && authority)
    throw new CliError(
      {
        fr: 'Indiquez des démarches ou une autorité, pas les deux.',
        en: 'Name consultations or an authority, not both.',
      },
      EXIT.usage,
    );
  if (consultations.length > 0) return { kind: 'consultations', consultations: [...consultations].sort() };
  return authority ? { kind: 'authority', authority } : { kind: 'register' };
}

const is = (id: string, aggregate: string): boolean => isObjectId(id) && aggregateOf(id) === aggregate;

async function draft(options: DraftOptions, terminal: Terminal): Promise<void> {
  const scope = scopeOf(options);
  await withRegister(terminal, async ({ store }) => {
    const size = options.size ?? (await store.size());
    if (size === 0)
      throw new CliError({
        fr: 'Le registre est vide : il n’y a rien dont rendre compte.',
        en: 'The register is empty: there is nothing to account for.',
      });
    const drawn = await new ReportDrawing(store).draw({ scope, size });
    const { bytes, sha256 } = drawn;
    const { cut } = dataOf(drawn);
    // Not a byte more: what is piped on has the hash that is told.
    if (options.out === undefined) terminal.out.write(bytes);
    else await writeFile(options.out, bytes);
    terminal.say({
      fr: `État arrêté à ${size} inscriptions, le ${cut.on}.\nRacine ${cut.root}\nEmpreinte des données ${sha256}`,
      en: `Cut at ${size} entries, on ${cut.on}.\nRoot ${cut.root}\nHash of the data ${sha256}`,
    });
  });
}

async function check(id: string, terminal: Terminal): Promise<void> {
  const versions = await withRegister(terminal, async ({ store }) =>
    is(id, 'report') ? checkReport(store, id) : null,
  );
  if (!versions)
    throw new CliError({
      fr: `Aucun rapport publié ne porte l’identifiant « ${id} ».`,
      en: `No published report has the id "${id}".`,
    });
  for (const version of versions) tell(version, terminal);
  if (versions.some(({ differs }) => differs.length > 0)) terminal.exitCode = EXIT.fault;
}

function tell({ stated, drawn, differs }: CheckedVersion, terminal: Terminal): void {
  if (differs.length === 0) {
    terminal.print({
      fr: `[bien] à ${stated.size} inscriptions : racine, chiffres et données sont ceux du registre (${stated.dataSha256})`,
      en: `[ok] at ${stated.size} entries: root, figures and data are those of the log (${stated.dataSha256})`,
    });
    return;
  }
  terminal.print({
    fr: `[DÉFAUT] à ${stated.size} inscriptions, le registre donne autre chose : ${differs.join(', ')}`,
    en: `[FAULT] at ${stated.size} entries the log gives something else: ${differs.join(', ')}`,
  });
  for (const field of differs)
    terminal.print(`    ${field}: ${JSON.stringify(stated[field])} ≠ ${JSON.stringify(drawn[field])}`);
}
