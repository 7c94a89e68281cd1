import { Inject, Injectable, Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { parisDay } from '@fil/facts/dates/paris-day';
import { EventStore } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { FollowerPositions } from '@fil/log/projections/follower-positions';
import type { Register } from '@fil/log/register/register';
import { REGISTER } from '@fil/log/register/register.token';
import { Clock } from '@fil/record/deciding/clock';
import { tellDemonstration } from './demonstration.story';
import { Storyteller } from './storyteller';

/** Kept beside the positions of processes: 1 once the story has been told to its end. */
const TOLD = 'demonstration';

@Injectable()
export class Demonstration {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly positions: FollowerPositions,
    private readonly clock: Clock,
    @Inject(REGISTER) private readonly register: Register,
  ) {}

  /** Fills a demonstration register, once. @returns the number of steps told; 0 when there was nothing to do */
  async fill(onStep: (step: number) => void): Promise<number> {
    if (!this.register.demonstration || (await this.positions.read(TOLD)) > 0) return 0;
    // Taken up again after an interruption, the story keeps the day it began on: its dates are in the log.
    const [first] = await this.store.readAll(0, 1);
    const today = parisDay(first ? toRecordedEvent(first).at : this.clock.now());
    let told = 0;
    await tellDemonstration(
      new Storyteller(this.commands, this.register.instanceKey, today, (step) => {
        told = step;
        onStep(step);
      }),
    );
    await this.positions.save(TOLD, 1);
    return told;
  }
}

@Module({ providers: [Demonstration], exports: [Demonstration] })
export class DemonstrationModule {}
