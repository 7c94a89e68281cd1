// Runs a TypeScript benchmark without building: `node test/bench/run.cjs events.bench.ts`.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '../..');
const settings = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
settings.jsc.baseUrl = root;

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...settings,
    swcrc: false,
    filename,
    sourceMaps: 'inline',
  });
  module._compile(code, filename);
};

require('reflect-metadata');
process.setSourceMapsEnabled(true);
require(join(__dirname, process.argv[2]));
