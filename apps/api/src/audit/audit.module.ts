import { Module } from '@nestjs/common';
import { TracesModule } from '../access/traces.module';
import { AuditController } from './audit.controller';
import { AuditDesk } from './audit-desk';

/** Who did and saw what. */
@Module({ imports: [TracesModule], controllers: [AuditController], providers: [AuditDesk] })
export class AuditModule {}
