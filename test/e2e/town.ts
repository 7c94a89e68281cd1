/** The ground on which a suite stands: an invented town that holds one consultation, open for deposit. */
import { TOWN_SIRET } from './town-siret';

/** Whatever records a command and answers with what was recorded. */
export interface Recorder {
  record(path: string, body: object): Promise<unknown>;
  /** The id of the object. */
  create(path: string, body: object): Promise<string>;
}

export interface Town {
  readonly authority: string;
  readonly consultation: string;
}

export const mandateOf = (authority: string): object => ({
  organiser: authority,
  level: 'consult',
  origin: 'authority',
  addressees: [{ authority, promise: { amount: 2, unit: 'months' } }],
  orderedBy: 'adjointe',
  animatedBy: 'voirie',
  openPoints: [{ id: 'ombre' }],
  openPointTexts: [{ fr: 'Où planter ?', en: 'Where to plant?' }],
  constraints: [{ id: 'reseaux', kind: 'technical' }],
  constraintTexts: [{ text: { fr: 'Un réseau de chaleur passe sous la place.' }, source: 'Plan de récolement' }],
  decisionPath: [{ step: 'vote', body: 'conseil', role: 'decides', expectedOn: '2027-01' }],
  channels: ['online', 'counter', 'workshop', 'fieldReport'],
  themes: ['nature', 'voirie'],
  wordsPublic: 'onAdmission',
  title: { fr: 'Planter la place', en: 'Planting the square' },
});

export async function foundTown(api: Recorder): Promise<Town> {
  const authority = await api.create('authorities', {
    siret: TOWN_SIRET,
    name: { fr: 'Ville de Rivenclaire (inventée)' },
  });
  const of = (room: string): string => `authorities/${authority}/${room}`;
  await api.record(of('bodies'), { body: 'conseil', kind: 'council', name: { fr: 'Conseil municipal' } });
  await api.record(of('bodies'), { body: 'voirie', kind: 'department', name: { fr: 'Direction de la voirie' } });
  await api.record(of('functions'), {
    function: 'adjointe',
    body: 'conseil',
    name: { fr: 'Adjointe aux espaces publics' },
  });
  await api.record(of('themes'), { theme: 'nature', name: { fr: 'Nature en ville', en: 'Nature in town' } });
  await api.record(of('themes'), { theme: 'voirie', name: { fr: 'Voirie' } });
  const consultation = await api.create('consultations', mandateOf(authority));
  await api.record(`consultations/${consultation}/deposit-openings`, {});
  return { authority, consultation };
}

export const depositIn = (consultation: string, more: object = {}): Record<string, unknown> => ({
  consultation,
  kind: 'proposal',
  channel: 'counter',
  language: 'fr',
  authorKind: 'person',
  themes: ['nature'],
  title: { fr: 'Des arbres le long des étals' },
  text: { fr: 'Il fait trop chaud le jeudi : plantez des micocouliers.' },
  ...more,
});
