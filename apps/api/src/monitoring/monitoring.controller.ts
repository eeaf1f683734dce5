import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Measurements } from './measurements';

@ApiTags('health')
@Controller('metrics')
export class MonitoringController {
  constructor(private readonly measurements: Measurements) {}

  @Get()
  @ApiOperation({ summary: 'What the server measures of itself, for Prometheus.' })
  @ApiOkResponse({ description: 'The text format of Prometheus.', content: { 'text/plain': {} } })
  show(@Res({ passthrough: true }) response: Response) {
    response.type(this.measurements.contentType);
    return this.measurements.text();
  }
}
