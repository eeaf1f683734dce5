import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dataHealthSchema, healthSchema, type Health } from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { DataFreshness } from './data-freshness';
import { StoresReady } from './stores-ready';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly stores: StoresReady,
    private readonly freshness: DataFreshness,
  ) {}

  @Get('live')
  @AnswersWith(healthSchema, 'The process answers.')
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @AnswersWith(healthSchema, 'Both stores answer.')
  ready() {
    return this.stores.check();
  }

  @Get('data')
  @AnswersWith(dataHealthSchema, 'How fresh each feed is.')
  data() {
    return this.freshness.read();
  }
}
