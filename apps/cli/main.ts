import 'reflect-metadata';
import { runFil } from './program';
import { terminalLanguage } from './terminal/language';
import { Terminal } from './terminal/terminal';

void runFil(process.argv.slice(2), new Terminal(terminalLanguage(process.env))).then((code) => {
  process.exitCode = code;
});
