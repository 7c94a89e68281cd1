import type { Pool } from 'pg';
import { whoLeads } from '../../leadership/who-leads';
import type { Check } from '../check';
import { fault, figure, type Finding, ok, warning } from '../finding';
import type { ProcessLook, RegisterLook } from '../register-look';
import { standingStill } from '../standing-still';

export interface ProcessesSettings {
  readonly pool: Pool;
  /** Under which name a program leads for a process. */
  readonly leadershipOf: (process: string) => string;
  readonly look: () => Promise<RegisterLook>;
}

/** Whether what must follow from the entries is written down. */
export const processesCheck = ({ pool, leadershipOf, look }: ProcessesSettings): Check => ({
  name: 'processes',
  title: { fr: 'Processus', en: 'Processes' },
  look: async () => {
    const { size, processes } = await look();
    const names = processes.map(({ name }) => name);
    const leaders = await whoLeads(pool, names.map(leadershipOf));
    const leaderOf = (name: string): string | null => leaders.get(leadershipOf(name)) ?? null;
    const led = new Set(names.filter((name) => leaderOf(name) !== null));
    const still = await standingStill(async () => (await look()).processes, led);
    return processes.map((one) => ofProcess(one, size, leaderOf(one.name), still.has(one.name)));
  },
});

function ofProcess(
  { name, size: reached, lag }: ProcessLook,
  size: number,
  leader: string | null,
  still: boolean,
): Finding {
  const [of, all] = [figure(reached), figure(size)];
  const detail = { fr: `${of.fr} inscriptions lues sur ${all.fr}`, en: `${of.en} entries read of ${all.en}` };
  if (reached > size)
    return fault('process.ahead', {
      title: {
        fr: `${name} : il a lu plus d’inscriptions que le journal n’en a`,
        en: `${name}: it has read more entries than the log has`,
      },
      detail,
      whatToDo: {
        fr: 'Le journal a perdu des inscriptions : voyez ce qui en est dit plus haut.',
        en: 'The log has lost entries: see what is said of it above.',
      },
    });
  if (lag > 0 && leader === null)
    return warning('process.behind', {
      title: {
        fr: `${name} : en retard, et personne ne le suit`,
        en: `${name}: behind, and nobody follows it`,
      },
      detail,
      whatToDo: {
        fr: 'Démarrez le programme « worker », ou « npm start » si un seul programme fait tout.',
        en: 'Start the program "worker", or "npm start" where one program does everything.',
      },
    });
  if (still)
    return warning('process.still', {
      title: {
        fr: `${name} : en retard, et il n’avance pas (programme connecté depuis ${leader})`,
        en: `${name}: behind, and it does not move (program connected from ${leader})`,
      },
      detail,
      whatToDo: {
        fr: 'Voyez dans le journal de ce programme ce qui l’arrête ; s’il n’en dit rien, redémarrez-le.',
        en: 'See in the log of that program what stops it; if it says nothing, start it again.',
      },
    });
  return ok(
    'process.current',
    lag === 0
      ? { fr: `${name} : à jour`, en: `${name}: up to date` }
      : { fr: `${name} : rattrape son retard`, en: `${name}: is catching up` },
    leader === null
      ? { fr: 'Aucun programme ne le suit en ce moment.', en: 'No program follows it at this moment.' }
      : {
          fr: `${detail.fr} ; programme connecté depuis ${leader}`,
          en: `${detail.en}; program connected from ${leader}`,
        },
  );
}
