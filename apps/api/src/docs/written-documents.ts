import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { MetricAnswers } from '@evenhand/metrics';
import type { MetricInfo } from '@evenhand/domain';
import { openWarehouse } from '@evenhand/warehouse';
import { pino } from 'pino';
import { ApiModule } from '../api.module';
import { openApiDocument } from '../openapi/openapi-document';
import { accessPage } from './access-page';
import { contractsPage } from './contracts-page';
import { metricsPage } from './metrics-page';

const ANY_CITY = { name: { vi: '', en: '' }, zone: 'UTC', languages: ['vi'], isSimulated: false, longWaitMinutes: 20 } as const;

async function documentedMetrics(): Promise<readonly MetricInfo[]> {
  const warehouse = await openWarehouse('memory');
  try {
    return new MetricAnswers(warehouse, ANY_CITY).catalog();
  } finally {
    await warehouse.close();
  }
}

const unopened = (): never => {
  throw new Error('The documents are written from the code alone; no store is open.');
};

/** The generated documents by their path. They depend on the code alone, so no data folder is opened. */
export async function writtenDocuments(): Promise<Readonly<Record<string, string>>> {
  // A preview knows all routes without making the objects that answer them.
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.over(unopened, pino({ level: 'silent' })), new ExpressAdapter(), {
    logger: false,
    preview: true,
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  return {
    'docs/openapi.json': `${JSON.stringify(openApiDocument(app), undefined, 2)}\n`,
    'docs/access.md': accessPage(),
    'docs/contracts.md': contractsPage(),
    'docs/metrics.md': metricsPage(await documentedMetrics()),
  };
}
