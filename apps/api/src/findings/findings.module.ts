import { Module } from '@nestjs/common';
import { DataFindings } from './data-findings';
import { FindingsController } from './findings.controller';

@Module({ controllers: [FindingsController], providers: [DataFindings] })
export class FindingsModule {}
