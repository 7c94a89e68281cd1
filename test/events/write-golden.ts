/** `npm run golden`: the entry of each new version of an event, to be committed with it. */
import { writeMissingGolden } from './golden-entry';

const made = writeMissingGolden();
process.stdout.write(made.length === 0 ? 'No file is missing.\n' : `Made in test/events/golden: ${made.join(', ')}\n`);
