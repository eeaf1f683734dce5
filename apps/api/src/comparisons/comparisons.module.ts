import { Module } from '@nestjs/common';
import { ComparisonDesk } from './comparison-desk';
import { ComparisonsController } from './comparisons.controller';

@Module({ controllers: [ComparisonsController], providers: [ComparisonDesk] })
export class ComparisonsModule {}
