import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module';
import { CommandDesk } from './command-desk';
import { CommandsController } from './commands.controller';

@Module({ imports: [RunsModule], controllers: [CommandsController], providers: [CommandDesk] })
export class CommandsModule {}
