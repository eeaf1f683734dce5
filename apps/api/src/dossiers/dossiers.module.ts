import { Module } from '@nestjs/common';
import { DossierTimelines } from './dossier-timelines';
import { DossiersController } from './dossiers.controller';

@Module({ controllers: [DossiersController], providers: [DossierTimelines], exports: [DossierTimelines] })
export class DossiersModule {}
