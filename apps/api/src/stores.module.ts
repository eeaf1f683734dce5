import { type DynamicModule, Inject, type InjectionToken, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Stores } from '@evenhand/etl';
import { Comparisons, MetricAnswers } from '@evenhand/metrics';
import { BOUNDARIES_FILE, CITY_SETTINGS, DATA_FOLDER, LOG, type Logger, NOW, RECORDS, STORES, WAREHOUSE } from './connections';
import { Problems } from './http/problems';

const partOf = (token: InjectionToken, part: (stores: Stores) => unknown) => ({ provide: token, useFactory: part, inject: [STORES] });

/** What every subject needs: the open stores, the answers over them, the log. Closed last, when no request runs any more. */
@Module({})
export class StoresModule implements OnApplicationShutdown {
  constructor(@Inject(STORES) private readonly stores: Stores) {}

  static over(stores: () => Stores, log: Logger): DynamicModule {
    const providers = [
      { provide: STORES, useFactory: stores },
      partOf(DATA_FOLDER, ({ folder }) => folder),
      partOf(WAREHOUSE, ({ questions }) => questions),
      partOf(RECORDS, ({ records }) => records),
      partOf(CITY_SETTINGS, ({ city }) => city.settings),
      partOf(BOUNDARIES_FILE, ({ city }) => city.boundaries),
      { provide: LOG, useValue: log },
      { provide: NOW, useValue: () => new Date() },
      {
        provide: MetricAnswers,
        useFactory: ({ questions, city }: Stores) => new MetricAnswers(questions, city.settings),
        inject: [STORES],
      },
      {
        provide: Comparisons,
        useFactory: ({ questions, city }: Stores, answers: MetricAnswers) => new Comparisons(questions, city.settings, answers),
        inject: [STORES, MetricAnswers],
      },
      Problems,
    ];
    return { module: StoresModule, global: true, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stores.close();
  }
}
