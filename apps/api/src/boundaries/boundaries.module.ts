import { Module } from '@nestjs/common';
import { BoundariesController } from './boundaries.controller';
import { WardBoundaries } from './ward-boundaries';

@Module({ controllers: [BoundariesController], providers: [WardBoundaries] })
export class BoundariesModule {}
