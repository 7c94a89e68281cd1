/** What is asked of each entry for itself and beside those before it: 04 §2.4, §3.3, §3.4. */
import type { Label } from '@fil/facts/codes/label';
import type { Entry } from '@fil/log/transparency/entry';
import { readEntry } from '@fil/log/transparency/read-entry';
import { type TimeFinding, TimeRules, type WitnessedSize } from '@fil/log/transparency/time-rules';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { moment } from '../checks/instant';
import type { FindingLog } from './finding-log';
import { keyChange, type KeyChange } from './key-changes';
import { UuidTable } from './uuid-table';

const STREAM = /^[A-Za-z]+-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_LENGTH = 36;
const MOST_REVISIONS = 2 ** 32 - 1;

export class EntryChecks {
  private readonly ids = new UuidTable();
  /** By aggregate: an id is one object's among those of its kind. */
  private readonly revisions = new Map<string, UuidTable>();
  private readonly times: TimeRules;
  readonly keyChanges: KeyChange[] = [];

  /** @param origin of the log @param witnessed checkpoints that the quorum vouches for */
  constructor(
    private readonly origin: string,
    witnessed: readonly WitnessedSize[],
    private readonly log: FindingLog,
  ) {
    this.times = new TimeRules(witnessed);
  }

  /** @returns null, and says so, when the bytes are no entry */
  check(index: number, bytes: Buffer): Entry | null {
    let entry: Entry;
    try {
      entry = readEntry(bytes);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.fail('form', index, () => ({
        fr: `n’a pas la forme d’une inscription (${error.message})`,
        en: `has not the form of an entry (${error.message})`,
      }));
      return null;
    }
    const { log, id, stream, rev, at, type } = entry;
    if (log !== this.origin) {
      this.fail('origin', index, () => ({
        fr: `a été faite pour un autre registre, « ${log} »`,
        en: `was made for another register, "${log}"`,
      }));
    }
    this.checkId(index, id);
    this.checkRevision(index, stream, rev);
    for (const finding of this.times.check(index, at)) this.fail('time', index, () => claimed(finding));
    if (type.startsWith('log.') && this.keyChanges.length < MOST_KEY_CHANGES) {
      const change = keyChange(entry, index);
      if (change) this.keyChanges.push(change);
    }
    return entry;
  }

  private checkId(index: number, id: string): void {
    const before = this.ids.put(id, 0, index + 1);
    if (before === 0) return;
    this.fail('id', index, () => ({
      fr: `porte l’identifiant de l’inscription n° ${before - 1} (${id})`,
      en: `bears the id of entry no. ${before - 1} (${id})`,
    }));
  }

  private checkRevision(index: number, stream: string, rev: number): void {
    if (!STREAM.test(stream) || rev > MOST_REVISIONS) {
      this.fail('form', index, () => ({
        fr: `nomme un objet d’une forme inconnue (${stream.slice(0, 80)}, ${rev})`,
        en: `names an object of an unknown form (${stream.slice(0, 80)}, ${rev})`,
      }));
      return;
    }
    const aggregate = stream.slice(0, -UUID_LENGTH);
    let table = this.revisions.get(aggregate);
    if (!table) this.revisions.set(aggregate, (table = new UuidTable()));
    const before = table.put(stream, aggregate.length, rev);
    if (rev === before + 1) return;
    this.fail('revision', index, () => ({
      fr: `porte le numéro ${rev} de son objet (${stream}), alors que le numéro ${before + 1} devait venir`,
      en: `is number ${rev} of its object (${stream}), where number ${before + 1} was to come`,
    }));
  }

  private fail(check: string, index: number, said: () => Label): void {
    this.log.fail(check, () => {
      const { fr, en } = said();
      return { fr: `L’inscription n° ${index} ${fr}.`, en: `Entry no. ${index} ${en}.` };
    });
  }
}

const MOST_KEY_CHANGES = 100;

function claimed({ fault, claimed: at, bound }: TimeFinding): Label {
  const [says, limit] = [moment(at), moment(bound)];
  switch (fault) {
    case 'backDated':
      return {
        fr: `est antidatée : elle se dit du ${says.fr}, mais des témoins ont confirmé un état sans elle le ${limit.fr}`,
        en: `is back-dated: it claims ${says.en}, but witnesses confirmed a state without it on ${limit.en}`,
      };
    case 'postDated':
      return {
        fr: `est postdatée : elle se dit du ${says.fr}, mais des témoins ont confirmé un état avec elle le ${limit.fr}`,
        en: `is post-dated: it claims ${says.en}, but witnesses confirmed a state with it on ${limit.en}`,
      };
    case 'outOfOrder':
      return {
        fr: `se dit du ${says.fr}, alors qu’une inscription avant elle se dit du ${limit.fr}`,
        en: `claims ${says.en}, although an entry before it claims ${limit.en}`,
      };
  }
}
