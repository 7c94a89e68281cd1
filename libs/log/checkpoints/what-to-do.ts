import type { Label } from '@fil/facts/codes/label';
import type { DamageKind } from './damage';

/** For whoever meets the alarm, of each kind of damage. */
export const WHAT_TO_DO: Readonly<Record<DamageKind, Label>> = {
  gap: {
    fr: 'Une inscription manque. Ne réparez rien à la main : lancez « fil doctor --deep », puis restaurez une sauvegarde.',
    en: 'An entry is missing. Mend nothing by hand: run "fil doctor --deep", then restore a backup.',
  },
  leaf: {
    fr: 'Une inscription n’a plus l’empreinte avec laquelle elle a été enregistrée : mémoire, disque ou main. Gardez la base telle quelle, puis restaurez une sauvegarde.',
    en: 'An entry no longer has the hash it was recorded with: memory, disk or a hand. Keep the database as it is, then restore a backup.',
  },
  tile: {
    fr: 'L’arbre gardé ne suit plus des inscriptions : l’un ou l’autre a changé. Gardez la base telle quelle, puis restaurez une sauvegarde ; l’arbre se refait.',
    en: 'The tree that is kept no longer follows from the entries: one or the other was changed. Keep the database as it is, then restore a backup; the tree is made again.',
  },
  fork: {
    fr: 'Ce que contient cette base n’est pas ce qui a été signé : c’est une autre histoire du registre. N’enregistrez rien, gardez la base telle quelle, et restaurez celle dont l’histoire a été signée.',
    en: 'What this database holds is not what was signed: it is another history of the log. Record nothing, keep the database as it is, and restore the one whose history was signed.',
  },
  behind: {
    fr: 'Cette base est plus ancienne que ce qui a été signé : une sauvegarde a été restaurée, ou un serveur en retard a pris le relais. Reprenez les inscriptions manquantes : « fil log recover --from <copie> », ou restaurez une sauvegarde plus récente ; puis « fil log checkpoint ».',
    en: 'This database is older than what was signed: a backup was restored, or a server that lagged has taken over. Take the missing entries back: "fil log recover --from <copy>", or restore a later backup; then "fil log checkpoint".',
  },
};
