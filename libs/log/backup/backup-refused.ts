import type { Label } from '@fil/facts/codes/label';
import { ExplainedError } from '@fil/facts/kit/explained-error';

/** A backup cannot be made, or not restored, as it was asked: nothing was changed that could not be gone on with. */
export class BackupRefused extends ExplainedError {
  constructor(rule: string, explanation: Label, options?: ErrorOptions) {
    super(`backup.${rule}`, 'unprocessable', explanation, options);
  }
}

/** What is in a file is not what was backed up. Names the file and, where there is one, the place in it. */
export class BackupDamaged extends BackupRefused {
  constructor(file: string, reason: Label, place: Label = { fr: '', en: '' }) {
    super('damaged', {
      fr: `${file}${place.fr} : ${reason.fr}`,
      en: `${file}${place.en}: ${reason.en}`,
    });
  }

  /** @param index in the log */
  static entry(file: string, index: number, reason: Label): BackupDamaged {
    return new BackupDamaged(file, reason, { fr: `, inscription ${index}`, en: `, entry ${index}` });
  }

  /** @param line from 1 */
  static line(file: string, line: number, reason: Label): BackupDamaged {
    return new BackupDamaged(file, reason, { fr: `, ligne ${line}`, en: `, line ${line}` });
  }
}
