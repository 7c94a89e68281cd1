import { Module } from '@nestjs/common';
import { AttemptLimiter } from './attempt-limiter';

/** One limiter for the whole process: tries at one door count at every other. */
@Module({ providers: [AttemptLimiter], exports: [AttemptLimiter] })
export class AttemptsModule {}
