import { FailedJobs } from '@fil/log/jobs/table/failed-jobs';
import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { withRegister } from '../open-register';
import { table } from '../terminal/table';
import type { Terminal } from '../terminal/terminal';

export function jobCommands(program: Command, terminal: Terminal): void {
  const jobs = program
    .command('jobs')
    .description(terminal.text({ fr: 'tâches qui ont échoué', en: 'jobs that have failed' }));
  jobs
    .command('list')
    .description(
      terminal.text({
        fr: 'liste les tâches abandonnées après leur dernier essai',
        en: 'lists the jobs given up after their last attempt',
      }),
    )
    .action(() => list(terminal));
  jobs
    .command('retry [keys...]')
    .description(
      terminal.text({ fr: 'donne de nouveaux essais à ces tâches', en: 'gives these jobs another set of attempts' }),
    )
    .option('--all', terminal.text({ fr: 'à toutes celles qui ont échoué', en: 'to all that have failed' }))
    .action((keys: string[], { all }: { all?: boolean }) => retry(keys, all === true, terminal));
}

const withJobs = (terminal: Terminal, work: (jobs: FailedJobs) => Promise<void>): Promise<void> =>
  withRegister(terminal, ({ pool }) => work(new FailedJobs(pool)));

const list = (terminal: Terminal): Promise<void> =>
  withJobs(terminal, async (jobs) => {
    const header = {
      fr: ['clé', 'tâche', 'essais', 'échec le', 'retient', 'motif'],
      en: ['key', 'job', 'attempts', 'failed on', 'holds back', 'reason'],
    };
    const rows = (await jobs.list()).map(({ key, name, attempts, failedAt, holdsBack, lastError }) => [
      key,
      name,
      String(attempts),
      `${failedAt.toISOString().slice(0, 16)}Z`,
      String(holdsBack),
      lastError ?? '—',
    ]);
    if (rows.length > 0) terminal.print(table(header[terminal.language], rows, [2, 4]));
    const { failed, held, due, later, running } = await jobs.counts();
    terminal.say({
      fr: `En échec : ${failed} ; à faire : ${due} ; plus tard : ${later} ; retenues : ${held} ; en cours : ${running}.`,
      en: `Failed: ${failed}; due: ${due}; later: ${later}; held back: ${held}; running: ${running}.`,
    });
  });

function retry(keys: readonly string[], all: boolean, terminal: Terminal): Promise<void> {
  if (all === keys.length > 0) {
    throw new CliError(
      {
        fr: 'Nommez les tâches par leur clé, ou relancez-les toutes avec --all. Voyez « fil jobs list ».',
        en: 'Name the jobs by their keys, or retry them all with --all. See "fil jobs list".',
      },
      EXIT.usage,
    );
  }
  return withJobs(terminal, async (jobs) => {
    const again = await jobs.retry(all ? null : keys);
    terminal.print({
      fr: again.length === 0 ? 'Aucune tâche relancée.' : `Tâches relancées : ${again.length}.`,
      en: again.length === 0 ? 'No job was retried.' : `Jobs retried: ${again.length}.`,
    });
    const unknown = keys.filter((key) => !again.includes(key));
    if (unknown.length === 0) return;
    throw new CliError({
      fr: `Aucune tâche en échec n’a pour clé : ${unknown.join(', ')}. Voyez « fil jobs list ».`,
      en: `No failed job has the key: ${unknown.join(', ')}. See "fil jobs list".`,
    });
  });
}
