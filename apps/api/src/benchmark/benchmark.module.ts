import { Module } from '@nestjs/common';
import { Benchmark, MetricAnswers } from '@evenhand/metrics';
import { BenchmarkController } from './benchmark.controller';

@Module({
  controllers: [BenchmarkController],
  providers: [{ provide: Benchmark, useFactory: (answers: MetricAnswers) => new Benchmark(answers), inject: [MetricAnswers] }],
})
export class BenchmarkModule {}
