export const words = {
  /** Between a term and what it is. */
  colon: ': ',
  withheld:
    'This text is not public: access to it is restricted, or it is not published yet. Only its digital fingerprint, which does not allow it to be read, is in the register.',
  erased:
    'This text has been erased. Only its digital fingerprint, from which it cannot be recovered, remains in the register; nothing else was changed.',
  withheldShort: 'text not public',
  erasedShort: 'text erased',
  untitled: 'Contribution without a title',
  untitledWithheld: 'Contribution whose title is not public',
  untitledErased: 'Contribution whose title has been erased',
  notStated: 'not stated by the source',
  takenOver: (source: string) => `taken over from: ${source}`,
  sourceWord: (word: string) => `“${word}” according to the source`,
  otherLanguage: (language: string) => `Text in ${language}`,
  plain: 'In plain language',
  unnamed: (code: string) => `${code} (not named in the register)`,
};
