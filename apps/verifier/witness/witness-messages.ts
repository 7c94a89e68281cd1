/** What a witness tells its operator while it runs. */
import type { Label } from '@fil/facts/codes/label';

export type WitnessMessage =
  | { readonly kind: 'cosigned'; readonly origin: string; readonly size: number }
  | { readonly kind: 'fork'; readonly origin: string; readonly size: number; readonly evidence: string }
  | { readonly kind: 'inconsistent'; readonly origin: string; readonly size: number; readonly old: number }
  | { readonly kind: 'clockBehind'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly reason: string };

export function witnessMessage(message: WitnessMessage): Label {
  switch (message.kind) {
    case 'cosigned':
      return {
        fr: `${message.origin} : contresigné à ${message.size} inscriptions.`,
        en: `${message.origin}: cosigned at ${message.size} entries.`,
      };
    case 'fork':
      return {
        fr: `ALERTE : ${message.origin} a signé deux états différents de ${message.size} inscriptions. Refusé. La preuve est conservée (${message.evidence}, à côté de l’état contresigné) : gardez-la et prévenez les autres témoins.`,
        en: `ALERT: ${message.origin} has signed two different states of ${message.size} entries. Refused. The proof is kept (${message.evidence}, beside the state that was cosigned): keep it and tell the other witnesses.`,
      };
    case 'inconsistent':
      return {
        fr: `${message.origin} : refusé. Rien ne prouve que l’état de ${message.size} inscriptions prolonge celui de ${message.old} déjà contresigné. Si cela se répète, demandez des explications à qui tient ce registre.`,
        en: `${message.origin}: refused. Nothing proves that the state of ${message.size} entries extends the one of ${message.old} that was cosigned. If this goes on, ask those who keep this register to explain.`,
      };
    case 'clockBehind':
      return {
        fr: `L’horloge de cette machine retarde de ${message.seconds} s sur la dernière contresignature : rien n’est contresigné. Réglez-la.`,
        en: `The clock of this machine is ${message.seconds} s behind the last cosignature: nothing is cosigned. Set it right.`,
      };
    case 'failed':
      return {
        fr: `Une demande n’a pas pu être traitée : ${message.reason}`,
        en: `A request could not be handled: ${message.reason}`,
      };
  }
}
