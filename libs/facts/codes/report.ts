import type { Labels } from './label';

/** What a report accounts for. */
export const REPORT_SCOPES = ['consultations', 'authority', 'register'] as const;
export type ReportScopeKind = (typeof REPORT_SCOPES)[number];
export const REPORT_SCOPE_LABELS: Labels<ReportScopeKind> = {
  consultations: { fr: 'Une ou plusieurs démarches', en: 'One or several consultations' },
  authority: { fr: 'Toutes les démarches d’une autorité', en: 'All consultations of an authority' },
  register: { fr: 'Tout le registre', en: 'The whole register' },
};

/** What a correction changes in a published report. */
export const REPORT_PARTS = ['figures', 'title', 'foreword', 'opinion', 'other'] as const;
export const REPORT_PART_LABELS: Labels<(typeof REPORT_PARTS)[number]> = {
  figures: { fr: 'Les chiffres et les listes', en: 'The figures and lists' },
  title: { fr: 'Le titre', en: 'The title' },
  foreword: { fr: 'L’avant-propos', en: 'The foreword' },
  opinion: { fr: 'Un avis joint', en: 'An opinion attached' },
  other: { fr: 'Autre rectification', en: 'Another correction' },
};

/** In which capacity a report is contested. */
export const REPORT_CONTESTERS = ['author', 'guarantor', 'committee'] as const;
export type ReportContester = (typeof REPORT_CONTESTERS)[number];
export const REPORT_CONTESTER_LABELS: Labels<ReportContester> = {
  author: { fr: 'L’auteur d’une contribution', en: 'The author of a contribution' },
  guarantor: { fr: 'Le garant', en: 'The guarantor' },
  committee: { fr: 'Le comité de suivi', en: 'The follow-up committee' },
};

/** The fourteen chapters, in the order in which they are read. */
export const REPORT_CHAPTERS = [
  'onePage',
  'mandate',
  'decisionPath',
  'held',
  'said',
  'answers',
  'refusals',
  'commitments',
  'progress',
  'opinions',
  'evaluation',
  'method',
  'deadlines',
  'next',
] as const;
export type ReportChapter = (typeof REPORT_CHAPTERS)[number];
export const REPORT_CHAPTER_LABELS: Labels<ReportChapter> = {
  onePage: { fr: 'L’essentiel en une page', en: 'One page' },
  mandate: { fr: 'Le mandat', en: 'The mandate' },
  decisionPath: { fr: 'Qui décide quoi, où et quand', en: 'Who decides what, where and when' },
  held: { fr: 'Ce qui a eu lieu', en: 'What happened' },
  said: { fr: 'Ce qui a été dit', en: 'What was said' },
  answers: { fr: 'Ce que nous en faisons', en: 'What we do with it' },
  refusals: { fr: 'Ce que nous ne ferons pas, et pourquoi', en: 'What we will not do, and why' },
  commitments: { fr: 'Nos engagements', en: 'Our commitments' },
  progress: { fr: 'Ce qui a changé depuis le dernier rapport', en: 'Progress since the last report' },
  opinions: { fr: 'Les textes du garant et du comité', en: 'The guarantor’s and the committee’s texts' },
  evaluation: { fr: 'L’évaluation et la réponse', en: 'Evaluation and response' },
  method: { fr: 'Méthode, limites, outils, données, licence', en: 'Method, limits, tools, data, licence' },
  deadlines: { fr: 'Les délais, tenus et dépassés', en: 'Deadlines, held and missed' },
  next: { fr: 'Comment réagir, et la suite', en: 'How to react, and what comes next' },
};
