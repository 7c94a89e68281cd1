// Runs the launcher in a process of its own, for the tests: node launcher-process.cjs <dataDir>
// It prints one line of JSON when the server is there, and leaves it on SIGTERM.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const settings = {
    swcrc: false,
    module: { type: 'commonjs' },
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
  };
  module._compile(transformSync(readFileSync(filename, 'utf8'), { filename, ...settings }).code, filename);
};

const { startEmbeddedPostgres } = require('./embedded-postgres.ts');

void startEmbeddedPostgres({ dataDir: process.argv[2] }).then(
  (server) => {
    console.log(JSON.stringify({ url: server.url, owned: server.owned }));
    process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
    setInterval(() => undefined, 1000);
  },
  (error) => {
    console.log(JSON.stringify({ error: error.message }));
    process.exit(1);
  },
);
