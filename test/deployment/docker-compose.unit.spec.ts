import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const lines = readFileSync(join(__dirname, '../../docker-compose.yml'), 'utf8')
  .split('\n')
  .filter((line) => !line.trimStart().startsWith('#'));
const linesWith = (pattern: RegExp): string[] => lines.filter((line) => pattern.test(line)).map((line) => line.trim());

describe('docker-compose.yml', () => {
  it('holds no password and goes without one nowhere', () => {
    const secret = linesWith(/password|secret|trust|auth_method/i);
    expect(secret).toHaveLength(1);
    expect(secret[0]).toMatch(/^POSTGRES_PASSWORD: \$\{POSTGRES_PASSWORD:\?[^}]+\}$/);
    expect(linesWith(/\/\/[^/\s]*:[^/\s]*@/)).toEqual([]);
  });

  it('can be reached from this machine only', () => {
    const ports = linesWith(/^\s+- .*:\d+['"]?$/);
    expect(ports).toHaveLength(1);
    for (const port of ports) expect(port).toMatch(/^- '127\.0\.0\.1:/);
    expect(linesWith(/network_mode|privileged/)).toEqual([]);
  });

  it('names its version, keeps its data and says when it is ready', () => {
    expect(linesWith(/^\s+image:/)).toEqual(['image: postgres:18']);
    expect(linesWith(/:\/var\/lib\/postgresql$/)).toEqual(['- postgres:/var/lib/postgresql']);
    expect(linesWith(/^\s+healthcheck:$/)).toHaveLength(1);
  });
});
