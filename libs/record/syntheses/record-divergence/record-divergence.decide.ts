import { divergenceRecorded } from '@fil/facts/events/synthesis.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { hasMember, type SynthesisState } from '../synthesis.state';
import { unknownSynthesis } from '../unknown-synthesis';
import type { RecordDivergenceInput } from './record-divergence.command';

/** Before the publication or after: who finds later that somebody disagreed says so. */
export function decideDivergence(
  state: SynthesisState,
  command: RecordDivergenceInput,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownSynthesis();
  return (
    wrongPositions(command) ??
    wrongHolders(state, command) ??
    notYetHappened('divergence.toCome', command.occurredOn, today) ?? [
      eventFrom(divergenceRecorded, command, {
        divergence: state.divergences + 1,
        positionCount: command.positions.length,
      }),
    ]
  );
}

function wrongPositions({ kind, positions }: RecordDivergenceInput): Refusal | null {
  if (kind === 'divergence' && positions.length < 2) {
    return refuse(
      'divergence.onePosition',
      {
        fr: 'Une divergence oppose au moins deux positions. Une position seule est un point de vue minoritaire (« dissentingView »).',
        en: 'A divergence has two positions at least. A single one is a dissenting view ("dissentingView").',
      },
      { field: 'positions' },
    );
  }
  if (kind === 'dissentingView' && positions.length > 1) {
    return refuse(
      'divergence.severalPositions',
      {
        fr: 'Un point de vue minoritaire est une seule position : consignez chacun par lui-même, ou choisissez « divergence ».',
        en: 'A dissenting view is a single position: record each by itself, or choose "divergence".',
      },
      { field: 'positions' },
    );
  }
  return null;
}

function wrongHolders(state: SynthesisState, { holders = [], positions }: RecordDivergenceInput): Refusal | null {
  const seen = new Set<string>();
  for (const { contribution, position } of holders) {
    const told = `${contribution}, position ${position}`;
    const twice = seen.size === seen.add(told).size;
    if (twice || position > positions.length || !hasMember(state, contribution)) {
      return refuse(
        'divergence.wrongHolder',
        {
          fr: `Vérifiez « ${told} » : la contribution doit faire partie de la synthèse, la position exister, et la paire ne figurer qu’une fois.`,
          en: `Check "${told}": the contribution must be in the synthesis, the position exist, and the pair be named once.`,
        },
        { field: 'holders' },
      );
    }
  }
  return null;
}
