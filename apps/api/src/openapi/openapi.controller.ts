import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OpenApiPage } from './openapi-page';

@ApiTags('documentation')
@Controller('openapi.json')
export class OpenApiController {
  constructor(private readonly page: OpenApiPage) {}

  @Get()
  @ApiOperation({ summary: 'This document.' })
  @ApiResponse({ status: 200, description: 'This document.' })
  read() {
    return this.page.read();
  }
}
