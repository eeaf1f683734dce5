import { Module } from '@nestjs/common';
import { ExplainController } from './explain.controller';
import { FigureExplanations } from './figure-explanations';

@Module({ controllers: [ExplainController], providers: [FigureExplanations], exports: [FigureExplanations] })
export class ExplainModule {}
