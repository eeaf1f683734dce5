import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import type { Stores } from '@evenhand/etl';
import compression from 'compression';
import type { IncomingMessage } from 'node:http';
import { constants } from 'node:zlib';
import { type AccessSettings } from './access/access-settings';
import { ApiModule } from './api.module';
import type { Logger } from './connections';
import { nameSite } from './exports/site-of';
import { serveDashboard } from './http/dashboard-files';
import { endIdleConnections } from './http/end-idle-connections';
import { ProblemFilter } from './http/problem.filter';
import { Problems } from './http/problems';
import { nameRequest } from './http/request-id';
import { logRequests } from './http/request-log';
import { secureHeaders } from './http/security-headers';
import { answerTheRest } from './http/send-problem';
import { RequestValidation } from './http/validation';
import { RememberedRoutes } from './last-answers/remembered-routes';
import { measureRequests } from './monitoring/measure-requests';
import { Measurements } from './monitoring/measurements';
import { type SyncSettings } from './national-sync/sync-settings';
import { openApiDocument } from './openapi/openapi-document';
import { OpenApiPage } from './openapi/openapi-page';

const LARGEST_BODY = '256kb';

export interface ApiOptions {
  readonly log: Logger;
  /** Folder of the built dashboard. */
  readonly dashboard: string;
  /** What senders of the national dossier sync may send. */
  readonly sync?: SyncSettings;
  /** How people reach the product and sign in. */
  readonly access?: AccessSettings;
}

/** Bodies of other addresses are read by the address itself, once it knows who sends them. */
const isReadHere = ({ url = '', headers }: IncomingMessage): boolean =>
  !/^\/api\/(national-sync|queue-events)(?![\w-])/i.test(url) && /^application\/([\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '');

/** The whole server over open stores, not yet listening. Closing it closes the stores. */
export async function createApi(stores: Stores, { log, dashboard, sync, access }: ApiOptions): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.over(() => stores, log, { sync, access }),
    new ExpressAdapter(),
    {
      logger: false,
      bodyParser: false,
      abortOnError: false,
    },
  );
  app.disable('x-powered-by');
  nameSite(app, access?.url ?? null);
  // Behind a proxy of this machine the address of the caller is the one that the proxy saw.
  app.set('trust proxy', 'loopback');
  app.use(
    endIdleConnections(app.getHttpServer()),
    nameRequest,
    logRequests(log),
    measureRequests(app.get(Measurements)),
    secureHeaders({ isSecure: access?.url?.protocol === 'https:' }),
    // What is written anew for each who asks takes the quickest way.
    compression({ level: constants.Z_BEST_SPEED }),
  );
  app.useBodyParser('json', { limit: LARGEST_BODY, type: isReadHere });
  serveDashboard(app, dashboard);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new RequestValidation());
  // The last and innermost: what is shown from memory leaves a trace as well.
  app.useGlobalInterceptors(app.get(RememberedRoutes));
  const problems = app.get(Problems);
  app.useGlobalFilters(new ProblemFilter(problems));
  app.get(OpenApiPage).madeBy(() => openApiDocument(app));
  await app.init();
  answerTheRest(app, problems);
  return app;
}
