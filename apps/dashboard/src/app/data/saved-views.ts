import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { type Params, Router, type UrlTree } from '@angular/router';
import type { ChangeView, Problem, SavedViewInfo, SavedViews as Found, ViewHistory } from '@evenhand/contracts';
import { firstValueFrom } from 'rxjs';
import { problemFrom } from './problem';

/** Parameters of a reader, not of a screen. */
const OWN = ['lang'];

/** A page and its query string. */
export interface Screen {
  readonly path: string;
  readonly query: string;
}

/** The screen of an address of this product, without what belongs to the reader alone. */
export function screenOf(url: string): Screen {
  const [path = '/', query = ''] = (url.split('#')[0] ?? '').split('?');
  const params = new URLSearchParams(query);
  for (const name of OWN) params.delete(name);
  return { path, query: params.toString() };
}

/** The parameters of a query string, repeated ones as lists. */
export function paramsOf(query: string): Params {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

const addressOf = (id: string): string => `/api/views/${encodeURIComponent(id)}`;

/** The screens that the reader keeps, and those that others share. Asked for once somebody wants to see them. */
@Injectable({ providedIn: 'root' })
export class SavedViews {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly isWanted = signal(false);
  private readonly asked = httpResource<Found>(() => (this.isWanted() ? '/api/views' : undefined));
  private readonly failed = signal<Problem | null>(null);

  readonly found = computed<Found>(() => (this.asked.hasValue() ? this.asked.value() : { views: [], home: null }));
  readonly isLoading = computed(() => this.asked.isLoading() && !this.asked.hasValue());
  /** Why the last thing could not be done. */
  readonly problem = computed(() => this.failed() ?? (this.asked.status() === 'error' ? problemFrom(this.asked.error()) : null));
  /** The view that was thrown away last, for as long as that can be taken back here. */
  readonly thrownAway = signal<SavedViewInfo | null>(null);

  /** Looks anew at what there is. */
  look(): void {
    this.failed.set(null);
    if (this.isWanted()) this.asked.reload();
    this.isWanted.set(true);
  }

  save(name: string, screen: Screen, isShared: boolean): Promise<boolean> {
    return this.done(this.http.post('/api/views', { name, ...screen, isShared }));
  }

  change({ id }: SavedViewInfo, change: ChangeView): Promise<boolean> {
    return this.done(this.http.put(addressOf(id), change));
  }

  async throwAway(view: SavedViewInfo): Promise<void> {
    if (await this.done(this.http.delete(addressOf(view.id)))) this.thrownAway.set(view);
  }

  async bringBack(): Promise<void> {
    const view = this.thrownAway();
    if (view !== null && (await this.done(this.http.post(`${addressOf(view.id)}/undelete`, {})))) this.thrownAway.set(null);
  }

  restore({ id }: SavedViewInfo, version: number): Promise<boolean> {
    return this.done(this.http.post(`${addressOf(id)}/restore`, { version }));
  }

  setHome(id: string | null): Promise<boolean> {
    return this.done(this.http.put('/api/views/home', { id }));
  }

  async history({ id }: SavedViewInfo): Promise<ViewHistory> {
    return firstValueFrom(this.http.get<ViewHistory>(`${addressOf(id)}/history`)).catch(() => ({ versions: [] }));
  }

  /** Where the reader begins: the view they chose, else the given page. */
  async home(otherwise: string): Promise<UrlTree> {
    const { views, home } = await firstValueFrom(this.http.get<Found>('/api/views')).catch((): Found => ({ views: [], home: null }));
    const view = views.find(({ id }) => id === home);
    return view === undefined
      ? this.router.parseUrl(otherwise)
      : this.router.createUrlTree([view.path], { queryParams: paramsOf(view.query) });
  }

  private async done(request: Parameters<typeof firstValueFrom>[0]): Promise<boolean> {
    this.failed.set(null);
    try {
      await firstValueFrom(request);
    } catch (error) {
      this.failed.set(problemFrom(error));
      return false;
    }
    this.asked.reload();
    return true;
  }
}
