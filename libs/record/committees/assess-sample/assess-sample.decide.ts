import { sampleAssessed } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState, EstablishedCommittee } from '../committee.state';
import { missingCommittee, notItsAuthor } from '../standing';
import type { AssessSampleInput } from './assess-sample.command';

export function decideAssessments(
  state: CommitteeState,
  command: AssessSampleInput,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  const { sample, items, occurredOn } = command;
  return (
    notItsAuthor(state, actor) ??
    notAssessable(state, command) ??
    notYetHappened('committee.toCome', occurredOn, today) ??
    items.map((item) => eventFrom(sampleAssessed, { sample, occurredOn, ...item }))
  );
}

function notAssessable({ samples }: EstablishedCommittee, { sample, items }: AssessSampleInput): Refusal | null {
  const drawn = samples.get(sample);
  if (!drawn) {
    return refuse(
      'assessment.unknownSample',
      {
        fr: 'L’événement indiqué n’est pas un échantillon de ce comité.',
        en: 'The event named is no sample of this committee.',
      },
      { field: 'sample' },
    );
  }
  const seen = new Set(drawn.assessed);
  for (const { item } of items) {
    if (!drawn.items.has(item)) {
      return refuse(
        'assessment.notInSample',
        { fr: `« ${item} » n’est pas dans cet échantillon.`, en: `"${item}" is not in this sample.` },
        { field: 'items' },
      );
    }
    if (seen.has(item)) {
      return refuse(
        'assessment.done',
        {
          fr: `« ${item} » a déjà été examiné : une appréciation ne se remplace pas.`,
          en: `"${item}" has already been assessed: an assessment is not replaced.`,
        },
        { kind: 'conflict', field: 'items' },
      );
    }
    seen.add(item);
  }
  return null;
}
