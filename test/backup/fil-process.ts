/** `fil` as a process of its own, from source: what the specs kill. The name of this file is the first argument. */
import { runFil } from '../../apps/cli/program';
import { terminalLanguage } from '../../apps/cli/terminal/language';
import { Terminal } from '../../apps/cli/terminal/terminal';

void runFil(process.argv.slice(3), new Terminal(terminalLanguage(process.env))).then((code) => {
  process.exitCode = code;
});
