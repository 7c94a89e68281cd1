import { Injectable } from '@nestjs/common';
import { parisDay } from '@fil/facts/dates/paris-day';

/** The present day in Paris: what is late, and since how many days, depends on it. */
export abstract class Today {
  abstract day(): string;
}

@Injectable()
export class TodayInParis extends Today {
  override day(): string {
    return parisDay(new Date());
  }
}
