import 'reflect-metadata';
import { configureWithoutPages } from '../composition/configure';
import { runService } from '../composition/run-service';
import { ProjectorModule } from './projector.module';

runService({
  name: 'projector',
  module: (register) => ProjectorModule.on(register),
  prepare: configureWithoutPages,
});
