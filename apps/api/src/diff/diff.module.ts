import { Module } from '@nestjs/common';
import { DiffController } from './diff.controller';
import { FigureDiffs } from './figure-diffs';

@Module({ controllers: [DiffController], providers: [FigureDiffs] })
export class DiffModule {}
