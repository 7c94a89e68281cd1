export const words = {
  /** Between a term and what it is. */
  colon: ': ',
  withheld:
    'These words are not public: access to them is restricted, or they are not yet published. Their fingerprint is in the register.',
  erased: 'These words have been erased. Their fingerprint is still in the register: nothing else was changed.',
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
