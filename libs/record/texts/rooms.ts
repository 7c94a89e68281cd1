import type { AggregateWithTexts } from '@fil/facts/events/text.events';
import type { Scope } from '@fil/people/tokens/principal';

/** Where each kind of object stands in the API, and what a token needs to write there. */
export const ROOMS: Readonly<Record<AggregateWithTexts, { readonly path: string; readonly scope: Scope }>> = {
  authority: { path: 'authorities', scope: 'authority' },
  consultation: { path: 'consultations', scope: 'consultations' },
  encounter: { path: 'encounters', scope: 'encounters' },
  contribution: { path: 'contributions', scope: 'contributions' },
  synthesis: { path: 'syntheses', scope: 'syntheses' },
  guarantor: { path: 'guarantors', scope: 'guarantors' },
  decision: { path: 'decisions', scope: 'decisions' },
  commitment: { path: 'commitments', scope: 'commitments' },
  committee: { path: 'committees', scope: 'committees' },
  evaluation: { path: 'evaluations', scope: 'evaluations' },
  evaluationResponse: { path: 'evaluation-responses', scope: 'evaluations' },
  report: { path: 'reports', scope: 'reports' },
};
