import type { Texts } from '../fr';

export const erasures: Texts['erasures'] = {
  title: 'Erasures',
  lead: 'What is erased can no longer be read by anybody. The entry in the register remains, with its date and what was answered.',
  carriedOut: 'Erased',
  ordered: 'Erasure ordered',
  requested: 'Erasure asked for',
  refused: 'Request for erasure refused',
  waiting: 'An answer is due within a month of the request.',
  underWay: 'It is being carried out.',
  recourse: 'The author can contest this refusal before the data protection authority or a court.',
  scope: 'What',
  fields: (n) => (n === 1 ? '1 field' : `${n} fields`),
  ground: 'Ground',
  office: 'Decided by',
  by: 'Asked for by',
  archivesVisa: 'Visa of the archives',
};
