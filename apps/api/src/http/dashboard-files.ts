import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** Names that change with their content, as the dashboard's build gives them: `main-5XK2QH7A.js`. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

const setHeaders = (response: Response, path: string): void => {
  response.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
};

const isPage = ({ method, path }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && path !== '/api' && !path.startsWith('/api/') && !/\.\w+$/.test(path);

/** Serves the built dashboard; every address that is no file and not of the API shows its page. */
export function serveDashboard(app: NestExpressApplication, folder: string): void {
  app.useStaticAssets(folder, { index: false, redirect: false, setHeaders });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) return next();
    response.sendFile(join(folder, 'index.html'), { headers: { 'cache-control': 'no-cache' }, cacheControl: false }, (error) => {
      if (error) next(error);
    });
  });
}
