import type { Pool } from 'pg';
import type { Label } from '@fil/facts/codes/label';
import { auditTree } from '../../checkpoints/audit-tree';
import { LogDamaged } from '../../checkpoints/damage';
import type { KeyFile } from '../../checkpoints/key-file';
import { lastSigned } from '../../checkpoints/kept-checkpoints';
import type { LockStore } from '../../checkpoints/lock-store.port';
import { readAnnouncedKeys } from '../../checkpoints/signing-keys';
import { lookAtSigning, type SigningLook } from '../../checkpoints/signing-look';
import { WHAT_TO_DO } from '../../checkpoints/what-to-do';
import { formatVkey } from '../../transparency/keys';
import { parseCheckpoint } from '../../transparency/checkpoint';
import { parseNote } from '../../transparency/signed-note';
import { Unreadable } from '../../transparency/unreadable';
import type { Check } from '../check';
import { fault, figure, type Finding, ok, plain, warning } from '../finding';

export interface SigningSettings {
  readonly pool: Pool;
  readonly keys: KeyFile;
  readonly lockStore: LockStore;
  /** Nobody has said where the lock store is to be, and it should matter to somebody. */
  readonly lockStoreUnchosen: boolean;
  /** Names of the witnesses that are asked. */
  readonly witnesses: readonly string[];
  /** The whole tree, and every checkpoint. */
  readonly deep: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Milliseconds that entries may wait for a signature. */
const LONGEST_WAIT = 60_000;
/** Somewhat more than the hour after which a checkpoint is published anew. */
const LONGEST_SILENCE = 5_400_000;
const A_DAY = 86_400_000;

/** Whether the log is signed, and what is needed for it stands where it should. */
export const signingCheck = (settings: SigningSettings): Check => ({
  name: 'signing',
  title: { fr: 'Signatures du registre', en: 'Signatures of the log' },
  look: async () => {
    const look = await lookAtSigning(settings.pool);
    return [
      ...ofAlarms(look),
      ...ofCheckpoint(look),
      ...(await ofKeys(settings)),
      ...(await ofLockStore(settings, look.size)),
      ...ofWitnesses(settings.witnesses, look),
      ...(settings.deep ? [await ofTree(settings)] : []),
    ];
  },
});

const ofAlarms = ({ alarms }: SigningLook): Finding[] =>
  alarms.map(({ kind, detail }) =>
    fault(`signing.${kind}`, {
      title: { fr: 'Le registre n’est plus signé', en: 'The log is no longer signed' },
      detail: plain(detail),
      whatToDo: WHAT_TO_DO[kind],
    }),
  );

const START: Label = {
  fr: 'Démarrez le programme « worker », ou « npm start » si un seul programme fait tout ; s’il tourne, son journal dit ce qui l’arrête.',
  en: 'Start the program "worker", or "npm start" where one program does everything; if it runs, its log says what stops it.',
};

function ofCheckpoint({ size, published }: SigningLook): Finding[] {
  if (published === null) {
    if (size === 0) return [];
    return [
      warning('signing.never', {
        title: { fr: 'Le registre n’a encore jamais été signé', en: 'The log was never signed yet' },
        whatToDo: START,
      }),
    ];
  }
  const age = Date.now() - published.at.getTime();
  const waiting = size - published.size;
  const [signed, left] = [figure(published.size), figure(waiting)];
  const since = `${published.at.toISOString().slice(0, 16)}Z`;
  const late = (waiting > 0 && age > LONGEST_WAIT) || age > LONGEST_SILENCE;
  const detail = {
    fr: `${signed.fr} inscriptions signées, publiées le ${since} ; en attente : ${left.fr}`,
    en: `${signed.en} entries signed, published on ${since}; waiting: ${left.en}`,
  };
  if (!late) return [ok('signing.current', { fr: 'Registre signé', en: 'Log signed' }, detail)];
  return [
    warning('signing.late', {
      title: { fr: 'La dernière signature est ancienne', en: 'The last signature is old' },
      detail,
      whatToDo: START,
    }),
  ];
}

async function ofKeys({ pool, keys }: SigningSettings): Promise<Finding[]> {
  const [open, held, announced] = [await keys.isOpenToOthers(), await keys.read(), await readAnnouncedKeys(pool)];
  const active = announced.filter(({ retiredAt }) => retiredAt === null);
  if (open === true) {
    return [
      fault('signing.keyOpen', {
        title: {
          fr: 'D’autres comptes peuvent lire la clé qui signe',
          en: 'Other accounts can read the key that signs',
        },
        detail: plain(keys.path),
        whatToDo: {
          fr: `chmod 600 ${keys.path} ; si quelqu’un a pu la lire, changez-la : « fil log keys add », puis « fil log keys retire ».`,
          en: `chmod 600 ${keys.path}; if somebody may have read it, change it: "fil log keys add", then "fil log keys retire".`,
        },
      }),
    ];
  }
  if (active.length === 0) return [];
  if (held.some((key) => active.some(({ vkey }) => vkey === formatVkey(key))))
    return [ok('signing.key', { fr: 'Clé de signature en place', en: 'Signing key in place' }, plain(keys.path))];
  return [
    warning('signing.keyElsewhere', {
      title: { fr: 'La clé qui signe n’est pas sur cette machine', en: 'The key that signs is not on this machine' },
      detail: plain(keys.path),
      whatToDo: {
        fr: 'C’est normal si un programme signe ailleurs. Sinon, remettez ce fichier de sa copie, ou indiquez FIL_LOG_KEY ; s’il est perdu : « fil log keys add », puis retirez l’ancienne.',
        en: 'This is as it should be if a program signs elsewhere. Else put that file back from its copy, or set FIL_LOG_KEY; if it is lost: "fil log keys add", then retire the old one.',
      },
    }),
  ];
}

async function ofLockStore({ pool, lockStore, lockStoreUnchosen }: SigningSettings, size: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (lockStoreUnchosen) {
    findings.push(
      warning('signing.lockStoreBeside', {
        title: {
          fr: 'Le dernier point de contrôle est gardé sur le même disque que la base',
          en: 'The last checkpoint is kept on the same disk as the database',
        },
        detail: plain(lockStore.place),
        whatToDo: {
          fr: 'Indiquez dans FIL_LOCK_STORE un dossier sur un autre stockage, jamais restauré avec la base : c’est lui qui fait reconnaître une base trop ancienne. Copiez-y d’abord celui-ci.',
          en: 'Name in FIL_LOCK_STORE a folder on other storage that is never restored with the database: it is what finds out a database that is too old. Copy this one there first.',
        },
      }),
    );
  }
  const locked = await lockStore.read();
  if (locked === null) {
    if ((await lastSigned(pool)) === null) return findings;
    findings.push(
      warning('signing.lockStoreEmpty', {
        title: {
          fr: 'Aucun point de contrôle n’est gardé hors de la base',
          en: 'No checkpoint is kept apart from the database',
        },
        detail: plain(lockStore.place),
        whatToDo: {
          fr: 'C’est normal si un programme signe ailleurs. Sinon, vérifiez FIL_LOCK_STORE : sans ce dossier, une base trop ancienne ne serait pas reconnue.',
          en: 'This is as it should be if a program signs elsewhere. Else check FIL_LOCK_STORE: without that folder, a database that is too old would not be found out.',
        },
      }),
    );
    return findings;
  }
  const head = sizeOf(locked.note);
  if (head === null || head > size) {
    findings.push(
      fault('signing.lockStoreAhead', {
        title:
          head === null
            ? {
                fr: 'Ce qui est gardé hors de la base n’est pas un point de contrôle',
                en: 'What is kept apart from the database is not a checkpoint',
              }
            : {
                fr: 'La base est plus ancienne que ce qui a été signé',
                en: 'The database is older than what was signed',
              },
        detail: plain(lockStore.place),
        whatToDo: WHAT_TO_DO.behind,
      }),
    );
  }
  return findings;
}

function sizeOf(note: string): number | null {
  try {
    return parseCheckpoint(parseNote(note).text).size;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

const ofWitnesses = (names: readonly string[], { published, witnesses }: SigningLook): Finding[] =>
  names.flatMap((name) => {
    const seen = witnesses.find(({ witness }) => witness === name);
    if (published === null || (seen && Date.now() - seen.at.getTime() < A_DAY)) return [];
    return warning('signing.witness', {
      title: {
        fr: `Le témoin ${name} n’a rien confirmé depuis plus d’un jour`,
        en: `The witness ${name} has confirmed nothing for more than a day`,
      },
      whatToDo: {
        fr: 'Demandez à qui le tient s’il répond, et vérifiez son adresse dans FIL_WITNESSES.',
        en: 'Ask whoever runs it whether it answers, and check its address in FIL_WITNESSES.',
      },
    });
  });

async function ofTree({ pool, onProgress }: SigningSettings): Promise<Finding> {
  try {
    const { size, checkpoints } = await auditTree(pool, onProgress);
    const [entries, signed] = [figure(size), figure(checkpoints)];
    return ok(
      'signing.tree',
      { fr: 'L’arbre suit des inscriptions', en: 'The tree follows from the entries' },
      {
        fr: `${entries.fr} inscriptions, ${signed.fr} points de contrôle comparés`,
        en: `${entries.en} entries, ${signed.en} checkpoints compared`,
      },
    );
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    return fault('signing.tree', {
      title: {
        fr: 'Ce qui a été signé n’est plus ce que contient la base',
        en: 'What was signed is no longer what the database holds',
      },
      detail: plain(error.message),
      whatToDo: WHAT_TO_DO[error.kind],
    });
  }
}
