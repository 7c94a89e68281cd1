/** Refusals of the road itself, whatever the rule: another writer came first, a key was used, a person's words are gone. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';

export const staleRevision = (expected: number, found: number): Refusal =>
  refuse(
    'revision.stale',
    {
      fr: `L’objet a changé entre-temps (révision attendue : ${expected}, révision actuelle : ${found}). Relisez-le, puis recommencez.`,
      en: `The object has changed in the meantime (expected revision ${expected}, current revision ${found}). Read it again, then try again.`,
    },
    { kind: 'conflict' },
  );

/** What is taken over is dispensed from some duties: only what was really taken over may say so. */
export const onlyAnImportTakesOver = (): Refusal =>
  refuse(
    'takenOver.onlyByImport',
    {
      fr: 'Seule une reprise de données peut être marquée « reprise ». Retirez le champ « takenOver » ou utilisez un jeton de rôle « import ».',
      en: 'Only an import may mark something as taken over. Remove the field "takenOver" or use a token with the role "import".',
    },
    { kind: 'forbidden', field: 'takenOver' },
  );

export const reusedKey = (): Refusal =>
  refuse(
    'key.reused',
    {
      fr: 'Cette clé d’idempotence a déjà servi à enregistrer autre chose. Utilisez une nouvelle clé.',
      en: 'This idempotency key has already been used to record something else. Use a new key.',
    },
    { kind: 'conflict' },
  );

export const erasedSubject = (): Refusal =>
  refuse(
    'subject.erased',
    {
      fr: 'Les données de cette personne ont été effacées : rien ne peut plus être enregistré en son nom.',
      en: 'This person’s data have been erased: nothing more can be recorded in her name.',
    },
    { kind: 'gone' },
  );
