import { Module } from '@nestjs/common';
import type { CitySettings } from '@evenhand/domain';
import { MetricAnswers, WaitEndings } from '@evenhand/metrics';
import type { Warehouse } from '@evenhand/warehouse';
import { CITY_SETTINGS, WAREHOUSE } from '../connections';
import { WaitEndsController } from './wait-ends.controller';

@Module({
  controllers: [WaitEndsController],
  providers: [
    {
      provide: WaitEndings,
      useFactory: (warehouse: Warehouse, city: CitySettings, answers: MetricAnswers) => new WaitEndings(warehouse, city, answers),
      inject: [WAREHOUSE, CITY_SETTINGS, MetricAnswers],
    },
  ],
})
export class WaitEndsModule {}
