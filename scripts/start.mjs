import { leaveWithNpm } from './run/leave-with-npm.mjs';
import { runApp } from './run/run-app.mjs';

leaveWithNpm();
await runApp('standalone');
