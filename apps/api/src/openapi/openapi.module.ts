import { Module } from '@nestjs/common';
import { OpenApiPage } from './openapi-page';
import { OpenApiController } from './openapi.controller';

@Module({ controllers: [OpenApiController], providers: [OpenApiPage], exports: [OpenApiPage] })
export class OpenApiModule {}
