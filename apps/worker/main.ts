import 'reflect-metadata';
import { configureWithoutPages } from '../composition/configure';
import { runService } from '../composition/run-service';
import { WorkerModule } from './worker.module';

runService({
  name: 'worker',
  module: (register, settings) => WorkerModule.on(register, settings),
  prepare: configureWithoutPages,
});
