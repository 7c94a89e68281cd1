/** A witness in a process of its own, to be killed: `node test/bench/run.cjs ../witness/witness-process.ts <config>`. */
import { runVerifier } from '../../apps/verifier/program/run-verifier';

void runVerifier(['witness', '--config', process.argv[3]!], {
  environment: { LANG: 'en' },
  stopped: new AbortController().signal,
}).then((code) => {
  process.exitCode = code;
});
