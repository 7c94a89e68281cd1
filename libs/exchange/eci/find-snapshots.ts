import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ImportRefused } from '../refused-by-register';
import type { EciSnapshot } from './eci-rows';

const INITIATIVES = /^eci_initiatives_(\d{4}-\d{2}-\d{2})_[\d-]+\.csv$/;
const ANSWERS = /^eci_merger_responses_and_followup_(\d{4}-\d{2}-\d{2})_[\d-]+\.csv$/;

/**
 * States of the register in a folder and its subfolders, each a pair of tables in one folder, the oldest first.
 *
 * @throws ImportRefused when there is none
 */
export async function findSnapshots(folder: string): Promise<EciSnapshot[]> {
  const found: EciSnapshot[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw nothingIn(folder);
  });
  const folders = [folder, ...entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))];
  for (const one of folders) {
    const names = await readdir(one);
    const initiatives = latest(names, INITIATIVES);
    const answers = latest(names, ANSWERS);
    if (!initiatives || !answers) continue;
    found.push({
      name: initiatives.takenOn,
      initiatives: { path: relative(folder, join(one, initiatives.name)), takenOn: initiatives.takenOn },
      answers: { path: relative(folder, join(one, answers.name)), takenOn: answers.takenOn },
    });
  }
  if (found.length === 0) throw nothingIn(folder);
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

function latest(names: readonly string[], pattern: RegExp): { name: string; takenOn: string } | undefined {
  return names
    .flatMap((name) => {
      const takenOn = pattern.exec(name)?.[1];
      return takenOn === undefined ? [] : [{ name, takenOn }];
    })
    .sort((a, b) => a.takenOn.localeCompare(b.takenOn))
    .at(-1);
}

const nothingIn = (folder: string): ImportRefused =>
  new ImportRefused({
    fr: `Le dossier « ${folder} » ne contient pas les tables de l’initiative citoyenne européenne : « eci_initiatives_AAAA-MM-JJ_….csv » et « eci_merger_responses_and_followup_AAAA-MM-JJ_….csv ».`,
    en: `The folder "${folder}" does not hold the tables of the European Citizens’ Initiative: "eci_initiatives_YYYY-MM-DD_….csv" and "eci_merger_responses_and_followup_YYYY-MM-DD_….csv".`,
  });
