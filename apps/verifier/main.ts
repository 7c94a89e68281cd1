import { EXIT } from './program/exit-codes';
import { runVerifier } from './program/run-verifier';

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());

void runVerifier(process.argv.slice(2), { environment: process.env, stopped: stopped.signal }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A fault of the verifier is no verdict.
    console.error(error);
    process.exitCode = EXIT.unusable;
  },
);
