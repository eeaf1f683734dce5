import { Module } from '@nestjs/common';
import { CityCatalog } from './city-catalog';
import { CityDescription } from './city-description';
import { CityController } from './city.controller';
import { CoveredDays } from './covered-days';

@Module({ controllers: [CityController], providers: [CityCatalog, CityDescription, CoveredDays], exports: [CityCatalog, CoveredDays] })
export class CityModule {}
