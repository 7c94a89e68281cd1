export const about = {
  title: 'About this register',
  lead: 'A red thread runs through the whole: it ties what a resident said to what was decided, to what was done, and to what it changed.',
  readTitle: 'How to read it',
  read: [
    'Each contribution has a page. It shows what was said, word for word, how it was understood, the answers given with their reasons, the commitments that follow and their dates.',
    'Nothing is replaced: a new answer stands beside the old one, a new date beside the one before. Clerical errors that were corrected stay visible.',
    'What is missing shows: contributions without an answer and dates gone by are counted like the rest.',
    'A provisional answer (under review, deferred, submitted for decision) does not count as an answer.',
  ],
  wordsTitle: 'What the words mean',
  wordOutcome: 'Outcome',
  wordOutcomeIs: 'what was answered to a contribution, with its reason and the body that decided it.',
  wordCommitment: 'Commitment',
  wordCommitmentIs:
    'what the authority undertook to do, with a due date. The progress shown is the authority’s own claim.',
  wordRegister: 'Register',
  wordRegisterIs: 'everything that was entered, in order. An entry is never changed nor removed; each has a number.',
  wordTakenOver: 'Taken over',
  wordTakenOverIs:
    'data from another tool, as the source gives them. What the source does not say is marked, never made up.',
  dataTitle: 'Reuse the data',
  data: 'The public data of this register are available under the French Open Licence 2.0 (Etalab): name the source and the date. Data taken over from another source keep its licence.',
  api: 'Documentation of the API',
  softwareTitle: 'The software',
  software: 'Fil rouge is free software under the EUPL 1.2.',
  privacyTitle: 'Personal data',
  privacy:
    'An author’s name is shown only if she asked for it. Her words can be erased at her request: their fingerprint stays, and the page says so.',
  contact: 'Write to the authority',
  accessibilityTitle: 'Accessibility statement',
  accessibilityState: {
    none: 'This site does not comply with the French accessibility standard (RGAA 4.1): no audit of compliance has been carried out yet.',
    partial: 'This site complies in part with the French accessibility standard (RGAA 4.1).',
    full: 'This site fully complies with the French accessibility standard (RGAA 4.1).',
  },
  accessibilityAim:
    'It was designed to be read without JavaScript, with a keyboard, with a screen reader, on a small screen and on paper, and aims at level AA of WCAG 2.2. Each diagram comes with a table.',
  accessibilityHelpTitle: 'Report a difficulty',
  accessibilityHelp:
    'If a content or a service is not accessible to you, write to the authority to get it in another form.',
  accessibilityRightsTitle: 'Remedies',
  accessibilityRights: 'If you do not get a satisfactory answer, you may turn to the French Defender of Rights.',
  accessibilityRightsLink: 'Turn to the Defender of Rights',
  noContact: 'The authority has not yet given an address to write to.',
};
