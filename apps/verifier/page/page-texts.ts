/** What the page says, by the names that its document uses. */
import type { Label } from '@fil/facts/codes/label';

export const PAGE_TEXTS = {
  title: { fr: 'Vérifier un récépissé du registre', en: 'Check a receipt of the register' },
  intro: {
    fr: 'Cette page vérifie seule, sans réseau : rien de ce que vous y mettez n’est envoyé. Elle dit si un récépissé, une promesse ou un état du registre tient, et sinon ce qui ne tient pas.',
    en: 'This page checks by itself, without a network: nothing you put here is sent. It says whether a receipt, a promise or a state of the register holds, and if not, what does not.',
  },
  trust: { fr: '1. À qui se fier', en: '1. Whom to trust' },
  trustHint: {
    fr: 'Le fichier de confiance dit de qui une signature compte : le registre et ses témoins. Demandez-le à un comité d’évaluation, non à l’institution.',
    en: 'The trust file says whose signature counts: the register and its witnesses. Ask an evaluation committee for it, not the institution.',
  },
  trustFile: { fr: 'Fichier de confiance', en: 'Trust file' },
  trustText: { fr: 'ou son texte', en: 'or its text' },
  paper: { fr: '2. Ce que vous voulez vérifier', en: '2. What you want to check' },
  paperHint: {
    fr: 'Un récépissé (.tlog-proof), le texte lu dans son code QR, une promesse, un état signé, une preuve de faute.',
    en: 'A receipt (.tlog-proof), the text read from its QR code, a promise, a signed state, a proof of misconduct.',
  },
  paperFile: { fr: 'Fichier', en: 'File' },
  paperText: { fr: 'ou son texte', en: 'or its text' },
  newer: { fr: '3. Un autre état du registre (facultatif)', en: '3. Another state of the register (optional)' },
  newerHint: {
    fr: 'Un état signé plus récent, avec la preuve qui y mène si vous l’avez : la page dit alors si rien n’a été changé depuis.',
    en: 'A later signed state, with the proof that leads to it if you have it: the page then says whether anything was changed since.',
  },
  newerFile: { fr: 'Fichier', en: 'File' },
  newerText: { fr: 'ou son texte', en: 'or its text' },
  check: { fr: 'Vérifier', en: 'Check' },
  print: { fr: 'Imprimer', en: 'Print' },
  result: { fr: 'Résultat', en: 'Result' },
  right: { fr: 'Tout est juste.', en: 'Everything is right.' },
  open: {
    fr: 'Rien n’est faux, mais tout n’est pas prouvé.',
    en: 'Nothing is wrong, but not everything is proved.',
  },
  wrong: { fr: 'La vérification a échoué.', en: 'The check has failed.' },
  passed: { fr: 'bien', en: 'ok' },
  caution: { fr: 'à voir', en: 'note' },
  failed: { fr: 'défaut', en: 'fault' },
  whatItSays: { fr: 'Ce qu’il contient', en: 'What it holds' },
  whatToDo: { fr: 'Que faire', en: 'What to do' },
  saveProof: { fr: 'Enregistrer la preuve', en: 'Save the proof' },
  noTrust: {
    fr: 'Donnez d’abord un fichier de confiance : sans lui, aucune signature ne veut rien dire.',
    en: 'First give a trust file: without it no signature means anything.',
  },
  badTrust: { fr: 'Ce n’est pas un fichier de confiance', en: 'This is not a trust file' },
  noPaper: { fr: 'Donnez ce qu’il faut vérifier.', en: 'Give what is to be checked.' },
  itself: {
    fr: 'Est-ce la bonne page ? L’empreinte SHA-256 de ce fichier est imprimée sur les récépissés ; comparez-la avec celle que donne votre ordinateur (sha256sum verify.html).',
    en: 'Is this the right page? The SHA-256 of this file is printed on receipts; compare it with the one that your computer gives (sha256sum verify.html).',
  },
} as const satisfies Record<string, Label>;

export type PageText = keyof typeof PAGE_TEXTS;
