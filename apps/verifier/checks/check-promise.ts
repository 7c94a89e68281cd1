/** The signed promise given at deposit: what it says, and whether it was kept. */
import type { SignedCheckpoint } from '@fil/log/transparency/checkpoint';
import { secondsOf } from '@fil/log/transparency/entry-forms';
import { fingerprint } from '@fil/log/transparency/fingerprint';
import { type Policy, witnessedAt } from '@fil/log/transparency/policy';
import { type InclusionPromise, openPromise, parsePromise, promiseKeyName } from '@fil/log/transparency/promise';
import { parseNote } from '@fil/log/transparency/signed-note';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { adviceOn } from './advice';
import { asIs, caution, detail, failed, type Finding, joined, passed, type Verdict } from './finding';
import { moment } from './instant';

/** What a copy of the register says about the entry that was promised. */
export interface Kept {
  readonly checkpoint: SignedCheckpoint;
  /** From 0; null: the copy does not have it. */
  readonly index: number | null;
}

export interface CheckPromise {
  readonly policy: Policy;
  /** Seconds since 1970. */
  readonly now: number;
  /** Looks for the entry in a verified copy, where one is at hand. */
  readonly find?: (leaf: Buffer) => Promise<Kept | null>;
}

/** @param text of the note; its key stands in the policy, as that of a log with the name of the promises */
export async function checkPromise(text: string, { policy, now, find }: CheckPromise): Promise<Verdict> {
  let promise: InclusionPromise;
  const findings: Finding[] = [];
  try {
    promise = parsePromise(parseNote(text).text);
    findings.push(signatureFinding(text, promise, policy));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const unread = [failed('unreadable', joined(UNREADABLE, detail(error.message)))];
    return { findings: unread, shown: [], forks: [], advice: adviceOn(unread) };
  }
  if (findings.every(({ outcome }) => outcome === 'passed')) {
    findings.push(keptFinding(promise, policy, now, (await find?.(promise.leaf)) ?? null));
  }
  const shown = [
    { name: { fr: 'Registre', en: 'Register' }, value: asIs(promise.origin) },
    { name: { fr: 'Événement', en: 'Event' }, value: asIs(promise.event) },
    { name: { fr: 'Empreinte', en: 'Fingerprint' }, value: asIs(fingerprint(promise.leaf)) },
    { name: { fr: 'Acceptée le', en: 'Accepted on' }, value: moment(secondsOf(promise.acceptedAt)) },
    {
      name: { fr: 'À inscrire au plus tard le', en: 'To be recorded by' },
      value: moment(secondsOf(promise.includedBy)),
    },
  ];
  return { findings, shown, forks: [], advice: adviceOn(findings) };
}

const UNREADABLE = {
  fr: 'Cette promesse est illisible : elle est incomplète, abîmée, ou ce n’est pas une promesse.',
  en: 'This promise cannot be read: it is incomplete, damaged, or not a promise.',
};

function signatureFinding(text: string, { origin }: InclusionPromise, policy: Policy): Finding {
  const names = policy.logs.map(({ key }) => key.name);
  const keys = policy.logs.filter(({ key }) => key.name === promiseKeyName(origin));
  // The key of promises alone says nothing: the register must be one that is trusted for what it promises.
  if (!names.includes(origin) || keys.length === 0) {
    return failed('unknownRegister', {
      fr: `Votre fichier de confiance n’a pas la clé des promesses de ce registre (« ${promiseKeyName(origin)} »).`,
      en: `Your trust file does not have the key of this register’s promises ("${promiseKeyName(origin)}").`,
    });
  }
  // During a change of keys there are two.
  return keys.some(({ key }) => openPromise(text, key, origin).ok)
    ? passed('signature', {
        fr: `Le registre « ${origin} » a signé cette promesse.`,
        en: `The register "${origin}" has signed this promise.`,
      })
    : failed('signatureWrong', {
        fr: 'La signature ne correspond pas : ce n’est pas le texte que le registre a signé.',
        en: 'The signature does not match: this is not the text that the register signed.',
      });
}

function keptFinding(promise: InclusionPromise, policy: Policy, now: number, kept: Kept | null): Finding {
  const due = secondsOf(promise.includedBy);
  if (kept === null) return now <= due ? WAIT : ASK_FOR_RECEIPT;
  if (kept.index !== null) {
    return passed('promiseKept', {
      fr: `La promesse est tenue : c’est l’inscription n° ${kept.index} du registre.`,
      en: `The promise is kept: it is entry no. ${kept.index} of the register.`,
    });
  }
  const since = witnessedAt(policy, kept.checkpoint);
  if (since === null || since <= due) return NOT_YET_THERE;
  const at = moment(since);
  return failed('promiseBroken', {
    fr: `La promesse n’est pas tenue : l’inscription n’est pas dans l’état du registre que les témoins ont confirmé le ${at.fr}, après le délai promis.`,
    en: `The promise is broken: the entry is not in the state of the register that the witnesses confirmed on ${at.en}, after the time promised.`,
  });
}

const WAIT = caution('promiseOpen', {
  fr: 'Le délai promis court encore. Demandez ensuite le récépissé, qui prouve l’inscription.',
  en: 'The time promised has not passed. Ask afterwards for the receipt, which proves the entry.',
});
const ASK_FOR_RECEIPT = caution('promiseOpen', {
  fr: 'Le délai promis est passé : demandez le récépissé. S’il n’existe pas, une copie du registre prouve que la promesse n’est pas tenue ; gardez ce papier.',
  en: 'The time promised has passed: ask for the receipt. If there is none, a copy of the register proves that the promise was broken; keep this paper.',
});
const NOT_YET_THERE = caution('promiseOpen', {
  fr: 'L’inscription n’est pas dans cette copie du registre, qui n’est pas confirmée au-delà du délai promis. Vérifiez avec une copie plus récente.',
  en: 'The entry is not in this copy of the register, which is not confirmed beyond the time promised. Check with a later copy.',
});
