/** Puts rows back, a few at a time, each with the count of what is written: stopped anywhere, it goes on from there. */
import { type Client, DatabaseError } from 'pg';
import { BackupDamaged } from './backup-refused';
import type { Engine } from './manifest';
import { inOneGo } from './owner-connection';
import { keepRows, readProgress } from './restoring';
import { insertRows, readTableHead, setSequences, type TableHead } from './table-rows';

const AT_A_TIME = 500;
/** SQLSTATE of data and constraints, and of a column that is not there: not of a server that went away. */
const MISFIT = /^(?:2[23]|42)/;

/**
 * @param lines of one or more tables, as `tableLines` gave them
 * @param file they come from, for what is said when they do not fit
 * @param engine that is to hold the events: tables of another one are left out
 */
export async function restoreTables(
  client: Client,
  lines: AsyncIterable<string>,
  { file, engine, firstLine }: { file: string; engine: Engine; firstLine: number },
): Promise<void> {
  const { rows: written } = await readProgress(client);
  let head: TableHead | null = null;
  let read = 0;
  let place = firstLine - 1;
  let pending: string[] = [];
  const wanted = (table: TableHead): boolean => table.engine === null || table.engine === engine;
  const write = async (table: TableHead): Promise<void> => {
    const batch = pending;
    pending = [];
    if (batch.length > 0) {
      await inOneGo(client, async () => {
        await insertRows(client, table, batch);
        await keepRows(client, table.table, read);
      }).catch((error: unknown) => {
        if (!(error instanceof DatabaseError) || !MISFIT.test(error.code ?? '')) throw error;
        throw BackupDamaged.line(file, place, {
          fr: `ces lignes n’entrent pas dans ${table.table} (${error.message}).`,
          en: `these rows do not fit into ${table.table} (${error.message}).`,
        });
      });
    }
    if (read === table.rows && wanted(table)) await setSequences(client, table);
  };
  for await (const line of lines) {
    place++;
    if (head === null || read === head.rows) {
      head = readTableHead(line, file, place);
      read = 0;
      continue;
    }
    read++;
    if (wanted(head) && read > (written[head.table] ?? 0)) pending.push(line);
    if (pending.length === AT_A_TIME || read === head.rows) await write(head);
  }
  if (head === null || read === head.rows) return;
  throw BackupDamaged.line(file, place, {
    fr: `il manque des lignes de ${head.table} : ${read} sur ${head.rows}.`,
    en: `rows of ${head.table} are missing: ${read} of ${head.rows}.`,
  });
}
