import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type BenchmarkQuery, benchmarkQuerySchema, benchmarkSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { Benchmark } from '@evenhand/metrics';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';

@ApiTags('comparisons')
@Controller('benchmark')
export class BenchmarkController {
  constructor(private readonly benchmark: Benchmark) {}

  @Get()
  @AnswersWith(benchmarkSchema, 'The own points beside groups of others, of whom none can be told from its neighbours.')
  read(@Query({ schema: benchmarkQuerySchema }) query: BenchmarkQuery, @ScopeOf() scope: Scope) {
    return this.benchmark.read(query, scope);
  }
}
