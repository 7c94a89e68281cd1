/** Whether a state that was signed earlier is still part of what the register shows. */
import type { SignedCheckpoint } from '@fil/log/transparency/checkpoint';
import { provesFork } from '@fil/log/transparency/misconduct';
import { type Policy, witnessedAt } from '@fil/log/transparency/policy';
import { caution, failed, type Finding, passed, type Verdict } from './finding';
import { moment } from './instant';

const A_DAY = 24 * 60 * 60;

/**
 * @param path from the smaller to the larger of them; may be empty
 */
export function linkStates(
  a: SignedCheckpoint,
  b: SignedCheckpoint,
  path: readonly Buffer[],
): Pick<Verdict, 'findings' | 'forks'> {
  const [older, newer] = a.size <= b.size ? [a, b] : [b, a];
  const found = provesFork(older, newer, path);
  switch (found.kind) {
    case 'consistent':
      return {
        findings: [
          passed('consistency', {
            fr: `L’état à ${newer.size} inscriptions ne fait que continuer celui à ${older.size} : rien n’y a été changé, retiré ni inséré.`,
            en: `The state at ${newer.size} entries only continues the one at ${older.size}: nothing in it was changed, taken out or put in.`,
          }),
        ],
        forks: [],
      };
    case 'fork':
      return {
        findings: [
          failed('fork', {
            fr: `Le registre a signé deux histoires : l’état à ${older.size} inscriptions ne fait pas partie de celui à ${newer.size}. C’est la preuve d’une faute, que chacun peut vérifier.`,
            en: `The register has signed two histories: the state at ${older.size} entries is no part of the one at ${newer.size}. This is proof of misconduct, which anyone can check.`,
          }),
        ],
        forks: [found],
      };
    case 'otherLogs':
      return {
        findings: [
          failed('unknownRegister', {
            fr: `Ces deux états viennent de deux registres : « ${older.origin} » et « ${newer.origin} ».`,
            en: `These two states come from two registers: "${older.origin}" and "${newer.origin}".`,
          }),
        ],
        forks: [],
      };
    case 'unproved':
      return { findings: [path.length > 0 ? notALink(older, newer) : noLink(older, newer)], forks: [] };
  }
}

const noLink = (older: SignedCheckpoint, newer: SignedCheckpoint): Finding =>
  caution('consistency', {
    fr: `Rien de ce qui a été donné ne relie l’état à ${older.size} inscriptions à celui à ${newer.size} : demandez au registre la preuve de l’un à l’autre, ou vérifiez avec une copie du registre.`,
    en: `Nothing that was given links the state at ${older.size} entries to the one at ${newer.size}: ask the register for the proof from one to the other, or check with a copy of the register.`,
  });

const notALink = (older: SignedCheckpoint, newer: SignedCheckpoint): Finding =>
  failed('consistency', {
    fr: `La preuve donnée ne relie pas l’état à ${older.size} inscriptions à celui à ${newer.size}. À elle seule, elle n’accuse personne : elle peut être celle d’autres états. Une copie du registre tranchera.`,
    en: `The proof that was given does not link the state at ${older.size} entries to the one at ${newer.size}. By itself it accuses nobody: it may be that of other states. A copy of the register will tell.`,
  });

/** @param now seconds since 1970 */
export function ageOf(checkpoint: SignedCheckpoint, policy: Policy, now: number): Finding[] {
  const since = witnessedAt(policy, checkpoint);
  if (since === null) return [];
  const at = moment(since);
  const said = {
    fr: `L’état du registre est celui du ${at.fr}`,
    en: `The state of the register is that of ${at.en}`,
  };
  if (now - since <= A_DAY) return [passed('freshness', { fr: `${said.fr}.`, en: `${said.en}.` })];
  return [
    caution('oldState', {
      fr: `${said.fr} : il a plus d’un jour. Rien ne montre que le registre le confirme encore.`,
      en: `${said.en}: it is more than a day old. Nothing shows that the register still stands by it.`,
    }),
  ];
}
