import { Module } from '@nestjs/common';
import { TracesModule } from '../access/traces.module';
import { CityModule } from '../city/city.module';
import { PointsModule } from '../points/points.module';
import { CodeNames } from './code-names';
import { FileSender } from './file-sender';
import { Frames } from './frames';

/** What every file needs: names for codes, what stands around its tables, and the way out. */
@Module({ imports: [CityModule, PointsModule, TracesModule], providers: [CodeNames, FileSender, Frames], exports: [FileSender, Frames] })
export class FilesModule {}
