import type { Routes } from '@angular/router';
import { App } from './app';
import { routes } from './app.routes';
import { openToRole } from './data/ask-to-sign-in';
import { openToScreen } from './pages/wallboard/open-to-screen';

/** What is open to everybody, and behind it the pages of those who are signed in. */
export const entrances: Routes = [
  { path: 'sign-in', title: 'sign_in.title', loadComponent: () => import('./pages/sign-in/sign-in-page').then((page) => page.SignInPage) },
  { path: 'join', title: 'join.title', loadComponent: () => import('./pages/join/join-page').then((page) => page.JoinPage) },
  {
    path: 'wallboard',
    title: 'board.title',
    canActivate: [openToScreen],
    loadComponent: () => import('./pages/wallboard/wallboard-page').then((page) => page.WallboardPage),
  },
  { path: '', component: App, canActivateChild: [openToRole], children: routes },
];
