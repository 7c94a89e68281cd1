import { erasureRequested } from '@fil/facts/events/erasure.events';
import type { DataOf, SealedOf } from '@fil/facts/kit/event-definition';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ErasureState } from '../erasure.state';
import { anotherOffice, fieldNamed, missingTarget, nobodyBehind, notSealed } from '../order-rules';
import type { TargetState } from '../sealed-fields-of-target';

/** What is asked for, whoever asks. */
export type AskedFor = Omit<DataOf<typeof erasureRequested>, 'consultation'> &
  SealedOf<typeof erasureRequested> & { readonly occurredOn?: string };

/**
 * The same request is in the same stream: made again while it waits, or once it was granted, it is the one that is there.
 *
 * @param acting the body that an office acts for; null for the administrator, and for an author, whose key was checked
 */
export function decideErasureRequested(
  state: ErasureState,
  command: AskedFor,
  target: TargetState,
  acting: string | null,
  { today }: DecidingContext,
): Decided {
  const refused =
    missingTarget(target) ??
    (command.office === undefined ? null : anotherOffice({ office: command.office }, acting)) ??
    (command.what === 'everything' ? nobodyBehind(command.target, 'what') : nothingNamed(command)) ??
    unlikeWhat(command) ??
    notSealed(command.fields, target.fields) ??
    notYetHappened('erasure.requestToCome', command.occurredOn, today) ??
    refusedBefore(state);
  if (refused) return refused;
  if (state.standing !== 'none') return [];
  return [
    eventFrom(erasureRequested, command, {
      fields: command.fields.map((field) => {
        const { event, path } = fieldNamed(target.fields, field)!;
        return { event, path };
      }),
      ...(target.consultation !== null && { consultation: target.consultation }),
    }),
  ];
}

const nothingNamed = ({ fields }: AskedFor): Refusal | null =>
  fields.length > 0
    ? null
    : refuse(
        'erasure.nothingNamed',
        {
          fr: 'Nommez les champs à effacer, ou demandez l’effacement de toutes les données de la personne.',
          en: 'Name the fields to erase, or ask for everything of the person to be erased.',
        },
        { field: 'fields' },
      );

const unlikeWhat = ({ what, fields }: AskedFor): Refusal | null =>
  what === 'everything' && fields.length > 0
    ? refuse(
        'erasure.everythingAndFields',
        {
          fr: 'Vous demandez l’effacement de tout : ne nommez pas de champs, ou demandez « fields ».',
          en: 'You ask for everything to be erased: name no fields, or ask for "fields".',
        },
        { field: 'fields' },
      )
    : null;

const refusedBefore = ({ standing }: ErasureState): Refusal | null =>
  standing === 'refused'
    ? refuse(
        'erasure.refusedBefore',
        {
          fr: 'Cette demande a été refusée ; le motif est sur la page de la contribution. Vous pouvez contester ce refus auprès de la CNIL ou devant le juge, ou faire une autre demande.',
          en: 'This request was refused; the ground is on the page of the contribution. You can contest the refusal before the data protection authority or a court, or ask for something else.',
        },
        { kind: 'conflict' },
      )
    : null;
