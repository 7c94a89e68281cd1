import type { NewJob } from './job';

/** A job that carries what does not belong in the table: the fault of whoever wrote the process, not of a reader. */
export class JobRefused extends Error {}

const NAME = /^[a-z][a-z0-9-]{0,59}$/;
/** Ids, codes and dates. No space and no "@": neither a sentence, nor a name, nor an address of mail gets through. */
const TOKEN = /^[\w.:/+~=-]{0,200}$/;

/** @throws {JobRefused} */
export function checkJob({ name, key, lane, data = {}, runAt, maxAttempts = 1 }: NewJob): void {
  if (!NAME.test(name)) throw new JobRefused(`"${name}" is not a name of job: lower-case letters, digits and hyphens`);
  if (key === '' || !TOKEN.test(key))
    throw new JobRefused(`the key of a job "${name}" is empty, too long, or not an id`);
  if (lane === '' || (lane !== undefined && !TOKEN.test(lane)))
    throw new JobRefused(`job ${key}: the lane is not an id`);
  if (runAt && Number.isNaN(runAt.getTime())) throw new JobRefused(`job ${key}: runAt is no date`);
  if (!Number.isInteger(maxAttempts) || maxAttempts < 1) throw new JobRefused(`job ${key}: maxAttempts is at least 1`);
  for (const [field, value] of Object.entries(data)) {
    const fits =
      value === null ||
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isFinite(value)) ||
      (typeof value === 'string' && TOKEN.test(value));
    // The value stays out of the message, which is logged: it may be just what does not belong there.
    if (!fits) throw new JobRefused(`job ${key}: "${field}" carries more than an id, a code, a date or a number`);
  }
}
