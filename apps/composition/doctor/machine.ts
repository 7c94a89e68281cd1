import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Check } from '@fil/log/health/check';
import { fault, figure, type Finding, ok, plain, warning } from '@fil/log/health/finding';

/** As `engines` in package.json. */
const OLDEST_NODE = [20, 19] as const;
/** Bytes. */
const MEGABYTE = 1_000_000;
const LITTLE = 2_000 * MEGABYTE;
const TOO_LITTLE = 200 * MEGABYTE;

/** @param dataDir where the embedded server keeps its data; null when another server does */
export const machineCheck = (dataDir: string | null): Check => ({
  name: 'machine',
  title: { fr: 'Cette machine', en: 'This machine' },
  look: async () => [
    ofNode(process.versions.node),
    ...(dataDir === null ? [] : [ofRoom(await roomAt(dataDir), dataDir)]),
  ],
});

export function ofNode(version: string): Finding {
  const [major, minor] = version.split('.').map(Number) as [number, number];
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]))
    return ok('machine.node', plain(`Node.js ${version}`));
  return fault('machine.node', {
    title: { fr: `Node.js ${version} est trop ancien`, en: `Node.js ${version} is too old` },
    whatToDo: {
      fr: `Installez Node.js ${OLDEST_NODE.join('.')} ou plus récent.`,
      en: `Install Node.js ${OLDEST_NODE.join('.')} or later.`,
    },
  });
}

/** Bytes left where a directory is, or where it would be made. */
async function roomAt(directory: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  } catch (error) {
    const parent = dirname(directory);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === directory) throw error;
    return roomAt(parent);
  }
}

export function ofRoom(bytes: number, dataDir: string): Finding {
  const left = figure(Math.floor(bytes / MEGABYTE));
  const title = { fr: `Place libre pour les données : ${left.fr} Mo`, en: `Room for the data: ${left.en} MB` };
  if (bytes >= LITTLE) return ok('machine.room', title, plain(dataDir));
  return (bytes < TOO_LITTLE ? fault : warning)('machine.room', {
    title,
    detail: plain(dataDir),
    whatToDo: {
      fr: 'Libérez de la place ou agrandissez ce disque : sans elle, plus rien ne peut être inscrit.',
      en: 'Make room or enlarge this disk: without it nothing more can be recorded.',
    },
  });
}
