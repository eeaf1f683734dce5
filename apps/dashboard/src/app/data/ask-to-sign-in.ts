import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { type CanActivateChildFn, RedirectCommand, Router } from '@angular/router';
import { tap } from 'rxjs';
import { mayOpen } from './page-access';
import { Session } from './session';

const SIGN_IN = '/sign-in';
const isOutside = (url: string): boolean => url.startsWith(SIGN_IN) || url.startsWith('/join');
const signInFor = (router: Router, next: string) => router.createUrlTree([SIGN_IN], next === '/' ? {} : { queryParams: { next } });

/** When a session ends while a page is open, the person signs in and comes back to the same address. */
export const askToSignIn: HttpInterceptorFn = (request, next) => {
  // The router needs the texts of titles, and those are asked for through here: it is looked up when it is needed.
  const injector = inject(Injector);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const hasEnded = error instanceof HttpErrorResponse && error.status === 401 && !request.headers.has('authorization');
        if (!hasEnded) return;
        const router = injector.get(Router);
        if (!isOutside(router.url)) void router.navigateByUrl(signInFor(router, router.url));
      },
    }),
  );
};

/** Shows a page to whoever may see it; others are asked to sign in, or told that it is not for them. */
export const openToRole: CanActivateChildFn = (_, { url }) => {
  const [state, router] = [inject(Session).state(), inject(Router)];
  if (state !== null && state.who === null) return signInFor(router, url);
  return mayOpen(state, url) || new RedirectCommand(router.parseUrl('/not-allowed'), { skipLocationChange: true });
};
