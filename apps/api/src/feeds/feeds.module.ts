import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module';
import { FeedReports } from './feed-reports';
import { FeedsController } from './feeds.controller';

@Module({ imports: [RunsModule], controllers: [FeedsController], providers: [FeedReports] })
export class FeedsModule {}
