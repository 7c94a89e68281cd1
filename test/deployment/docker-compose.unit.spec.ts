import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assignmentsIn, composeFile, composeText, projectRoot, type ComposeService } from './compose-file';

const { services, networks, volumes } = composeFile;
const all = Object.entries(services);
const inProfile = (profile: string): [string, ComposeService][] =>
  all.filter(([, service]) => service.profiles?.includes(profile));
const production = all.filter(([, service]) => !service.profiles?.includes('development'));
const ours = all.filter(([, { image }]) => image.startsWith('fil-rouge:'));

describe('docker-compose.yml', () => {
  it('runs the site, the projector and the worker from one image, each with its own program', () => {
    expect(ours.map(([name]) => name)).toEqual(['web', 'projector', 'worker']);
    expect(new Set(ours.map(([, { image }]) => image)).size).toBe(1);
    expect(ours.map(([, { build }]) => build)).toEqual(['.', undefined, undefined]);
    expect(ours.map(([, { pull_policy }]) => pull_policy)).toEqual([undefined, 'never', 'never']);
    for (const [name, { command }] of ours) {
      expect(command).toEqual(['node', `dist/apps/${name}/main.js`]);
      expect({ name, there: existsSync(join(projectRoot, 'apps', name, 'main.ts')) }).toEqual({ name, there: true });
    }
  });

  it('names the version of everything it takes from elsewhere', () => {
    const images = all.filter((one) => !ours.includes(one)).map(([, { image }]) => image);
    expect(images).toHaveLength(all.length - 3);
    for (const image of images) expect(image).toMatch(/^[a-z/]+:v?\d+(\.\d+)*(-[a-z-]+)?$/);
  });

  it.each(all)('%s says how it is, starts again, and may do no more than it must', (_name, service) => {
    expect(service.healthcheck?.test[0]).toBe('CMD');
    expect(service.restart).toBe('unless-stopped');
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.cap_add).toBeUndefined();
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.privileged).toBeUndefined();
    expect(service.network_mode).toBeUndefined();
    expect(service.user ?? '').not.toMatch(/^(root|0)\b/);
  });

  it.each(ours)('%s has nowhere to write but where it signs', (name, service) => {
    expect(service.read_only).toBe(true);
    const lock = '${FIL_LOCK_STORE:-lock}:/var/lib/fil-rouge/lock';
    const volumes: Record<string, string[]> = {
      web: [`${lock}:ro`, 'promises:/var/lib/fil-rouge/promises'],
      worker: ['keys:/var/lib/fil-rouge/keys', lock],
    };
    expect(service.volumes).toEqual(volumes[name]);
  });
});

describe('what can be reached', () => {
  it('is the site alone in production, and from this machine only', () => {
    const published = production.flatMap(([name, { ports = [] }]) => ports.map((port) => ({ name, port })));
    expect(published).toEqual([{ name: 'web', port: '127.0.0.1:${FIL_PORTS:-3000}:3000' }]);
    for (const { ports = [] } of Object.values(services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('is nothing of what is kept: its network has no way in or out', () => {
    expect(networks['store']).toEqual({ internal: true });
    const outside = production.filter(([, service]) => !isOnlyIn('store', service)).map(([name]) => name);
    expect(outside).toEqual(['web']);
  });

  it('is never EventStoreDB without TLS', () => {
    const insecure = all.filter(([, { environment }]) => environment?.['EVENTSTORE_INSECURE'] === 'true');
    expect(insecure.length).toBeGreaterThan(0);
    for (const [, service] of insecure) expect([isOnlyIn('store', service), service.ports]).toEqual([true, undefined]);
  });

  const isOnlyIn = (network: string, service: ComposeService): boolean =>
    service.networks?.length === 1 && service.networks[0] === network;
});

describe('passwords', () => {
  /** Every `${…}` of the file: the name, and the operator with what follows it. */
  const variables = [...composeText.matchAll(/\$\{([A-Z_]+)([^}]*)\}/g)].map(([, name, rest]) => ({
    name: name!,
    rest: rest!,
  }));
  const example = assignmentsIn('deployment/example.env');

  it('have no default: each must be given', () => {
    const passwords = new Set(variables.filter(({ name }) => name.includes('PASSWORD')).map(({ name }) => name));
    expect([...passwords].sort()).toEqual(['POSTGRES_PASSWORD', 'REDIS_PASSWORD']);
    for (const password of passwords) {
      const uses = variables.filter(({ name }) => name === password);
      expect(uses.some(({ rest }) => rest.startsWith(':?'))).toBe(true);
      for (const { rest } of uses) expect(rest).toMatch(/^(:\?.+)?$/);
      expect(example.filter(({ name }) => name === password)).toEqual([{ name: password, value: '', comment: false }]);
    }
  });

  it('stand nowhere as themselves', () => {
    for (const { environment = {} } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|AUTH/.test(name)) expect(value).toMatch(/^\$\{[A-Z_]+[^}]*\}$/);
        for (const [, password] of value.matchAll(/:\/\/[^/@:\s]*:(\$\{[^}]*\}|[^@]*)@/g))
          expect(password).toMatch(/^\$\{.+\}$/);
      }
    }
    expect(composeText).not.toMatch(/HOST_AUTH_METHOD/);
  });

  it('have values in the file for development only, under a project of its own', () => {
    const development = new Map(assignmentsIn('deployment/development.env').map(({ name, value }) => [name, value]));
    const required = new Set(variables.filter(({ rest }) => /^:?\?/.test(rest)).map(({ name }) => name));
    for (const name of required) expect([name, development.has(name)]).toEqual([name, true]);
    expect(development.get('COMPOSE_PROFILES')).toBe('development');
    expect(development.get('COMPOSE_PROJECT_NAME')).toMatch(/development/);
  });

  it('and all other settings are in the example, which the file knows', () => {
    const known = new Set([...variables.map(({ name }) => name), 'COMPOSE_PROFILES']);
    for (const { name } of example) expect([name, known.has(name)]).toEqual([name, true]);
    const developers = ['POSTGRES_PORT', 'SMTP_PORT', 'MAILPIT_PORT'];
    const missing = [...known].filter((name) => !example.some((one) => one.name === name));
    expect(missing.sort()).toEqual(developers.sort());
  });
});

describe('what is kept', () => {
  const folders: [RegExp, string[]][] = [
    [/^postgres:/, ['/var/lib/postgresql']],
    [/^redis:/, ['/data']],
    [/^eventstore\//, ['/var/lib/eventstore', '/var/log/eventstore']],
  ];
  const kept = folders.flatMap(([image, targets]) =>
    all.filter(([, service]) => image.test(service.image)).map(([name, service]) => ({ name, service, targets })),
  );

  it('stands in a named volume of its own', () => {
    expect(kept).toHaveLength(7);
    const used = kept.flatMap(({ name, service, targets }) =>
      targets.map((target) => {
        const volume = service.volumes?.find((entry) => entry.endsWith(`:${target}`))?.split(':')[0];
        expect([name, target, volume !== undefined && volume in volumes]).toEqual([name, target, true]);
        return volume!;
      }),
    );
    expect([...used, 'keys', 'lock', 'promises'].sort()).toEqual(Object.keys(volumes).sort());
  });

  it('belongs in PostgreSQL to a user who is no superuser', () => {
    const { environment, volumes: mounted } = services['postgres']!;
    expect(environment).not.toHaveProperty('POSTGRES_USER');
    expect(mounted).toContain('./deployment/postgres:/docker-entrypoint-initdb.d:ro');
    expect(existsSync(join(projectRoot, 'deployment/postgres/register-owner.sql'))).toBe(true);
    for (const [, { environment: settings }] of ours)
      expect(settings?.['DATABASE_URL']).toMatch(/^postgres:\/\/fil:.*@postgres:5432\/fil$/);
  });

  it('is there before who needs it', () => {
    const stores = kept.map(({ name }) => name).filter((name) => !name.startsWith('development-'));
    for (const [, { depends_on }] of ours) {
      expect(Object.keys(depends_on ?? {}).sort()).toEqual([...stores].sort());
      for (const [name, { condition, required = true }] of Object.entries(depends_on ?? {})) {
        expect(condition).toBe('service_healthy');
        expect([name, required]).toEqual([name, services[name]!.profiles === undefined]);
      }
    }
  });
});

describe('EventStoreDB', () => {
  const nodes = inProfile('cluster');
  const choices = assignmentsIn('deployment/example.env').filter(({ name }) => name === 'EVENTSTORE_URL');

  it('keeps events on the disk, runs no projection and sends nothing home', () => {
    for (const [, { environment }] of [...nodes, ...inProfile('single')]) {
      expect(environment).toMatchObject({
        EVENTSTORE_MEM_DB: 'false',
        EVENTSTORE_RUN_PROJECTIONS: 'None',
        EVENTSTORE_TELEMETRY_OPTOUT: 'true',
      });
    }
  });

  it('is one node in the profile the example chooses', () => {
    expect(inProfile('single').map(([name]) => name)).toEqual(['eventstoredb']);
    expect(services['eventstoredb']!.environment).toMatchObject({ EVENTSTORE_CLUSTER_SIZE: '1' });
    const [profile] = assignmentsIn('deployment/example.env').filter(({ name }) => name === 'COMPOSE_PROFILES');
    expect(profile).toEqual({ name: 'COMPOSE_PROFILES', value: 'single', comment: false });
    expect(hostsOf(choices[0]!.value)).toEqual(['eventstoredb:2113']);
  });

  it('is three nodes that name one another in the profile `cluster`', () => {
    const names = nodes.map(([name]) => name);
    expect(names).toHaveLength(3);
    for (const [name, { environment }] of nodes) {
      expect(environment).toMatchObject({
        EVENTSTORE_CLUSTER_SIZE: '3',
        EVENTSTORE_DISCOVER_VIA_DNS: 'false',
        EVENTSTORE_NODE_HOST_ADVERTISE_AS: name,
        EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS: name,
      });
      const others = names.filter((other) => other !== name).map((other) => `${other}:2113`);
      expect(environment?.['EVENTSTORE_GOSSIP_SEED']!.split(',').sort()).toEqual(others.sort());
    }
    expect(choices.map(({ value }) => hostsOf(value))).toContainEqual(names.map((name) => `${name}:2113`));
  });

  it('can be left out, but not by forgetting it', () => {
    expect(choices.at(-1)!.value).toBe('');
    expect(composeText).toMatch(/EVENTSTORE_URL: \$\{EVENTSTORE_URL\?[^}]+\}/);
  });

  const hostsOf = (url: string): string[] => /^esdb:\/\/([^/?]+)\?tls=false$/.exec(url)?.[1]?.split(',') ?? [];
});
