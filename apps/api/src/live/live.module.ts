import { Module } from '@nestjs/common';
import { LiveController } from './live.controller';
import { WaitingNow } from './waiting-now';

@Module({ controllers: [LiveController], providers: [WaitingNow], exports: [WaitingNow] })
export class LiveModule {}
