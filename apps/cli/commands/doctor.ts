import type { Command } from 'commander';
import type { Looked } from '@fil/log/health/check';
import { type Finding, type Severity, worst } from '@fil/log/health/finding';
import { examineRegister } from '../../composition/doctor/examine-register';
import { EXIT } from '../exit-codes';
import { ProgressLine } from '../terminal/progress-line';
import type { Terminal } from '../terminal/terminal';

interface DoctorOptions {
  readonly deep?: boolean;
  readonly json?: boolean;
}

export function doctorCommand(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description(
      terminal.text({
        fr: 'dit ce qui ne va pas dans cette installation et quoi faire, sans rien changer',
        en: 'says what is wrong with this installation and what to do, and changes nothing',
      }),
    )
    .option(
      '--deep',
      terminal.text({
        fr: 'relit chaque inscription (long) plutôt que 2 000 prises au hasard',
        en: 'reads every entry again (long) rather than 2,000 taken at random',
      }),
    )
    .option('--json', terminal.text({ fr: 'répond en JSON, pour une machine', en: 'answers in JSON, for a machine' }))
    .action((options: DoctorOptions) => examine(options, terminal));
}

const EXIT_CODES: Record<Severity, number> = { ok: EXIT.ok, warning: EXIT.warning, fault: EXIT.fault };

async function examine({ deep = false, json = false }: DoctorOptions, terminal: Terminal): Promise<void> {
  const progress = new ProgressLine(terminal);
  const looked: Looked[] = [];
  for await (const one of examineRegister(process.env, { deep, onProgress: progress.at })) {
    progress.clear();
    looked.push(one);
    if (!json) tell(one, terminal);
  }
  const findings = looked.flatMap((one) => one.findings);
  const status = worst(findings);
  if (json) terminal.print(JSON.stringify({ status, parts: looked.map(forMachines) }, null, 2));
  else sumUp(findings, terminal);
  terminal.exitCode = EXIT_CODES[status];
}

const forMachines = ({ check: { name, title }, findings }: Looked): object => ({
  part: name,
  title,
  status: worst(findings),
  findings,
});

const MARKS: Record<Severity, { fr: string; en: string }> = {
  ok: { fr: '[bien]', en: '[ok]' },
  warning: { fr: '[à voir]', en: '[warning]' },
  fault: { fr: '[DÉFAUT]', en: '[FAULT]' },
};

function tell({ check, findings }: Looked, terminal: Terminal): void {
  terminal.print(`\n${terminal.text(check.title)}`);
  for (const finding of findings) for (const line of linesOf(finding, terminal)) terminal.print(line);
}

function linesOf({ severity, title, detail, whatToDo }: Finding, terminal: Terminal): string[] {
  return [
    `  ${terminal.text(MARKS[severity])} ${terminal.text(title)}`,
    ...(detail ? [`      ${terminal.text(detail)}`] : []),
    ...(whatToDo ? [`    → ${terminal.text(whatToDo)}`] : []),
  ];
}

function sumUp(findings: readonly Finding[], terminal: Terminal): void {
  const count = (wanted: Severity): string =>
    terminal.number(findings.filter(({ severity }) => severity === wanted).length);
  terminal.print(
    worst(findings) === 'ok'
      ? { fr: '\nTout va bien.', en: '\nAll is well.' }
      : {
          fr: `\nDéfauts : ${count('fault')} ; à voir : ${count('warning')}.`,
          en: `\nFaults: ${count('fault')}; warnings: ${count('warning')}.`,
        },
  );
}
