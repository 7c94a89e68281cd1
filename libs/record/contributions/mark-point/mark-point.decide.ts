import { pointMarked } from '@fil/facts/events/contribution.events';
import { refuse } from '@fil/facts/kit/refusal';
import { assistanceOff } from '../../authority/assistance';
import { unknownBodyOrFunction, unknownTheme } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { inadmissible } from '../moderation-rules';
import { closedToChanges, unknownContribution } from '../still-open';
import type { MarkPointInput } from './mark-point.command';

/**
 * Marks one demand among several. Points are numbered in order. What the whole was answered before stands for point 1:
 * a demand that had been overlooked then waits for an answer of its own.
 */
export function decideMarking(
  state: ContributionState,
  command: MarkPointInput,
  { authority }: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const refused =
    closedToChanges(state) ??
    inadmissible(state) ??
    notYetHappened('point.toCome', command.occurredOn, today) ??
    unknownTheme(authority, command.theme === undefined ? [] : [command.theme], 'theme') ??
    assistanceOff(authority, command) ??
    unknownBodyOrFunction(authority, command.assisted?.validatedBy, 'assisted');
  if (refused) return refused;
  const next = state.pointsMarked + 1;
  if (command.point < next) {
    return refuse(
      'point.alreadyMarked',
      {
        fr: `Le point ${command.point} est déjà marqué. Le prochain est le point ${next}.`,
        en: `Point ${command.point} is already marked. The next one is point ${next}.`,
      },
      { kind: 'conflict', field: 'point' },
    );
  }
  if (command.point > next) {
    return refuse(
      'point.outOfOrder',
      {
        fr: `Les points se numérotent dans l’ordre : le prochain est le point ${next}.`,
        en: `Points are numbered in order: the next one is point ${next}.`,
      },
      { kind: 'conflict', field: 'point' },
    );
  }
  return [eventFrom(pointMarked, command)];
}
