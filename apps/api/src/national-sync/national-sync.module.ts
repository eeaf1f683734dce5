import { type DynamicModule, Module } from '@nestjs/common';
import { KnownDossiers } from './known-dossiers';
import { Landing } from './landing';
import { LandingLoader } from './landing-loader';
import { NationalSyncController } from './national-sync.controller';
import { SyncDesk } from './sync-desk';
import { SYNC_SETTINGS, type SyncSettings } from './sync-settings';

/** What provincial systems send in the national dossier sync format: taken, kept, loaded. */
@Module({ controllers: [NationalSyncController], providers: [KnownDossiers, Landing, LandingLoader, SyncDesk] })
export class NationalSyncModule {
  static over(settings: SyncSettings): DynamicModule {
    return { module: NationalSyncModule, providers: [{ provide: SYNC_SETTINGS, useValue: settings }] };
  }
}
