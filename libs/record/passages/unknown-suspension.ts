import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Passages } from './passages';

export const unknownSuspension = ({ suspensions }: Passages, suspension: string): Refusal | null =>
  suspensions.has(suspension)
    ? null
    : refuse(
        'passage.unknownSuspension',
        {
          fr: 'L’événement indiqué n’a suspendu aucun passage de cet auteur.',
          en: 'The event named has suspended no passage of this author.',
        },
        { field: 'suspension' },
      );
