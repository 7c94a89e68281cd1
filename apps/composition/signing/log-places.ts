import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { FileLockStore } from '@fil/log/checkpoints/file-lock-store';
import { KeyFile } from '@fil/log/checkpoints/key-file';
import type { LockStore } from '@fil/log/checkpoints/lock-store.port';
import { parsePolicy, type Policy } from '@fil/log/transparency/policy';
import { promiseKeyName } from '@fil/log/transparency/promise';
import type { Settings } from '../settings';

type Placed = Pick<Settings, 'dataDir' | 'signing'>;

/** An origin has letters, digits, `.`, `-`, `_`, `~` and slashes. The file says itself whose it is. */
const fileName = (origin: string): string => origin.replaceAll('/', '_');

/** Where the key stands that signs this register's checkpoints. */
export const keyFileOf = ({ dataDir, signing }: Placed, origin: string): KeyFile =>
  new KeyFile(signing.keyFile ?? join(dataDir, 'keys', `${fileName(origin)}.key`), origin);

/** Where the key of promises stands: whoever answers deposits needs it, and never that of checkpoints. */
export const promiseKeyFileOf = (settings: Placed, origin: string): KeyFile =>
  new KeyFile(
    settings.signing.promiseKeyFile ?? keyFileOf(settings, origin).path.replace(/(\.key)?$/, '.promises.key'),
    promiseKeyName(origin),
  );

/** Beside the data by default: a folder of data that is put back whole must not bring it along. */
export const lockStoreOf = ({ dataDir, signing }: Placed, origin: string): LockStore =>
  new FileLockStore(join(signing.lockStore ?? `${dataDir}-lock`, fileName(origin)));

/** Of the witnesses that are asked to cosign; null when none are. @throws ExplainedError when its file cannot be read */
export function policyOf({ signing: { witnesses } }: Pick<Settings, 'signing'>): Policy | null {
  if (witnesses === undefined) return null;
  try {
    return parsePolicy(readFileSync(witnesses));
  } catch (error) {
    throw unreadable(witnesses, (error as Error).message);
  }
}

const unreadable = (path: string, why: string): ExplainedError =>
  new ExplainedError('settings.witnesses', 'unprocessable', {
    fr: `La liste des témoins (FIL_WITNESSES, ${path}) ne peut pas être lue : ${why}. Corrigez-la, puis redémarrez.`,
    en: `The list of witnesses (FIL_WITNESSES, ${path}) cannot be read: ${why}. Mend it, then start again.`,
  });
