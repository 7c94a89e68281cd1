// The contract of every event store: npm run test:contract -- --store=memory|postgres|eventstoredb (all without --store).
// EVENTSTORE_URL=esdb://… runs the last one on that server, else it runs on the test server; it also records while a
// leader is killed (KILL_LEADER, see docs/how-to/use-eventstoredb.md).
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installMissing } from './install/install.mjs';
import { projectRoot } from './project-root.mjs';
import { requireNode } from './run/node-version.mjs';
import { say } from './say.mjs';

const room = 'libs/log/event-store';
const suites = {
  memory: [`${room}/memory/memory-event-store.unit.spec.ts`],
  postgres: [`${room}/postgres/postgres-event-store.int.spec.ts`],
  eventstoredb: [
    `${room}/eventstoredb/eventstoredb-event-store.int.spec.ts`,
    `${room}/eventstoredb/cluster.int.spec.ts`,
  ],
};

const choice = process.argv.find((argument) => argument.startsWith('--store='))?.slice('--store='.length);
const rest = process.argv.slice(2).filter((argument) => !argument.startsWith('--store='));
if (choice !== undefined && !(choice in suites)) {
  say(`There is no store "${choice}": one of ${Object.keys(suites).join(', ')}.`);
  process.exit(1);
}
const paths = choice === undefined ? Object.values(suites).flat() : suites[choice];

requireNode(20, 19);
try {
  await installMissing('everything');
} catch (error) {
  say(error.message);
  process.exit(1);
}
const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
// A server of one's own has one log: two test files at once would find each other's events in it.
const oneAfterAnother = process.env.EVENTSTORE_URL ? ['--runInBand'] : [];
const child = spawn(process.execPath, [jest, '--verbose', ...oneAfterAnother, ...rest, '--runTestsByPath', ...paths], {
  cwd: projectRoot,
  stdio: 'inherit',
});
// Ctrl-C reaches jest by itself; we only wait for it to finish cleaning up.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (status) => process.exit(status ?? 1));
