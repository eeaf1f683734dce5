import { Module } from '@nestjs/common';
import { SeenFigures } from './seen-figures';
import { Traces } from './traces';

/** Where whatever happens leaves its trace. */
@Module({ providers: [SeenFigures, Traces], exports: [SeenFigures, Traces] })
export class TracesModule {}
