import { Module } from '@nestjs/common';
import { FilesModule } from '../exports/files.module';
import { RowsController } from './rows.controller';
import { RowsBehindFigures } from './rows-behind-figures';
import { RowsExports } from './rows-exports';
import { RowsFile } from './rows-file';

@Module({
  imports: [FilesModule],
  controllers: [RowsController],
  providers: [RowsBehindFigures, RowsExports, RowsFile],
  exports: [RowsFile],
})
export class RowsModule {}
