/** The record of the founding workshop, where it is: FIL_SHARED_DATA, or ../shared/data beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface WorkshopLine {
  /** From 1. */
  readonly ligne: string;
  readonly defi: string;
  readonly rubrique: string;
  readonly texte: string;
  /** Empty, or how it hangs on the line above. */
  readonly relation: string;
}

const shared = process.env['FIL_SHARED_DATA'] ?? resolve(__dirname, '../../../shared/data');
const folder = join(shared, 'atelier-nantes-2025');

export const workshopRecord = {
  there: existsSync(folder),
  why: `Not run: the record of the founding workshop is not in ${folder} (FIL_SHARED_DATA names another place).\n`,
  lines: (): WorkshopLine[] => parse(readFileSync(join(folder, 'contributions.csv')), { columns: true, bom: true }),
  minutes: (): Buffer => readFileSync(join(folder, 'compte-rendu.txt')),
};
