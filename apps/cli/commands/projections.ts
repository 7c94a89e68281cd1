import { dropVersion, heldVersions, type HeldVersion } from '@fil/log/projections/versions';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { withRegister } from '../open-register';
import { table } from '../terminal/table';
import type { Terminal } from '../terminal/terminal';

export function projectionCommands(program: Command, terminal: Terminal): void {
  const projections = program
    .command('projections')
    .description(
      terminal.text({ fr: 'ce qui est tiré du registre pour être lu', en: 'what is made from the log to be read' }),
    );
  projections
    .command('list', { isDefault: true })
    .description(
      terminal.text({
        fr: 'liste les projections, leurs versions, leur retard et leurs arrêts',
        en: 'lists the projections, their versions, how far behind they are and where they halted',
      }),
    )
    .action(() => list(terminal));
  projections
    .command('drop-old [names...]')
    .description(
      terminal.text({
        fr: 'supprime les versions d’avant celle-ci que plus aucun processus ne lit',
        en: 'drops the versions from before this release that no process reads any more',
      }),
    )
    .action((names: string[]) => dropOld(names, terminal));
}

type Standing = 'current' | 'older' | 'newer' | 'unknown';

const STANDINGS: Record<Standing, { fr: string; en: string }> = {
  current: { fr: 'actuelle', en: 'current' },
  older: { fr: 'ancienne', en: 'older' },
  newer: { fr: 'plus récente', en: 'newer' },
  unknown: { fr: 'inconnue', en: 'unknown' },
};

/** To the release that asks. */
function standingOf({ name, version }: HeldVersion): Standing {
  const known = VIEW_PROJECTIONS.find((projection) => projection.name === name);
  if (!known) return 'unknown';
  if (version === known.version) return 'current';
  return version < known.version ? 'older' : 'newer';
}

const list = (terminal: Terminal): Promise<void> =>
  withRegister(terminal, async ({ pool, store }) => {
    const held = await heldVersions(pool);
    const head = await store.size();
    const header = {
      fr: ['projection', 'version', 'état', 'événements', 'retard', 'Mo', 'lecteurs', 'refaite le', 'copie', 'arrêt'],
      en: ['projection', 'version', 'state', 'events', 'behind', 'MB', 'readers', 'made anew', 'copy', 'halted'],
    };
    const rows = held.map((version) => [
      version.name,
      String(version.version),
      terminal.text(STANDINGS[standingOf(version)]),
      terminal.number(version.size),
      terminal.number(Math.max(0, head - version.size)),
      terminal.number(Math.ceil(version.bytes / 1e6)),
      String(version.readers),
      version.rebuiltAt === null ? '—' : `${version.rebuiltAt.toISOString().slice(0, 16)}Z`,
      version.copied === null ? '—' : terminal.number(version.copied),
      version.halted === null ? '—' : `${version.halted.index} · ${version.halted.message ?? ''}`,
    ]);
    if (rows.length > 0) terminal.print(table(header[terminal.language], rows, [1, 3, 4, 5, 6, 8]));
    terminal.say({
      fr: `Événements au registre : ${terminal.number(head)}.`,
      en: `Events in the log: ${terminal.number(head)}.`,
    });
  });

const dropOld = (names: readonly string[], terminal: Terminal): Promise<void> =>
  withRegister(terminal, async ({ pool }) => {
    const held = await heldVersions(pool);
    const missing = names.filter((name) => !held.some((version) => version.name === name));
    if (missing.length > 0) {
      const known = [...new Set(held.map(({ name }) => name))].join(', ');
      throw new CliError(
        {
          fr: `Projection inconnue : ${missing.join(', ')}. Il y a : ${known}.`,
          en: `Unknown projection: ${missing.join(', ')}. There are: ${known}.`,
        },
        EXIT.usage,
      );
    }
    // What this release does not know may belong to a later one: only when it is named.
    const old = held.filter((version) => {
      const standing = standingOf(version);
      if (names.length === 0) return standing === 'older';
      return names.includes(version.name) && (standing === 'older' || standing === 'unknown');
    });
    if (old.length === 0) terminal.print({ fr: 'Aucune ancienne version.', en: 'No older version.' });
    for (const version of old) {
      const what = `${version.name} ${version.version}`;
      if (await dropVersion(pool, version)) {
        terminal.print({ fr: `${what} : supprimée.`, en: `${what}: dropped.` });
        continue;
      }
      terminal.exitCode = EXIT.failed;
      terminal.say({
        fr: `${what} : des processus la lisent encore (${version.readers}). Arrêtez-les d’abord.`,
        en: `${what}: processes still read it (${version.readers}). Stop them first.`,
      });
    }
  });
