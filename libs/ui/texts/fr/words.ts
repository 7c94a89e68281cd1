export const words = {
  /** Between a term and what it is. */
  colon: '\u00a0: ',
  withheld:
    'Ces mots ne sont pas publics : ils sont en accès limité, ou pas encore publiés. Leur empreinte figure au registre.',
  erased: 'Ces mots ont été effacés. Leur empreinte figure toujours au registre : rien d’autre n’a été modifié.',
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
