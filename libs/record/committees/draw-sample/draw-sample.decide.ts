import { sampleDrawn } from '@fil/facts/events/committee.events';
import { foreignCondition } from '@fil/facts/figures/sample-population';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { DataOf } from '@fil/facts/kit/event-definition';
import { drawSample } from '@fil/log/transparency/draw-sample';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { CommitteeState, EstablishedCommittee } from '../committee.state';
import { missingCommittee, notItsAuthor } from '../standing';
import type { DrawSampleInput } from './draw-sample.command';

/** @param population the ids that fulfil the conditions, in the cut named */
export function decideSample(
  state: CommitteeState,
  command: DrawSampleInput,
  population: readonly string[],
  actor: Actor,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notItsAuthor(state, actor) ??
    unknownCut(state, command.cut) ??
    notItsCondition(command) ??
    nobodyToDraw(population) ?? [
      eventFrom(sampleDrawn, command, {
        method: 'sha256Order',
        populationCount: population.length,
        sample: drawSample(state.cuts.get(command.cut)!.root, population, command.count) as DataOf<
          typeof sampleDrawn
        >['sample'],
      }),
    ]
  );
}

export const unknownCut = ({ cuts }: EstablishedCommittee, cut: string): Refusal | null =>
  cuts.has(cut)
    ? null
    : refuse(
        'sample.unknownCut',
        {
          fr: 'L’événement indiqué n’est pas un état arrêté par ce comité : arrêtez-en un d’abord.',
          en: 'The event named is no cut frozen by this committee: freeze one first.',
        },
        { field: 'cut' },
      );

function notItsCondition({ population }: DrawSampleInput): Refusal | null {
  const condition = foreignCondition(population);
  return condition === null
    ? null
    : refuse(
        'sample.foreignCondition',
        {
          fr: `Le critère « ${condition} » ne s’applique pas à ce qui est tiré au sort : retirez-le.`,
          en: `The condition "${condition}" does not apply to what is drawn: leave it out.`,
        },
        { field: `population/${condition}` },
      );
}

const nobodyToDraw = (population: readonly string[]): Refusal | null =>
  population.length > 0
    ? null
    : refuse(
        'sample.nothingToDraw',
        {
          fr: 'Rien dans cet état arrêté ne remplit ces critères : élargissez-les, ou arrêtez un état plus récent.',
          en: 'Nothing in this cut fulfils these conditions: widen them, or freeze a later cut.',
        },
        { field: 'population' },
      );
