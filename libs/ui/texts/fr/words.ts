export const words = {
  /** Between a term and what it is. */
  colon: '\u00a0: ',
  withheld:
    'Ce texte n’est pas public : son accès est limité, ou il n’est pas encore publié. Seule son empreinte numérique, qui ne permet pas de le lire, figure au registre.',
  erased:
    'Ce texte a été effacé. Seule son empreinte numérique, qui ne permet pas de le retrouver, figure encore au registre ; rien d’autre n’a été modifié.',
  withheldShort: 'texte non public',
  erasedShort: 'texte effacé',
  untitled: 'Contribution sans titre',
  untitledWithheld: 'Contribution dont le titre n’est pas public',
  untitledErased: 'Contribution dont le titre a été effacé',
  notStated: 'non indiqué par la source',
  takenOver: (source: string) => `repris de la source : ${source}`,
  sourceWord: (word: string) => `« ${word} » selon la source`,
  otherLanguage: (language: string) => `Texte en ${language}`,
  plain: 'En clair',
  unnamed: (code: string) => `${code} (sans nom au registre)`,
};
