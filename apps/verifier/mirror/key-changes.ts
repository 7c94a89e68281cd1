/** Keys of the log that entries announce: whoever relies on a trust file learns here that it will need a newer one. */
import type { Entry } from '@fil/log/transparency/entry';
import { formatVkey, keyId, NOTE_KEY } from '@fil/log/transparency/keys';
import type { Policy } from '@fil/log/transparency/policy';
import { caution, type Finding, passed } from '../checks/finding';

export interface KeyChange {
  /** Of the entry. */
  readonly index: number;
  readonly at: string;
  readonly change: 'added' | 'retired';
  /** As a trust file writes it. */
  readonly vkey: string;
}

const CHANGES = [
  ['log.keyAdded/', 'added'],
  ['log.keyRetired/', 'retired'],
] as const;
const PUBLIC_KEY = /^[0-9a-f]{64}$/;

/** @returns null for an entry that tells nothing of a key */
export function keyChange({ type, log, at, data }: Entry, index: number): KeyChange | null {
  const change = CHANGES.find(([prefix]) => type.startsWith(prefix))?.[1];
  if (!change || typeof data.publicKey !== 'string' || !PUBLIC_KEY.test(data.publicKey)) return null;
  const publicKey = Buffer.from(data.publicKey, 'hex');
  const vkey = formatVkey({ name: log, type: NOTE_KEY, keyId: keyId(log, NOTE_KEY, publicKey), publicKey });
  return { index, at, change, vkey };
}

export function keyFindings(changes: readonly KeyChange[], policy: Policy | null): Finding[] {
  const known = new Set(policy?.logs.map(({ key }) => formatVkey(key)));
  return changes.map(({ index, change, vkey }) => {
    if (change === 'retired') {
      return passed('keyRetired', {
        fr: `À l’inscription n° ${index}, le registre annonce que cette clé ne signe plus : ${vkey}`,
        en: `With entry no. ${index} the register announces that this key no longer signs: ${vkey}`,
      });
    }
    if (known.has(vkey)) {
      return passed('keyAdded', {
        fr: `À l’inscription n° ${index}, le registre annonce cette clé, que votre fichier de confiance connaît : ${vkey}`,
        en: `With entry no. ${index} the register announces this key, which your trust file knows: ${vkey}`,
      });
    }
    return caution('keyAdded', {
      fr: `À l’inscription n° ${index}, le registre annonce une clé que votre fichier de confiance ne connaît pas : ${vkey} Demandez au comité d’évaluation s’il la reconnaît, et son fichier à jour.`,
      en: `With entry no. ${index} the register announces a key that your trust file does not know: ${vkey} Ask the evaluation committee whether it recognises it, and for its current file.`,
    });
  });
}
