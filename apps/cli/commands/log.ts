import { refuseWhileRestoring } from '@fil/log/backup/restoring';
import { EventStoreDbEventStore } from '@fil/log/event-store/eventstoredb/eventstoredb-event-store';
import type { Difference } from '@fil/log/event-store/eventstoredb/reconcile';
import { refuseEvent } from '@fil/log/event-store/eventstoredb/refuse-event';
import { isUuid } from '@fil/log/transparency/entry-forms';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { migrate } from '@fil/log/postgres/migrate';
import { readRegister, type Register } from '@fil/log/register/register';
import type { Label } from '@fil/facts/codes/label';
import { type Command, InvalidArgumentError } from 'commander';
import { MIGRATIONS } from '../../composition/migrations';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { withDatabase } from '../open-database';
import { hasDatabase, noRegister, settings } from '../open-register';
import { ProgressLine } from '../terminal/progress-line';
import { table } from '../terminal/table';
import type { Terminal } from '../terminal/terminal';
import { logFsckCommand } from './log-fsck';
import { logMirrorCommand } from './log-mirror';
import { logTimestampCommand } from './log-timestamp';
import { signingCommands } from './log-signing';

export function logCommands(program: Command, terminal: Terminal): void {
  const log = program.command('log').description(
    terminal.text({
      fr: 'le registre : signatures, copies, EventStoreDB',
      en: 'the log: signatures, copies, EventStoreDB',
    }),
  );
  log
    .command('refuse <event>')
    .description(
      terminal.text({
        fr: 'n’inscrit pas au registre l’événement d’EventStoreDB devant lequel il s’est arrêté, et poursuit',
        en: 'does not take into the log the event of EventStoreDB before which it stands still, and goes on',
      }),
    )
    .requiredOption('--reason <text>', terminal.text({ fr: 'pourquoi ; sera public', en: 'why; this will be public' }))
    .action((event: string, { reason }: { reason: string }) => refuse(event, reason, terminal));
  log
    .command('reconcile')
    .description(
      terminal.text({
        fr: 'compare chaque événement d’EventStoreDB avec le registre, sans rien changer',
        en: 'compares each event of EventStoreDB with the log, and changes nothing',
      }),
    )
    .option(
      '--after <position>',
      terminal.text({ fr: 'à partir d’une position de $all', en: 'from a position of $all on' }),
      position,
    )
    .action(({ after }: { after?: bigint }) => compare(after, terminal));
  signingCommands(log, terminal);
  logMirrorCommand(log, terminal);
  logFsckCommand(log, terminal);
  logTimestampCommand(log, terminal);
}

function position(value: string): bigint {
  if (!/^\d{1,18}$/.test(value)) throw new InvalidArgumentError('a whole number');
  return BigInt(value);
}

/** The register with its own connection to EventStoreDB, without what serves its pages. */
function withEventStoreDb(
  terminal: Terminal,
  work: (store: EventStoreDbEventStore, register: Register) => Promise<void>,
): Promise<void> {
  const here = settings();
  const { eventStoreUrl } = here;
  if (!hasDatabase(here)) throw noRegister(here);
  if (eventStoreUrl === undefined)
    throw new CliError({
      fr: 'EVENTSTORE_URL n’est pas indiquée : si les événements de ce registre sont dans PostgreSQL, il n’y a rien à comparer ni à refuser.',
      en: 'EVENTSTORE_URL is not set: if the events of this register stand in PostgreSQL, there is nothing to compare or to refuse.',
    });
  return withDatabase(terminal, async (url) => {
    await refuseWhileRestoring(url);
    await migrate(url, MIGRATIONS);
    const pool = await openApplicationPool(url, { max: 1 });
    const register = await readRegister(pool).finally(() => pool.end());
    if (!register) throw noRegister(here);
    const store = await EventStoreDbEventStore.open(url, eventStoreUrl, {
      onAlarm: (message) => terminal.say(message),
    });
    try {
      await work(store, register);
    } finally {
      await store.close();
    }
  });
}

function refuse(eventId: string, reason: string, terminal: Terminal): Promise<void> {
  if (!isUuid(eventId) || reason.trim() === '')
    throw new CliError(
      {
        fr: 'Il faut l’identifiant d’un événement (UUID) et un motif.',
        en: 'The id of an event (UUID) and a reason are needed.',
      },
      EXIT.usage,
    );
  return withEventStoreDb(terminal, async (store, register) => {
    const outcome = await refuseEvent(store, {
      eventId,
      reason: { [terminal.language]: reason },
      log: register.origin,
      now: new Date(),
    });
    if (outcome.status === 'notBefore') {
      const { halted } = outcome;
      throw new CliError({
        fr: halted
          ? `Le registre ne s’est pas arrêté devant cet événement, mais devant un autre : ${halted}`
          : 'Le registre n’est pas arrêté : un événement qu’il peut inscrire ne se refuse pas.',
        en: halted
          ? `The log does not stand still before this event, but before another: ${halted}`
          : 'The log does not stand still: an event that it can take is not refused.',
      });
    }
    if (outcome.status === 'pending')
      throw new CliError({
        fr: 'Le refus est enregistré ; le registre n’a pas encore repris. Voyez le journal du processus qui l’alimente.',
        en: 'The refusal is recorded; the log has not gone on yet. See what the process that feeds it says.',
      });
    terminal.print({
      fr: `L’événement ${eventId} n’entrera pas au registre ; le refus et son motif sont dans ${outcome.stream}.`,
      en: `Event ${eventId} will not enter the log; the refusal and its reason stand in ${outcome.stream}.`,
    });
  });
}

const KINDS: Record<Difference['kind'], Label> = {
  notInLog: { fr: 'absent du registre', en: 'not in the log' },
  notInStore: { fr: 'absent d’EventStoreDB', en: 'not in EventStoreDB' },
  otherBytes: { fr: 'octets différents', en: 'other bytes' },
  otherPlace: { fr: 'à une autre place', en: 'at another place' },
};

const compare = (after: bigint | undefined, terminal: Terminal): Promise<void> =>
  withEventStoreDb(terminal, async (store) => {
    const progress = new ProgressLine(terminal);
    const { same, passedOver, differences, found } = await store.reconcile(after, progress.at);
    progress.clear();
    if (differences.length > 0) {
      const header = { fr: ['écart', 'événement', 'flux', 'rang'], en: ['difference', 'event', 'stream', 'rev'] };
      const rows = differences.map(({ kind, id, stream, rev }) => [terminal.text(KINDS[kind]), id, stream, `${rev}`]);
      terminal.print(table(header[terminal.language], rows, [3]));
    }
    terminal.say({
      fr: `Identiques : ${terminal.number(same)} ; refusés : ${terminal.number(passedOver)} ; écarts : ${terminal.number(found)}.`,
      en: `The same: ${terminal.number(same)}; refused: ${terminal.number(passedOver)}; differences: ${terminal.number(found)}.`,
    });
    if (found > 0) terminal.exitCode = EXIT.failed;
  });
