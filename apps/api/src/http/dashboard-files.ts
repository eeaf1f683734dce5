import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { nonceOf } from './security-headers';

/** Names that change with their content, as the dashboard's build gives them: `main-5XK2QH7A.js`. */
const HASHED = /-[\w-]{8}\.\w+$/;

const setHeaders = (response: Response, path: string): void => {
  response.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
};

// A page that was kept would come with the word of another answer, and its styles would be refused.
const NOT_KEPT = { 'cache-control': 'no-store' };

/** Tells the app by which word its styles are known. */
const withNonce = (page: string, nonce: string): string => page.replace('<eh-root>', `<eh-root ngCspNonce="${nonce}">`);

const isPage = ({ method, path }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && path !== '/api' && !path.startsWith('/api/') && !/\.\w+$/.test(path);

/** Serves the built dashboard; every address that is no file and not of the API shows its page. */
export function serveDashboard(app: NestExpressApplication, folder: string): void {
  app.useStaticAssets(folder, { index: false, redirect: false, setHeaders });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) return next();
    readFile(join(folder, 'index.html'), 'utf8').then(
      (page) =>
        response
          .set(NOT_KEPT)
          .type('html')
          .send(withNonce(page, nonceOf(response))),
      next,
    );
  });
}
