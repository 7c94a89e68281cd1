import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { fold } from '@fil/record/deciding/decider';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { memberKey, synthesis, type Member, type SynthesisState } from '@fil/record/syntheses/synthesis.state';

interface Seen {
  readonly state: SynthesisState;
  readonly rev: number;
}

/**
 * Who is in a synthesis at this moment. Carrying an answer to thousands takes a while, and somebody may leave meanwhile:
 * each time it is asked whether the synthesis has changed, and only then is it read again.
 */
export class Membership {
  private seen: Seen;

  /** @param history its events up to some revision */
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly stream: string,
    history: readonly RecordedEvent[],
  ) {
    this.seen = { state: fold(synthesis, history), rev: history.length };
  }

  /** The revision at which the synthesis has this member now; null when it no longer has. */
  async revisionWith(member: Member): Promise<number | null> {
    if (await this.decisions.hasMoved(this.stream, this.seen.rev)) {
      const history = await this.decisions.load(this.stream);
      // Of several readings at the same moment the latest counts.
      if (history.length > this.seen.rev) this.seen = { state: fold(synthesis, history), rev: history.length };
    }
    const { state, rev } = this.seen;
    return state.exists && state.members.has(memberKey(member)) ? rev : null;
  }
}
