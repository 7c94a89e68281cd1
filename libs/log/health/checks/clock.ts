import type { Pool } from 'pg';
import type { Check } from '../check';
import { fault, figure, type Finding, ok, warning } from '../finding';

/** Milliseconds. */
const NOTICED = 5_000;
const UNBEARABLE = 60_000;

/** Entries bear the instants of this machine; what is due goes by those of the database. @param clock milliseconds */
export const clockCheck = (pool: Pool, clock: () => number = Date.now): Check => ({
  name: 'clock',
  title: { fr: 'Horloge', en: 'Clock' },
  look: async () => {
    const before = clock();
    const { rows } = await pool.query<{ now: number }>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now',
    );
    const after = clock();
    const { now } = rows[0]!;
    // What lies between the two readings may be the time of the answer.
    return [ofDifference(now < before ? before - now : Math.min(after - now, 0))];
  },
});

/** @param ahead milliseconds by which this machine is ahead of the database */
export function ofDifference(ahead: number): Finding {
  const apart = Math.abs(ahead);
  const seconds = figure(Math.round(apart / 1000));
  if (apart <= NOTICED)
    return ok('clock.same', { fr: 'À la même heure que la base', en: 'The same time as the database' });
  return (apart > UNBEARABLE ? fault : warning)('clock.apart', {
    title:
      ahead > 0
        ? {
            fr: `L’horloge de cette machine avance de ${seconds.fr} s sur celle de la base`,
            en: `The clock of this machine is ${seconds.en} s ahead of the database's`,
          }
        : {
            fr: `L’horloge de cette machine retarde de ${seconds.fr} s sur celle de la base`,
            en: `The clock of this machine is ${seconds.en} s behind the database's`,
          },
    whatToDo: {
      fr: 'Mettez les deux machines à l’heure (NTP, par exemple systemd-timesyncd ou chrony) : chaque inscription porte l’heure de celle qui l’écrit.',
      en: 'Set both machines right (NTP, such as systemd-timesyncd or chrony): every entry bears the time of the one that writes it.',
    },
  });
}
