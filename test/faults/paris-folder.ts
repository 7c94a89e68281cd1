import { existsSync } from 'node:fs';
import { join } from 'node:path';

const shared = process.env['FIL_SHARED_DATA'] ?? join(__dirname, '../../../shared/data');
const folder = join(shared, 'paris-budget-participatif');

/** Null where the data are not: what needs them is then skipped, and says so. */
export const parisFolder = existsSync(join(folder, 'bp_projets_gagnants_2024-04.csv')) ? folder : null;

export const WITHOUT_PARIS = `The data of Paris are not in ${folder}: set FIL_SHARED_DATA to the folder that holds paris-budget-participatif.`;
