/** Opening a checkpoint that somebody gave, and telling what was found. */
import type { Label } from '@fil/facts/codes/label';
import { openCheckpoint, type SignedCheckpoint } from '@fil/log/transparency/checkpoint';
import { confirmedBy, isWitnessed, type Policy, policyKeys, witnessedAt } from '@fil/log/transparency/policy';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { caution, detail, failed, type Finding, joined, passed } from './finding';
import { moment } from './instant';

export interface OpenedState {
  readonly findings: readonly Finding[];
  /** Null unless a log of the policy signed it. */
  readonly checkpoint: SignedCheckpoint | null;
}

/** @param name of what is opened, as a sentence begins: « Le second état » */
export function openState(note: string | Uint8Array, policy: Policy, name: Label): OpenedState {
  try {
    const opened = openCheckpoint(note, policyKeys(policy));
    if (!opened.ok) return { findings: [failed(REASONS[opened.reason].check, says(opened, name))], checkpoint: null };
    const { checkpoint } = opened;
    return {
      findings: [signedBy(checkpoint, name), confirmed(checkpoint, policy, name)],
      checkpoint,
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const said: Label = {
      fr: `${name.fr} est illisible : il est incomplet, abîmé, ou ce n’est pas un état de registre.`,
      en: `${name.en} cannot be read: it is incomplete, damaged, or not the state of a register.`,
    };
    return { findings: [failed('unreadable', joined(said, detail(error.message)))], checkpoint: null };
  }
}

const REASONS = {
  unknownOrigin: {
    check: 'unknownRegister',
    fr: 'vient d’un registre auquel votre fichier de confiance ne se fie pas',
    en: 'comes from a register that your trust file does not know',
  },
  notSigned: {
    check: 'signatureWrong',
    fr: 'n’est signé par aucune clé de ce registre que votre fichier de confiance connaît',
    en: 'is not signed with any key of this register that your trust file knows',
  },
  badSignature: {
    check: 'signatureWrong',
    fr: 'porte une signature fausse : ce n’est pas le texte que le registre, ou l’un de ses témoins, a signé',
    en: 'bears a wrong signature: it is not the text that the register, or one of its witnesses, has signed',
  },
} as const;

const says = (
  { reason, origin }: { readonly reason: keyof typeof REASONS; readonly origin: string },
  name: Label,
): Label => ({
  fr: `${name.fr} ${REASONS[reason].fr} (« ${origin} »).`,
  en: `${name.en} ${REASONS[reason].en} ("${origin}").`,
});

export const signedBy = ({ origin, size, logSignatures }: SignedCheckpoint, name: Label): Finding => {
  const keys = logSignatures.map(({ keyId }) => keyId).join(', ');
  return passed('signature', {
    fr: `${name.fr} est signé par le registre « ${origin} » (clé ${keys}). Il compte ${size} inscriptions.`,
    en: `${name.en} is signed by the register "${origin}" (key ${keys}). It has ${size} entries.`,
  });
};

/** *Recorded → confirmed by k of n*: 04 §3.7.2. */
export function confirmed(checkpoint: SignedCheckpoint, policy: Policy, name: Label): Finding {
  const by = confirmedBy(policy, checkpoint).map((witness) => witness.name);
  const of = policy.witnesses.length;
  if (policy.quorum === null) {
    return caution('witnesses', {
      fr: `${name.fr} n’a que la parole du registre : votre fichier de confiance ne demande aucun témoin.`,
      en: `${name.en} has the register’s word only: your trust file asks for no witness.`,
    });
  }
  const names = by.length > 0 ? ` (${by.join(', ')})` : '';
  const counted: Label = {
    fr: `${name.fr} est confirmé par ${by.length} témoin${by.length > 1 ? 's' : ''} sur ${of}${names}`,
    en: `${name.en} is confirmed by ${by.length} of ${of} witnesses${names}`,
  };
  if (!isWitnessed(policy, checkpoint)) {
    return failed('tooFewWitnesses', {
      fr: `${counted.fr} : c’est trop peu pour votre fichier de confiance.`,
      en: `${counted.en}: too few for your trust file.`,
    });
  }
  const since = moment(witnessedAt(policy, checkpoint)!);
  return passed('witnesses', { fr: `${counted.fr}, depuis le ${since.fr}.`, en: `${counted.en}, since ${since.en}.` });
}
