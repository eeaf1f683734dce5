import { Module } from '@nestjs/common';
import { LoadDesk } from './load-desk';
import { OwnerToken } from './owner-token';
import { PipelineRuns } from './pipeline-runs';
import { RunsController } from './runs.controller';

@Module({ controllers: [RunsController], providers: [LoadDesk, OwnerToken, PipelineRuns], exports: [OwnerToken] })
export class RunsModule {}
