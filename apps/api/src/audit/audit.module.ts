import { Module } from '@nestjs/common';
import { TracesModule } from '../access/traces.module';
import { AuditController } from './audit.controller';
import { FilesModule } from '../exports/files.module';
import { AuditDesk } from './audit-desk';
import { AuditFile } from './audit-file';

/** Who did and saw what. */
@Module({ imports: [FilesModule, TracesModule], controllers: [AuditController], providers: [AuditDesk, AuditFile] })
export class AuditModule {}
