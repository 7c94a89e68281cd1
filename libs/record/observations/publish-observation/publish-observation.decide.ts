import { OBSERVATION_PUBLISHED } from '@fil/facts/events/observation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ObservedState } from '../observation.state';
import { unknownObserved } from '../unknown-observed';
import type { PublishObservationInput } from './publish-observation.command';

/** @param left its words as the vault has them; undefined when they are gone */
export function decideObservationPublished(
  aggregate: keyof typeof OBSERVATION_PUBLISHED,
  state: ObservedState,
  { observation, instead, occurredOn }: PublishObservationInput,
  left: Text | undefined,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownObserved();
  const published = state.observations.get(observation);
  if (published === undefined) {
    return refuse(
      'observation.unknown',
      {
        fr: 'L’événement indiqué n’est pas une observation laissée ici.',
        en: 'The event named is not an observation left here.',
      },
      { field: 'observation' },
    );
  }
  if (published) {
    return refuse(
      'observation.published',
      { fr: 'Cette observation est déjà publiée.', en: 'This observation is published already.' },
      { kind: 'conflict', field: 'observation' },
    );
  }
  if (left === undefined) {
    return refuse(
      'observation.erased',
      {
        fr: 'Cette observation a été effacée : elle ne peut plus être publiée.',
        en: 'This observation was erased: it can no longer be published.',
      },
      { kind: 'gone', field: 'observation' },
    );
  }
  return (
    notYetHappened('observation.toCome', occurredOn, today) ?? [
      eventFrom(OBSERVATION_PUBLISHED[aggregate], {
        observation,
        path: '/text',
        shortened: instead !== undefined,
        text: instead ?? left,
        occurredOn,
      }),
    ]
  );
}
