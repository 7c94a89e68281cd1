import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { EventFault } from '@fil/log/projections/faults';
import type { Projection } from '@fil/log/projections/projection';
import { Rebuild, RebuildUnderWay, type Rebuilt, type Stage } from '@fil/log/projections/rebuild/rebuild';
import { Vault } from '@fil/log/vault/vault';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import type { Command } from 'commander';
import type { OpenRegister } from '../../composition/open-register';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { interruptibly } from '../interruption';
import { withRegister } from '../open-register';
import { ProgressLine } from '../terminal/progress-line';
import type { Terminal } from '../terminal/terminal';

interface RebuildFlags {
  readonly all?: boolean;
  readonly anew?: boolean;
}

export function rebuildCommand(program: Command, terminal: Terminal): void {
  program
    .command('rebuild [projections...]')
    .description(
      terminal.text({
        fr: 'refait des projections à côté de celles qu’on lit, puis les met à leur place',
        en: 'makes projections anew beside those that are read, then puts them in their place',
      }),
    )
    .option('--all', terminal.text({ fr: 'toutes, l’une après l’autre', en: 'all of them, one after the other' }))
    .option(
      '--anew',
      terminal.text({
        fr: 'recommence une copie interrompue au lieu de la poursuivre',
        en: 'begins an interrupted copy again instead of going on with it',
      }),
    )
    .action((names: string[], flags: RebuildFlags) => rebuild(named(names, flags), flags, terminal));
}

/** @throws CliError with the names there are */
function named(names: readonly string[], { all }: RebuildFlags): readonly Projection[] {
  const known = VIEW_PROJECTIONS.map(({ name }) => name).join(', ');
  const unknown = names.filter((name) => !VIEW_PROJECTIONS.some((projection) => projection.name === name));
  if (unknown.length > 0) {
    throw new CliError(
      {
        fr: `Projection inconnue : ${unknown.join(', ')}. Il y a : ${known}.`,
        en: `Unknown projection: ${unknown.join(', ')}. There are: ${known}.`,
      },
      EXIT.usage,
    );
  }
  if ((all === true) === names.length > 0) {
    throw new CliError(
      {
        fr: `Nommez des projections (${known}), ou refaites-les toutes avec --all.`,
        en: `Name projections (${known}), or make all of them anew with --all.`,
      },
      EXIT.usage,
    );
  }
  return all ? VIEW_PROJECTIONS : VIEW_PROJECTIONS.filter(({ name }) => names.includes(name));
}

const rebuild = (projections: readonly Projection[], { anew }: RebuildFlags, terminal: Terminal): Promise<void> =>
  withRegister(terminal, async (open) => {
    await interruptibly(terminal, async (signal) => {
      for (const projection of projections) {
        const result = await rebuildOne(projection, open, { anew, signal }, terminal);
        if (result.status === 'swapped') continue;
        terminal.say({
          fr: `${projection.name} : arrêté à ${terminal.number(result.size)} événements ; la copie reste à côté. Pour poursuivre, relancez la même commande.`,
          en: `${projection.name}: stopped at ${terminal.number(result.size)} events; the copy stays beside. Run the same command again to go on.`,
        });
        terminal.exitCode = EXIT.interrupted;
        return;
      }
    });
  });

async function rebuildOne(
  projection: Projection,
  { pool, store, vaultStore }: OpenRegister,
  { anew, signal }: { readonly anew?: boolean; readonly signal: AbortSignal },
  terminal: Terminal,
): Promise<Rebuilt> {
  const { name } = projection;
  const progress = new ProgressLine(terminal, { fr: 'événements', en: 'events' });
  const said = new SaidOnce(name, terminal, progress);
  const began = performance.now();
  let from = 0;
  try {
    const result = await new Rebuild(projection, pool, store, new Vault(vaultStore, EVENT_SCHEMA), {
      anew,
      signal,
      onBegin: ({ size, begunAt }) => {
        from = size;
        if (size > 0) said.goesOn(size, begunAt);
      },
      onProgress: (stage, size, of) => {
        if (stage === 'filling') progress.at(size, of);
        else said.stage(stage);
      },
    }).run();
    progress.clear();
    if (result.status === 'swapped') sayWhatWasDone(name, result, from, (performance.now() - began) / 1_000, terminal);
    return result;
  } catch (error) {
    progress.clear();
    throw explained(name, error);
  }
}

/** What takes long is said, once. */
class SaidOnce {
  private attempts = 0;

  constructor(
    private readonly name: string,
    private readonly terminal: Terminal,
    private readonly progress: ProgressLine,
  ) {}

  goesOn(size: number, begunAt: Date): void {
    const date = `${begunAt.toISOString().slice(0, 16)}Z`;
    this.say({
      fr: `${this.name} : suite de la copie commencée le ${date}, à ${this.terminal.number(size)} événements (--anew pour la recommencer).`,
      en: `${this.name}: going on with the copy begun on ${date}, at ${this.terminal.number(size)} events (--anew to begin it again).`,
    });
  }

  stage(stage: Stage): void {
    if (stage === 'swapping') this.attempts++;
    if (this.attempts !== PATIENCE) return;
    this.attempts++;
    this.say({
      fr: `${this.name} : la copie est prête ; ses tables sont lues ou écrites sans relâche, nouvel essai…`,
      en: `${this.name}: the copy is ready; its tables are read or written without a break, trying again…`,
    });
  }

  private say(what: { fr: string; en: string }): void {
    this.progress.clear();
    this.terminal.say(what);
  }
}

/** Attempts to swap before it is said that they fail. */
const PATIENCE = 10;

function sayWhatWasDone(
  name: string,
  { size, haltedBefore }: Rebuilt & { readonly status: 'swapped' },
  from: number,
  seconds: number,
  terminal: Terminal,
): void {
  const events = terminal.number(size - from);
  const rate = terminal.number(Math.round((size - from) / seconds));
  const took = seconds.toFixed(1);
  terminal.print({
    fr: `${name} : refaite, ${events} événements en ${took.replace('.', ',')} s (${rate} par seconde).`,
    en: `${name}: made anew, ${events} events in ${took} s (${rate} a second).`,
  });
  if (!haltedBefore) return;
  terminal.say({
    fr: `${name} était arrêtée sur un événement et ne l’est plus : redémarrez le projecteur pour qu’il la suive de nouveau.`,
    en: `${name} was halted at an event and no longer is: the projector follows it again within seconds.`,
  });
}

function explained(name: string, error: unknown): unknown {
  if (error instanceof RebuildUnderWay) {
    return new CliError({
      fr: `${name} : une autre commande est en train de refaire cette projection.`,
      en: `${name}: another command is making this projection anew.`,
    });
  }
  if (error instanceof EventFault) {
    return new CliError({
      fr: `${name} : l’événement ${error.index} (${error.event}) ne peut pas être pris : ${error.message}\nCe qu’on lit est resté tel quel ; la copie attend devant cet événement.`,
      en: `${name}: event ${error.index} (${error.event}) cannot be taken: ${error.message}\nWhat is read stays as it is; the copy waits before this event.`,
    });
  }
  return error;
}
