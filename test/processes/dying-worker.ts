/** A worker on a register, killed (SIGKILL, by its own hand) with the n-th answer it has sent off and not heard of. */
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { outcomeGiven } from '@fil/facts/events/contribution.events';
import { ProcessesModule } from '@fil/processes/processes.module';
import { DecidingModule } from '@fil/record/deciding/deciding.module';
import { openRegister } from '../../apps/composition/open-register';

async function work(databaseUrl: string, answers: number): Promise<void> {
  const register = (await openRegister(databaseUrl))!;
  const append = register.store.append.bind(register.store);
  let sent = 0;
  register.store.append = (one) => {
    const result = append(one);
    if (one.entries.some(({ type }) => type === outcomeGiven.type) && ++sent === answers)
      process.kill(process.pid, 'SIGKILL');
    return result;
  };
  @Module({ imports: [DecidingModule.on(register), ProcessesModule.on(register)] })
  class Worker {}
  await NestFactory.createApplicationContext(Worker, { logger: ['fatal'] });
}

void work(process.env['DATABASE_URL']!, Number(process.env['ANSWERS']));
