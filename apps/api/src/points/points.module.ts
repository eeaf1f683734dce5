import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module';
import { PointDays } from './point-days';
import { PointDaysController } from './point-days.controller';
import { PointsController } from './points.controller';
import { ServicePoints } from './service-points';

@Module({
  imports: [CityModule],
  controllers: [PointsController, PointDaysController],
  providers: [PointDays, ServicePoints],
  exports: [ServicePoints],
})
export class PointsModule {}
