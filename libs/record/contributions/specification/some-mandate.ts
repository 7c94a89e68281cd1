/** For tests: an invented commune, its consultation, and what is said in it. */
import {
  authorityRegistered,
  bodyNamed,
  functionCreated,
  settingChanged,
  themeAdded,
} from '@fil/facts/events/authority.events';
import { consultationOpened, depositClosed, depositOpened } from '@fil/facts/events/consultation.events';
import { contributionAdmitted, contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import { event, type DataOf, type NewEvent, type NewEventOf } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import { consultation } from '../../consultations/consultation.state';
import { someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import type { AnswerInput } from '../answer-input';
import type { Mandate } from '../mandate-of';

export const CONTEXT = { today: TODAY, at: `${TODAY}T09:42:00Z` };
export const TOWN = someId('authority');
export const CONSULTATION = someId('consultation');
export const CONTRIBUTION = someId('contribution');

export const TOWN_EVENTS = [
  event(authorityRegistered, { data: { siret: '21440109300015' }, words: { name: { fr: 'Ville inventée' } } }),
  event(bodyNamed, { data: { body: 'conseil', kind: 'council' }, words: { name: { fr: 'Conseil municipal' } } }),
  event(bodyNamed, { data: { body: 'voirie', kind: 'department' }, words: { name: { fr: 'Voirie' } } }),
  event(functionCreated, { data: { function: 'maire' }, words: { name: { fr: 'Maire' } } }),
  event(themeAdded, { data: { theme: 'nature' }, words: { name: { fr: 'Nature' } } }),
];

export const consultationEvents = (
  change: Partial<DataOf<typeof consultationOpened>> = {},
  deposit: readonly NewEvent[] = [depositFrom('2026-03-01')],
): NewEvent[] => [
  event(consultationOpened, {
    occurredOn: '2026-02-01',
    data: {
      organiser: TOWN,
      level: 'consult',
      addressees: [{ authority: TOWN }],
      openPoints: [{ id: 'arbres' }],
      constraints: [{ id: 'reseau', kind: 'technical' }],
      decisionPath: [],
      channels: ['online', 'counter', 'letter', 'fieldReport'],
      themes: ['nature'],
      wordsPublic: 'onAdmission',
      ...change,
    },
    words: {
      title: { fr: 'La place du Marché' },
      openPointTexts: [{ fr: 'Les arbres' }],
      constraintTexts: [{ text: { fr: 'Le réseau de chaleur' } }],
    },
  }),
  ...deposit,
];

export const depositFrom = (day: string, until?: string): NewEvent =>
  event(depositOpened, { occurredOn: day, data: { until }, words: {} });
export const depositClosedOn = (day: string): NewEvent =>
  event(depositClosed, { occurredOn: day, data: {}, words: {} });

/** The authority has switched assistance on. */
export const assistanceOn = event(settingChanged, {
  data: { setting: 'assistance', from: 'off', to: 'on' },
  words: { reason: { fr: 'Après avis du comité.' } },
});

export const assistedMandate = (): Mandate => ({
  ...mandate(),
  authority: stateAfter(authority, ...TOWN_EVENTS, assistanceOn),
});

export const mandate = (...of: Parameters<typeof consultationEvents>): Mandate => ({
  authority: stateAfter(authority, ...TOWN_EVENTS),
  consultation: stateAfter(consultation, ...consultationEvents(...of)),
});

export const recorded = (
  change: Partial<DataOf<typeof contributionRecorded>> = {},
): NewEventOf<typeof contributionRecorded> =>
  event(contributionRecorded, {
    data: {
      consultation: CONSULTATION,
      sensitivity: 'public',
      kind: 'proposal',
      channel: 'counter',
      language: 'fr',
      themes: ['nature'],
      authorKind: 'person',
      attachmentCount: 0,
      ...change,
    },
    words: { title: { fr: 'Planter des arbres' } },
  });

export const admitted = event(contributionAdmitted, { data: {}, words: {} });

export const answered = (change: Partial<DataOf<typeof outcomeGiven>> = {}): NewEventOf<typeof outcomeGiven> =>
  event(outcomeGiven, {
    data: {
      point: 1,
      outcome: 'considered',
      reasons: [],
      commitments: [],
      evidenceCount: 0,
      supersedes: null,
      ...change,
    },
    words: { justification: { fr: 'Cet avis a pesé.' } },
  });

/** An answer that says all it must. */
export const considered: AnswerInput = {
  outcome: 'considered',
  reasons: [],
  commitments: [],
  decidedBy: 'maire',
  justification: { fr: 'Cet avis a pesé dans le choix du plan.' },
  supersedes: null,
};
