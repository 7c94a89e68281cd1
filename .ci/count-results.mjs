// Prints "N passed, N failed" and fails if anything did: node count-results.mjs <jest.json> <failed steps>
import { readFileSync } from 'node:fs';

const [file, failedSteps] = process.argv.slice(2);
const results = readResults();
// A suite that does not even load has no tests of its own to count.
const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
if (results.numPendingTests > 0) console.log(`${results.numPendingTests} skipped`);
console.log(`${results.numPassedTests} passed, ${failed} failed`);
process.exit(failed > 0 || results.numPassedTests === 0 || Number(failedSteps) > 0 ? 1 : 0);

function readResults() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log('The tests left no results.');
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, numPendingTests: 0 };
  }
}
