import type { Label } from '@fil/facts/codes/label';
import { WITNESS_USAGE } from '../witness/witness-command';

export const USAGE: Label = {
  fr: `fil-verify : vérifie hors ligne ce qu’un registre Fil rouge a donné. Rien n’est envoyé ni demandé au réseau.

fil-verify receipt <fichier> --policy <fichier> [--newer <état>] [--mirror <dossier>]
  un récépissé (.tlog-proof), le texte de son code QR, une promesse, un état signé, une preuve de faute
fil-verify states <état> <état> --policy <fichier> [--mirror <dossier>]
  deux états signés : l’un continue-t-il l’autre ?
fil-verify mirror <dossier> [--policy <fichier>] [--checkpoint <état>]… [--report <fichier>] [--measure]
  une copie entière du registre : empreintes, états signés, forme, ordre et dates de chaque inscription
fil-verify report <dossier> <rapport | data.json> [--policy <fichier>]
  les chiffres d’un rapport publié, recalculés depuis les inscriptions publiques d’une copie
${WITNESS_USAGE.fr}

  --policy      le fichier de confiance : clés du registre et des témoins (C2SP tlog-policy)
  --proof       où enregistrer la preuve, si le registre a signé deux histoires
  --lang fr|en  sinon la langue du terminal (LANG)

« - » lit l’entrée standard. Codes de retour : 0 tout est juste, 1 une vérification a échoué, 2 commande mal formée ou illisible.`,
  en: `fil-verify: checks offline what a Fil rouge register has given. Nothing is sent to the network or asked from it.

fil-verify receipt <file> --policy <file> [--newer <state>] [--mirror <folder>]
  a receipt (.tlog-proof), the text of its QR code, a promise, a signed state, a proof of misconduct
fil-verify states <state> <state> --policy <file> [--mirror <folder>]
  two signed states: does one continue the other?
fil-verify mirror <folder> [--policy <file>] [--checkpoint <state>]… [--report <file>] [--measure]
  a whole copy of the register: hashes, signed states, form, order and dates of every entry
fil-verify report <folder> <report | data.json> [--policy <file>]
  the figures of a published report, computed again from the public entries of a copy
${WITNESS_USAGE.en}

  --policy      the trust file: keys of the register and of the witnesses (C2SP tlog-policy)
  --proof       where to save the proof, should the register have signed two histories
  --lang fr|en  otherwise the language of the terminal (LANG)

"-" reads the standard input. Exit codes: 0 everything is right, 1 a check failed, 2 ill-formed command or unreadable.`,
};
