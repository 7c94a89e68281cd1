import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTimeStamps, stampCheckpoint, type StampedCheckpoint } from '@fil/log/timestamps/kept-time-stamps';
import { type Command, InvalidArgumentError } from 'commander';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { settings, withRegister } from '../open-register';
import type { Terminal } from '../terminal/terminal';

interface TimestampOptions {
  readonly size?: number;
  readonly out?: string;
}

export function logTimestampCommand(log: Command, terminal: Terminal): void {
  log
    .command('timestamp')
    .description(
      terminal.text({
        fr: 'fait horodater un état signé par l’autorité de FIL_TSA_URL (RFC 3161), et conserve le jeton',
        en: 'has a signed state stamped by the authority of FIL_TSA_URL (RFC 3161), and keeps the token',
      }),
    )
    .option(
      '--size <entries>',
      terminal.text({
        fr: 'l’état à horodater ; par défaut, le dernier',
        en: 'the state to stamp; by default the last',
      }),
      entries,
    )
    .option(
      '--out <dir>',
      terminal.text({
        fr: 'n’horodate rien : écrit dans un dossier tous les états horodatés, avec leurs jetons',
        en: 'stamps nothing: writes all states that were stamped to a folder, with their tokens',
      }),
    )
    .action((options: TimestampOptions) =>
      options.out === undefined ? stamp(options.size ?? null, terminal) : write(options.out, terminal),
    );
}

function entries(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('a whole number');
  return Number(value);
}

async function stamp(size: number | null, terminal: Terminal): Promise<void> {
  const { timeStampAuthority } = settings();
  if (timeStampAuthority === undefined)
    throw new CliError(
      {
        fr: 'FIL_TSA_URL n’est pas indiquée : c’est l’adresse de l’autorité d’horodatage.',
        en: 'FIL_TSA_URL is not set: it is the address of the time-stamping authority.',
      },
      EXIT.usage,
    );
  const stamped = await withRegister(terminal, ({ pool }) => stampCheckpoint(pool, timeStampAuthority, size));
  terminal.print({
    fr: `L’état de ${terminal.number(stamped.size)} inscriptions est horodaté : ${stamped.stamp.time.toISOString()}, jeton n° ${stamped.stamp.serial}.`,
    en: `The state of ${terminal.number(stamped.size)} entries is stamped: ${stamped.stamp.time.toISOString()}, token no. ${stamped.stamp.serial}.`,
  });
}

async function write(folder: string, terminal: Terminal): Promise<void> {
  const stamps = await withRegister(terminal, ({ pool }) => readTimeStamps(pool));
  await mkdir(folder, { recursive: true });
  for (const stamped of stamps) {
    const { size, note, stamp: kept } = stamped;
    await writeFile(join(folder, `checkpoint.${size}`), note);
    await writeFile(join(folder, tokenFile(stamped)), kept.token);
  }
  terminal.print({
    fr: `${stamps.length} jetons écrits dans ${folder}. Pour en vérifier un :\nopenssl ts -verify -data checkpoint.<n> -in <jeton> -token_in -CAfile <chaîne de l’autorité>`,
    en: `${stamps.length} tokens written to ${folder}. To verify one:\nopenssl ts -verify -data checkpoint.<n> -in <token> -token_in -CAfile <chain of the authority>`,
  });
}

const tokenFile = ({ size, stamp: { time } }: StampedCheckpoint): string =>
  `checkpoint.${size}.${time.toISOString().replace(/[-:]|\.000/g, '')}.tst`;
