import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module';
import { QuarantineController } from './quarantine.controller';
import { QuarantineDesk } from './quarantine-desk';

@Module({ imports: [RunsModule], controllers: [QuarantineController], providers: [QuarantineDesk] })
export class QuarantineModule {}
