import { Module } from '@nestjs/common';
import { RowsController } from './rows.controller';
import { RowsBehindFigures } from './rows-behind-figures';

@Module({ controllers: [RowsController], providers: [RowsBehindFigures] })
export class RowsModule {}
