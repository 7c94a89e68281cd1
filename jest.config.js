const fs = require('node:fs');
const os = require('node:os');

const swc = JSON.parse(fs.readFileSync(`${__dirname}/.swcrc`, 'utf8'));
delete swc.$schema;
// Jest resolves the alias itself (moduleNameMapper), so that jest.mock('@fil/…') names the same module.
delete swc.jsc.paths;
delete swc.jsc.baseUrl;

// Jest on Node < 24.9 cannot require() an ES module: those packages are found here and compiled (and cached).
const modules = `${__dirname}/node_modules`;
const packages = fs.readdirSync(modules).flatMap((name) => {
  if (name.startsWith('.')) return [];
  return name.startsWith('@') ? fs.readdirSync(`${modules}/${name}`).map((inner) => `${name}/${inner}`) : [name];
});
const esModules = packages.filter((name) => {
  try {
    return JSON.parse(fs.readFileSync(`${modules}/${name}/package.json`, 'utf8')).type === 'module';
  } catch {
    return false;
  }
});

const kind = (displayName, more = {}) => ({
  displayName,
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: 'node',
  testRegex: [`\\.${displayName}\\.spec\\.tsx?$`],
  setupFiles: ['reflect-metadata'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@fil/(.*)$': '<rootDir>/libs/$1' },
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { ...swc, swcrc: false }],
    '^.+\\.m?js$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: true,
        module: { type: 'commonjs' },
        jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/|.*\\.mjs$)`],
  ...more,
});

// Jest runs a globalSetup once per *file*, not per project: the three kinds below share one PostgreSQL.
const withPostgres = {
  globalSetup: '<rootDir>/test/postgres/start-test-server.ts',
  globalTeardown: '<rootDir>/test/postgres/stop-test-server.ts',
};

module.exports = {
  testTimeout: 30_000,
  // One more than processors: much of what is tested waits for others.
  maxWorkers: os.availableParallelism() + 1,
  projects: [kind('unit'), kind('int', withPostgres), kind('e2e', withPostgres), kind('browser', withPostgres)],
};
