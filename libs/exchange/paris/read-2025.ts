import { interpretCells, type ProjectCell } from './interpret-cells';
import type { Snapshot } from './project-row';
import { byMeaning, type SnapshotFormat } from './snapshot-format';

const snapshot: Snapshot = { name: '2025', file: 'derived/bp_projects_2025.csv', takenOn: '2025-12-02' };

const columns = {
  id: 'identifiant_projet_gagnant',
  edition: 'edition',
  title: 'titre_projet_gagnant',
  theme: 'thematique',
  department: 'direction_pilote_projet',
  budget: 'budget_global_projet_gagnant',
  scale: 'echelle_bp',
  address: 'adresse_projet_gagnant',
  district: 'arrondissement_projet_gagnant',
  standing: 'avancement_projet',
  studies: 'debut_etudes_projet',
  procedures: 'lancement_procedure_projet',
  works: 'lancement_travaux_projet',
  planned: 'livraison_prev_projet',
  opened: 'ouverture_projet',
} as const satisfies Record<ProjectCell, string>;

/** The laureate projects of December 2025: commas, other column names, words where nothing is known, no addresses. */
export const FORMAT_2025: SnapshotFormat = {
  snapshot,
  shape: { delimiter: ',', columns: Object.values(columns) },
  columns,
  notTakenOver: ['projet_q_pop', 'budget_intervalle'],
  interpret: ({ line, cells }) =>
    interpretCells({ file: snapshot.file, line, cells: byMeaning(cells, columns), columns }),
};
