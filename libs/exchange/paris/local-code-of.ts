import { createHash } from 'node:crypto';

const LONGEST = 60;

/**
 * The code of a department or a theme, from its name: the same for « l’Eau » with either apostrophe, with or without
 * accents. A longer name is cut and told apart by the beginning of its hash.
 */
export function localCodeOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length > 0 && slug.length <= LONGEST) return slug;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return slug === '' ? hash : `${slug.slice(0, LONGEST - 9).replace(/-+$/, '')}-${hash}`;
}
