import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module';
import { PointsController } from './points.controller';
import { ServicePoints } from './service-points';

@Module({ imports: [CityModule], controllers: [PointsController], providers: [ServicePoints], exports: [ServicePoints] })
export class PointsModule {}
