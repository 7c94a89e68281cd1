import type { Label } from '@fil/facts/codes/label';
import type { Check } from '@fil/log/health/check';
import { type Finding, fault, ok, plain, warning } from '@fil/log/health/finding';
import { withoutPassword } from '@fil/log/health/without-password';

interface Setting {
  readonly name: string;
  /** What a value must be; absent: anything. */
  readonly takes?: (value: string) => boolean;
  readonly expected?: Label;
}

const oneOf = (...values: readonly string[]): Pick<Setting, 'takes' | 'expected'> => ({
  takes: (value) => values.includes(value),
  expected: { fr: `attendu : ${values.join(', ')}`, en: `expected: ${values.join(', ')}` },
});
const address = (scheme: RegExp, example: string): Pick<Setting, 'takes' | 'expected'> => ({
  takes: (value) => scheme.test(value),
  expected: { fr: `attendu : ${example}`, en: `expected: ${example}` },
});

/** Those that a program reads. docs/reference/settings.md says what each means. */
const SETTINGS: readonly Setting[] = [
  { name: 'DATABASE_URL', ...address(/^postgres(ql)?:\/\/\S+$/, 'postgres://…') },
  { name: 'EVENTSTORE_URL', ...address(/^(esdb|kurrentdb|kdb)(\+discover)?:\/\/\S+$/, 'esdb://…') },
  { name: 'REDIS_URL', ...address(/^rediss?:\/\/\S+$/, 'redis://…') },
  { name: 'FIL_DATA' },
  { name: 'FIL_LOG_KEY' },
  { name: 'FIL_PROMISE_KEY' },
  { name: 'FIL_LOCK_STORE' },
  { name: 'FIL_WITNESSES' },
  { name: 'FIL_MIRRORS' },
  {
    name: 'FIL_TREE_LAG',
    takes: (value) => /^[1-9]\d{0,8}$/.test(value),
    expected: { fr: 'attendu : un nombre d’inscriptions', en: 'expected: a number of entries' },
  },
  { name: 'FIL_TSA_URL', ...address(/^https?:\/\/\S+$/, 'https://…') },
  { name: 'HOST' },
  {
    name: 'PORT',
    takes: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
    expected: { fr: 'attendu : un nombre de 0 à 65535', en: 'expected: a number from 0 to 65535' },
  },
  { name: 'TRUSTED_PROXIES' },
  { name: 'FIL_LOG', ...oneOf('json', 'text') },
  { name: 'FIL_ACCESSIBILITY', ...oneOf('none', 'partial', 'full') },
  { name: 'FIL_CONTACT' },
  { name: 'NODE_ENV' },
];

/** Read by others than a program: Compose, the tests. */
const OTHERS: ReadonlySet<string> = new Set(['FIL_PORTS', 'FIL_SHARED_DATA']);

export const KNOWN_SETTINGS: ReadonlySet<string> = new Set([...SETTINGS.map(({ name }) => name), ...OTHERS]);

/** Which settings are in force, and which cannot be meant as they stand. */
export const settingsCheck = (environment: NodeJS.ProcessEnv): Check => ({
  name: 'settings',
  title: { fr: 'Réglages', en: 'Settings' },
  look: () => Promise.resolve([inForce(environment), ...unfit(environment), ...unknown(environment)]),
});

function inForce(environment: NodeJS.ProcessEnv): Finding {
  const given = SETTINGS.filter(({ name }) => environment[name]);
  const shown = given.map(({ name }) => `${name}=${withoutPassword(environment[name]!)}`).join(' · ');
  return ok(
    'settings.inForce',
    environment['DATABASE_URL']
      ? { fr: 'La base est celle de DATABASE_URL', en: 'The database is that of DATABASE_URL' }
      : { fr: 'La base est le PostgreSQL embarqué', en: 'The database is the embedded PostgreSQL' },
    given.length > 0
      ? plain(shown)
      : { fr: 'Aucun réglage : tout est par défaut.', en: 'No setting: everything is as by default.' },
  );
}

const unfit = (environment: NodeJS.ProcessEnv): Finding[] =>
  SETTINGS.filter(({ name, takes }) => environment[name] && takes && !takes(environment[name])).map(
    ({ name, expected }) =>
      fault('settings.unfit', {
        title: { fr: `${name} n’a pas une valeur possible`, en: `${name} has no possible value` },
        detail: {
          fr: `${shownOf(environment, name)} (${expected!.fr})`,
          en: `${shownOf(environment, name)} (${expected!.en})`,
        },
        whatToDo: { fr: 'Corrigez ce réglage, puis redémarrez.', en: 'Mend this setting, then start again.' },
      }),
  );

const shownOf = (environment: NodeJS.ProcessEnv, name: string): string => withoutPassword(environment[name]!);

/** Only the names: the value may be a secret that was meant for another setting. */
function unknown(environment: NodeJS.ProcessEnv): Finding[] {
  const names = Object.keys(environment).filter((name) => name.startsWith('FIL_') && !KNOWN_SETTINGS.has(name));
  return names.sort().map((name) =>
    warning('settings.unknown', {
      title: { fr: `${name} n’est pas un réglage de Fil rouge`, en: `${name} is not a setting of Fil rouge` },
      whatToDo: {
        fr: 'Il n’a aucun effet : corrigez son nom ou retirez-le (docs/reference/settings.md).',
        en: 'It has no effect: mend its name or remove it (docs/reference/settings.md).',
      },
    }),
  );
}
