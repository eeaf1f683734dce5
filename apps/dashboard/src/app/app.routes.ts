import { inject } from '@angular/core';
import type { RedirectFunction, Routes } from '@angular/router';
import { homeOf } from './data/page-access';
import { SavedViews } from './data/saved-views';
import { Session } from './data/session';

/** The page or the kept screen that somebody begins with; whoever is not signed in does that first. */
const beginning: RedirectFunction = () => {
  const state = inject(Session).state();
  return state !== null && state.who === null ? '/sign-in' : inject(SavedViews).home(homeOf(state));
};

/** Titles are keys of the translation files. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: beginning },
  { path: 'city', title: 'city.title', loadComponent: () => import('./pages/city/city-page').then((page) => page.CityPage) },
  { path: 'act', title: 'act.title', loadComponent: () => import('./pages/act/act-page').then((page) => page.ActPage) },
  { path: 'points', title: 'points.title', loadComponent: () => import('./pages/points/points-page').then((page) => page.PointsPage) },
  { path: 'points/:code', title: 'point.title', loadComponent: () => import('./pages/point/point-page').then((page) => page.PointPage) },
  { path: 'explore', title: 'explore.title', loadComponent: () => import('./pages/explore/explore-page').then((page) => page.ExplorePage) },
  {
    path: 'unevenness',
    title: 'unevenness.title',
    loadComponent: () => import('./pages/unevenness/unevenness-page').then((page) => page.UnevennessPage),
  },
  { path: 'rows', title: 'rows.title', loadComponent: () => import('./pages/rows/rows-page').then((page) => page.RowsPage) },
  { path: 'data', title: 'data.title', loadComponent: () => import('./pages/data/data-page').then((page) => page.DataPage) },
  {
    path: 'pipelines',
    title: 'pipelines.title',
    loadComponent: () => import('./pages/pipelines/pipelines-page').then((page) => page.PipelinesPage),
  },
  {
    path: 'calendar',
    title: 'calendar.title',
    loadComponent: () => import('./pages/calendar/calendar-page').then((page) => page.CalendarPage),
  },
  {
    path: 'standards',
    title: 'standards.title',
    loadComponent: () => import('./pages/standards/standards-page').then((page) => page.StandardsPage),
  },
  {
    path: 'standards/:id',
    title: 'standards.one',
    loadComponent: () => import('./pages/standards/standard-details').then((page) => page.StandardDetails),
  },
  {
    path: 'dossiers/:code',
    title: 'timeline.title',
    loadComponent: () => import('./pages/dossier/dossier-page').then((page) => page.DossierPage),
  },
  {
    path: 'reports',
    title: 'reports.title',
    loadComponent: () => import('./pages/reports/reports-page').then((page) => page.ReportsPage),
  },
  { path: 'audit', title: 'audit.title', loadComponent: () => import('./pages/audit/audit-page').then((page) => page.AuditPage) },
  {
    path: 'administration',
    title: 'administration.title',
    loadComponent: () => import('./pages/administration/administration-page').then((page) => page.AdministrationPage),
  },
  { path: 'account', title: 'account.title', loadComponent: () => import('./pages/account/account-page').then((page) => page.AccountPage) },
  { path: 'design', title: 'design.title', loadComponent: () => import('./pages/design/design-page').then((page) => page.DesignPage) },
  { path: 'help', title: 'help.title', loadComponent: () => import('./pages/help/help-page').then((page) => page.HelpPage) },
  {
    path: 'not-allowed',
    title: 'not_allowed.title',
    loadComponent: () => import('./pages/not-allowed/not-allowed-page').then((page) => page.NotAllowedPage),
  },
  { path: '**', title: 'lost.title', loadComponent: () => import('./pages/lost/lost-page').then((page) => page.LostPage) },
];
