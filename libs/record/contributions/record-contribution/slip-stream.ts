import { derivedObjectId } from '@fil/log/event-store/ids';
import { fold } from '../../deciding/decider';
import type { DecisionTaker } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';

/**
 * The stream that stands for a printed slip: its name follows from the slip, so that the slip serves once on every engine.
 * An entry that was voided gives its place to another.
 */
export async function slipStream(decisions: DecisionTaker, encounter: string, sheet: number): Promise<string> {
  for (let turn = 0; ; turn++) {
    const stream = `contribution-${derivedObjectId(decisions.instanceKey, 'slip', encounter, `${sheet}/${turn}`)}`;
    const state = fold(contribution, await decisions.load(stream));
    if (!state.exists || !state.voided) return stream;
  }
}
