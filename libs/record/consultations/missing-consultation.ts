import { refuse, type Refusal } from '@fil/facts/kit/refusal';

export const missingConsultation = (): Refusal =>
  refuse(
    'consultation.missing',
    { fr: 'Cette démarche participative n’existe pas.', en: 'There is no such consultation.' },
    { kind: 'notFound' },
  );
