import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module';
import { LiveModule } from '../live/live.module';
import { PointsModule } from '../points/points.module';
import { WallboardCity } from './wallboard-city';
import { WallboardController } from './wallboard.controller';
import { Wallboards } from './wallboards';

@Module({
  imports: [CityModule, LiveModule, PointsModule],
  controllers: [WallboardController],
  providers: [WallboardCity, Wallboards],
})
export class WallboardModule {}
