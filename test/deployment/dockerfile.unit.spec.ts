import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeFile, projectRoot } from './compose-file';

interface Instruction {
  readonly word: string;
  readonly rest: string;
}
interface Stage {
  readonly from: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

const linesOf = (file: string): string[] =>
  readFileSync(join(projectRoot, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** Enough of the format for this file: an instruction a line, none continued, no heredoc. */
const stages = linesOf('Dockerfile').reduce<Stage[]>((before, line) => {
  const [, word, rest] = /^([A-Z]+) (.+[^\\])$/.exec(line) ?? [];
  if (word === undefined || rest === undefined) throw new Error(`Not an instruction on one line: ${line}`);
  if (word === 'FROM') {
    const [, from, name] = /^(\S+)(?: AS (\S+))?$/.exec(rest)!;
    return [...before, { from: from!, name, instructions: [] }];
  }
  const stage = before.at(-1)!;
  return [...before.slice(0, -1), { ...stage, instructions: [...stage.instructions, { word, rest }] }];
}, []);
const last = stages.at(-1)!;
const the = (stage: Stage, word: string): string[] =>
  stage.instructions.filter((one) => one.word === word).map(({ rest }) => rest);
const environment = Object.fromEntries(
  the(last, 'ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])),
);

describe('Dockerfile', () => {
  const names = stages.map(({ name }) => name);

  it('builds on a slim image with a named version', () => {
    const foreign = stages.map(({ from }) => from).filter((from) => !names.includes(from));
    expect(foreign).toHaveLength(1);
    expect(foreign[0]).toMatch(/^node:\d+-[a-z]+-slim$/);
  });

  it('copies what exists and what .dockerignore lets through', () => {
    const ignore = linesOf('.dockerignore');
    expect(ignore[0]).toBe('*');
    const copied = stages.flatMap((stage) => the(stage, 'COPY')).filter((rest) => !rest.startsWith('--from='));
    const sources = new Set(copied.flatMap((rest) => rest.split(' ').slice(0, -1)));
    expect(sources.size).toBeGreaterThan(0);
    for (const source of sources) {
      const found = { source, there: existsSync(join(projectRoot, source)), sent: ignore.includes(`!${source}`) };
      expect(found).toEqual({ source, there: true, sent: true });
    }
    const sent = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(sent.sort()).toEqual([...sources].sort());
  });

  it('takes from earlier stages what they make', () => {
    const taken = the(last, 'COPY').filter((rest) => rest.startsWith('--from='));
    expect(taken).toEqual([
      '--from=dependencies /fil-rouge/node_modules node_modules',
      '--from=build /fil-rouge/dist dist',
      '--from=signing --chown=node:node /signing /var/lib/fil-rouge',
    ]);
    for (const rest of taken) expect(names).toContain(/^--from=(\S+)/.exec(rest)![1]);
    expect(
      the(
        stages.find(({ name }) => name === 'build')!,
        'RUN',
      ).at(-1),
    ).toBe('npm run build');
  });

  it('installs what runs and nothing else: no development tool, no embedded PostgreSQL, no script of a package', () => {
    const [install, ...more] = the(
      stages.find(({ name }) => name === 'dependencies')!,
      'RUN',
    );
    expect(more).toEqual([]);
    expect(install!.split(' ')).toEqual(['npm', 'ci', '--omit=dev', '--omit=optional', '--ignore-scripts']);
  });

  it('runs nothing as root, and nothing that was not built before', () => {
    expect(the(last, 'RUN')).toEqual([]);
    expect(the(last, 'USER')).toEqual(['node']);
    expect(last.instructions.findIndex(({ word }) => word === 'USER')).toBeGreaterThan(
      last.instructions.findLastIndex(({ word }) => word === 'COPY'),
    );
  });

  it('listens where the health check of docker-compose.yml asks', () => {
    expect(environment).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '3000' });
    expect(the(last, 'EXPOSE')).toEqual([environment['PORT']]);
    const { command, healthcheck } = composeFile.services['web']!;
    expect(healthcheck!.test.at(-1)).toContain(`http://127.0.0.1:${environment['PORT']}/health/live`);
    expect(JSON.parse(the(last, 'CMD')[0]!)).toEqual(command);
  });

  it('holds no secret', () => {
    expect(Object.keys(environment).filter((name) => /PASSWORD|SECRET|TOKEN|URL/.test(name))).toEqual([]);
    expect(stages.flatMap((stage) => the(stage, 'ARG'))).toEqual([]);
  });
});
