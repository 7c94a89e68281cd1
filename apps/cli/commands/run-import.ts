import type { Finding } from '@fil/exchange/tables/finding';
import { FindingLog } from '@fil/exchange/tables/finding-log';
import { dryRunTakerOn } from '@fil/exchange/dry-run/dry-run-taker';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import type { OpenRegister } from '../../composition/open-register';
import { EXIT } from '../exit-codes';
import { hasDatabase, settings, withRegister } from '../open-register';
import { ProgressLine } from '../terminal/progress-line';
import type { Terminal } from '../terminal/terminal';
import { showFindings } from './import-report';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly report?: string;
}

/** What an import is given to work with. */
export interface ImportTools {
  readonly taker: DecisionTaker;
  readonly report: (finding: Finding) => void;
  readonly progress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** What came of it, for the last lines. */
export interface Imported {
  readonly interrupted: boolean;
  show(ended: { readonly findings: FindingLog; readonly dryRun: boolean; readonly seconds: number }): void;
}

interface Import {
  /** Why nothing is taken over into this register, by throwing. */
  checkRegister(open: OpenRegister): void;
  /** Whether a dry run may look at what this register has; else it is tried on an empty one. */
  fits(open: OpenRegister): boolean;
  take(tools: ImportTools): Promise<Imported>;
}

/** The same road for every import: dry run, report, progress, interruption, exit code. */
export async function runImport(terminal: Terminal, options: ImportOptions, one: Import): Promise<void> {
  if (!options.dryRun) {
    return withRegister(terminal, (open) => {
      one.checkRegister(open);
      return takeOver(terminal, options, one, decisionTakerOn(open));
    });
  }
  if (!hasDatabase(settings())) return takeOver(terminal, options, one, onNothing(terminal));
  return withRegister(terminal, (open) =>
    takeOver(terminal, options, one, one.fits(open) ? dryRunTakerOn(open) : onNothing(terminal)),
  );
}

function onNothing(terminal: Terminal): DecisionTaker {
  terminal.say({ fr: 'Essai sur un registre vide, en mémoire.', en: 'Tried on an empty register, in memory.' });
  return dryRunTakerOn(null);
}

async function takeOver(
  terminal: Terminal,
  { dryRun = false, report }: ImportOptions,
  one: Import,
  taker: DecisionTaker,
): Promise<void> {
  const findings = new FindingLog(report ?? null, terminal.language);
  const progress = new ProgressLine(terminal);
  const stop = new AbortController();
  const interrupt = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
    terminal.say({
      fr: '\nArrêt demandé : ce qui est en cours se termine…',
      en: '\nStopping: what is under way is being completed…',
    });
  };
  process.on('SIGINT', interrupt);
  const started = performance.now();
  try {
    const imported = await one.take({ taker, report: findings.add, progress: progress.at, signal: stop.signal });
    progress.clear();
    showFindings(terminal, findings);
    imported.show({ findings, dryRun, seconds: (performance.now() - started) / 1_000 });
    if (imported.interrupted) terminal.exitCode = EXIT.interrupted;
    else if (findings.count('rejected') > 0) terminal.exitCode = EXIT.rejected;
  } finally {
    progress.clear();
    process.off('SIGINT', interrupt);
    await findings.close();
  }
}
