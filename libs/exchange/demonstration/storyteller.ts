/**
 * Tells the story of the invented commune through the record's own commands, as its people would have done. Each step has
 * a key from which its ids follow: told twice, or again after an interruption, it records nothing more.
 */
import type { CommandBus, ICommand } from '@nestjs/cqrs';
import { addDays } from '@fil/facts/dates/calendar-date';
import type { Actor } from '@fil/facts/kit/actor';
import type { ObjectId, Aggregate } from '@fil/facts/kit/aggregates';
import { derivedObjectId } from '@fil/log/event-store/ids';
import type { RequestedBy } from '@fil/record/deciding/by-request';
import type { Recorded } from '@fil/record/deciding/take-decision';

export const OFFICE: Actor = { role: 'agent', body: 'proximite' };
export const OFFICIAL: Actor = { role: 'official', body: 'conseil-municipal' };
export const ADMINISTRATOR: Actor = { role: 'administrator', body: null };
export const AUTHOR: Actor = { role: 'author', body: null };
export const department = (body: string): Actor => ({ role: 'agent', body });

export class Storyteller {
  private step = 0;

  constructor(
    private readonly commands: CommandBus,
    private readonly instanceKey: Buffer,
    /** The day the demonstration begins, in Paris. */
    private readonly today: string,
    private readonly onStep: (step: number) => void,
  ) {}

  /** A day of the story, `YYYY-MM-DD`; negative for days to come. */
  daysAgo(days: number): string {
    return addDays(this.today, -days);
  }

  /** The month of such a day, `YYYY-MM`. */
  monthOf(daysAgo: number): string {
    return this.daysAgo(daysAgo).slice(0, 7);
  }

  by(key: string, actor: Actor): RequestedBy {
    return {
      by: { actor, account: null, commandId: derivedObjectId(this.instanceKey, 'demonstration', 'command', key) },
    };
  }

  /** Gives one command to the record; refusals are errors of the story. */
  async tell<R extends Recorded = Recorded>(command: ICommand): Promise<R> {
    const recorded = await this.commands.execute<ICommand, R>(command);
    this.onStep(++this.step);
    return recorded;
  }

  async create<A extends Aggregate>(_: A, command: ICommand): Promise<ObjectId<A>> {
    return (await this.tell(command)).stream as ObjectId<A>;
  }
}
