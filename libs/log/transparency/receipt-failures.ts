/** Why a receipt does not hold, in words for whoever holds it (04 §3.7). */
import type { Label, Labels } from '@fil/facts/codes/label';
import type { ReceiptFailure } from './receipt';

/** What was found. */
export const RECEIPT_FAILURES: Labels<ReceiptFailure> = {
  unreadable: {
    fr: 'Ce récépissé est illisible : il est incomplet, abîmé, ou ce n’est pas un récépissé.',
    en: 'This receipt cannot be read: it is incomplete, damaged, or not a receipt.',
  },
  unknownRegister: {
    fr: 'Ce récépissé vient d’un registre auquel votre fichier de confiance ne se fie pas.',
    en: 'This receipt comes from a register that your trust file does not know.',
  },
  signatureWrong: {
    fr: 'La signature ne correspond pas : ce texte n’est pas celui que le registre, ou l’un de ses témoins, a signé.',
    en: 'The signature does not match: this is not the text that the register, or one of its witnesses, has signed.',
  },
  tooFewWitnesses: {
    fr: 'Le registre a signé, mais trop peu de témoins ont confirmé cet état du registre.',
    en: 'The register has signed, but too few witnesses have confirmed this state of the register.',
  },
  notInRegister: {
    fr: 'Cette inscription ne figure pas, à cette place, dans l’état du registre qui est joint et signé.',
    en: 'This entry is not, at this place, in the signed state of the register that comes with it.',
  },
  openingDoesNotFit: {
    fr: 'L’inscription figure au registre, mais les mots montrés ici ne sont pas ceux qui y ont été scellés.',
    en: 'The entry is in the register, but the words shown here are not those that were sealed in it.',
  },
  oldState: {
    fr: 'Cet état du registre est ancien : rien ne montre que le registre le confirme encore.',
    en: 'This state of the register is old: nothing shows that the register still stands by it.',
  },
};

/** What to do then. */
export const WHAT_TO_DO: Labels<ReceiptFailure> = {
  unreadable: {
    fr: 'Reprenez le fichier d’origine, ou photographiez de nouveau le code, bien à plat.',
    en: 'Take the original file, or photograph the code again, quite flat.',
  },
  unknownRegister: {
    fr: 'Vérifiez le nom du registre sur le récépissé, et demandez au comité d’évaluation son fichier de confiance à jour.',
    en: 'Check the name of the register on the receipt, and ask the evaluation committee for its current trust file.',
  },
  signatureWrong: {
    fr: 'Portez le récépissé au comité d’évaluation.',
    en: 'Take the receipt to the evaluation committee.',
  },
  tooFewWitnesses: {
    fr: 'Un récépissé tout récent est confirmé en quelques minutes : demandez-en la version confirmée. S’il a plus d’un jour, portez-le au comité d’évaluation.',
    en: 'A recent receipt is confirmed within minutes: ask for its confirmed version. If it is more than a day old, take it to the evaluation committee.',
  },
  notInRegister: {
    fr: 'Portez le récépissé au comité d’évaluation.',
    en: 'Take the receipt to the evaluation committee.',
  },
  openingDoesNotFit: {
    fr: 'Comparez avec le texte que vous avez déposé, puis portez les deux au comité d’évaluation.',
    en: 'Compare with the text you handed in, then take both to the evaluation committee.',
  },
  oldState: {
    fr: 'Demandez l’état du registre à une autre adresse : celle d’un témoin, ou d’un comité qui en tient une copie.',
    en: 'Ask for the state of the register elsewhere: from a witness, or from a committee that keeps a copy.',
  },
};

/** Said with every failure. */
export const KEEP_THIS_RECEIPT: Label = {
  fr: 'Conservez ce récépissé : il peut être la preuve d’une faute.',
  en: 'Keep this receipt: it may be proof of misconduct.',
};
