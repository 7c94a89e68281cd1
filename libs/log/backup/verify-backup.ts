/** Whether the files of a backup are those that were written, without a database. */
import { filesOf } from './backup-directory';
import { keysOf } from './keys-file';
import { bundlesOf } from './layout';
import { besideNames, checkListed, checkShape, readBundle } from './listed-files';
import { type Manifest, manifestOf } from './manifest';

export interface VerifiedBackup {
  readonly manifest: Manifest;
  /** Files that a run which was interrupted left: they are no part of the backup. */
  readonly leftOver: number;
}

/**
 * @param progress bundles read, of how many
 * @throws BackupRefused, BackupDamaged naming the first file that is not right
 */
export async function verifyBackup(
  directory: string,
  keysFile: string | null,
  progress: (done: number, of: number) => void,
): Promise<VerifiedBackup> {
  const { manifest } = await manifestOf(directory);
  checkShape(manifest);
  for (const { file } of Object.values(manifest.tables)) await checkListed(directory, manifest, file);
  const beside = besideNames(manifest);
  const bundles = bundlesOf(manifest.size);
  for (let bundle = 0; bundle < bundles; bundle++) {
    await readBundle(directory, manifest, bundle, beside[bundle]!);
    progress(bundle + 1, bundles);
  }
  if (keysFile !== null) await keysOf(keysFile, manifest.register.origin);
  let leftOver = 0;
  for await (const name of filesOf(directory)) if (!(name in manifest.files)) leftOver++;
  return { manifest, leftOver };
}
