import { Module } from '@nestjs/common';
import { TracesModule } from '../access/traces.module';
import { MatterDesk } from './matter-desk';
import { MattersController } from './matters.controller';

@Module({ imports: [TracesModule], controllers: [MattersController], providers: [MatterDesk] })
export class MattersModule {}
