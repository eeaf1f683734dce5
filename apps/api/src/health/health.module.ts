import { Module } from '@nestjs/common';
import { DataFreshness } from './data-freshness';
import { HealthController } from './health.controller';
import { StoresReady } from './stores-ready';

@Module({ controllers: [HealthController], providers: [DataFreshness, StoresReady], exports: [DataFreshness] })
export class HealthModule {}
