export const about = {
  title: 'About this register',
  lead: 'A common thread (in French, un fil rouge) ties what residents said to what was decided, what was done and what it changed.',
  readTitle: 'How to read it',
  read: [
    'Each contribution has its own page. It shows what was said, word for word, how it was understood, the answers given with their reasons, the commitments that follow and their dates.',
    'Nothing is replaced: a new answer stands beside the old one, a new date beside the one before. Corrected clerical errors stay visible.',
    'What is missing is shown: unanswered contributions and missed dates are counted like everything else.',
    'A provisional answer (under review, deferred, submitted for decision) does not count as an answer.',
  ],
  wordsTitle: 'What the words mean',
  wordOutcome: 'Outcome',
  wordOutcomeIs: 'the answer given to a contribution, with its reason and the body that decided it.',
  wordCommitment: 'Commitment',
  wordCommitmentIs:
    'what the authority undertook to do, with a due date. The progress shown is the authority’s own claim.',
  wordRegister: 'Register',
  wordRegisterIs: 'everything that was entered, in order. An entry is never changed or removed; each one has a number.',
  wordTakenOver: 'Taken over',
  wordTakenOverIs:
    'data from another tool, as the source gives it. What the source does not say is flagged, never made up.',
  dataTitle: 'Reusing the data',
  data: 'The public data of this register are available under the French Open Licence 2.0 (Etalab): cite the source and the date. Data taken over from another source remain under its licence.',
  api: 'API documentation',
  softwareTitle: 'The software',
  software: 'Fil rouge is free software under the EUPL 1.2.',
  privacyTitle: 'Personal data',
  privacy:
    'An author’s name is shown only if they asked for it. Their text can be erased at their request: only a digital fingerprint remains, from which it cannot be recovered, and the page says so.',
  contact: 'Write to the authority',
  accessibilityTitle: 'Accessibility statement',
  accessibilityState: {
    none: 'This site does not comply with the French accessibility standard (RGAA 4.1): no compliance audit has been carried out yet.',
    partial: 'This site partially complies with the French accessibility standard (RGAA 4.1).',
    full: 'This site fully complies with the French accessibility standard (RGAA 4.1).',
  },
  accessibilityAim:
    'It was designed to be read without JavaScript, with a keyboard, with a screen reader, on a small screen and on paper, and aims at level AA of WCAG 2.2. Each diagram comes with a table.',
  accessibilityHelpTitle: 'Report a problem',
  accessibilityHelp:
    'If any content or service is not accessible to you, write to the authority to obtain it in another form.',
  accessibilityRightsTitle: 'Remedies',
  accessibilityRights: 'If you do not get a satisfactory answer, you may turn to the French Defender of Rights.',
  accessibilityRightsLink: 'Turn to the Defender of Rights',
  noContact: 'The authority has not yet provided a contact address.',
};
