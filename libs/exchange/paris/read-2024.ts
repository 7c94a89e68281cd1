import { interpretCells, type ProjectCell } from './interpret-cells';
import type { Snapshot } from './project-row';
import { byMeaning, type SnapshotFormat } from './snapshot-format';

const snapshot: Snapshot = { name: '2024', file: 'bp_projets_gagnants_2024-04.csv', takenOn: '2024-04-17' };

const columns = {
  id: 'Identifiant du projet lauréat',
  edition: 'Edition',
  title: 'Titre du projet lauréat',
  theme: 'Thématique',
  department: 'Direction pilote du projet lauréat',
  budget: 'Budget global du projet lauréat',
  scale: 'Echelle du Budget participatif',
  address: 'Adresse du projet lauréat',
  district: 'Arrondissement du projet lauréat',
  standing: 'Avancement du projet',
  studies: 'Date de début des études du projet',
  procedures: 'Date de lancement des procédures du projet',
  works: 'Date de lancement des travaux du projet',
  // The city's own spelling.
  planned: 'Date prévisonnelle de livraison du projet',
  opened: "Date d'ouverture du projet au public",
} as const satisfies Record<ProjectCell, string>;

const IDEA_ADDRESS = 'Lien URL vers le projet soumis au vote';
const PROJECT_ADDRESS = 'Lien URL vers le projet lauréat';

/** The laureate projects as published in April 2024: semicolons, BOM, CRLF, empty cells where nothing is known. */
export const FORMAT_2024: SnapshotFormat = {
  snapshot,
  shape: { delimiter: ';', columns: [...Object.values(columns), IDEA_ADDRESS, PROJECT_ADDRESS] },
  columns,
  notTakenOver: ['Projet en Quartier populaire', 'Dernière mise à jour des données du projet'],
  interpret: ({ line, cells }) =>
    interpretCells({
      file: snapshot.file,
      line,
      cells: byMeaning(cells, columns),
      columns,
      ideaAddress: cells[IDEA_ADDRESS],
      projectAddress: cells[PROJECT_ADDRESS],
    }),
};
