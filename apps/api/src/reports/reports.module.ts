import { Module } from '@nestjs/common';
import type { Stores } from '@evenhand/etl';
import { ReportII06 } from '@evenhand/metrics';
import { STORES } from '../connections';
import { CityNames } from './city-names';
import { FormII06 } from './form-ii06';
import { ReportsController } from './reports.controller';

@Module({
  controllers: [ReportsController],
  providers: [
    CityNames,
    FormII06,
    {
      provide: ReportII06,
      useFactory: ({ questions, city }: Stores) => new ReportII06(questions, city.settings),
      inject: [STORES],
    },
  ],
  exports: [CityNames, FormII06],
})
export class ReportsModule {}
