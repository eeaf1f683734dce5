import { Location } from '@angular/common';
import { computed, inject, Injectable, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, type ParamMap, Router } from '@angular/router';
import { filter, map } from 'rxjs';

/** What a page writes into the query string: `null` takes a parameter out. */
export type UrlChanges = Readonly<Record<string, string | readonly string[] | null>>;

/** The query string as signals. All state of a screen lives here, so a link or a reload reproduces it. */
@Injectable({ providedIn: 'root' })
export class UrlState {
  private readonly router = inject(Router);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: inject(Location).path() },
  );

  readonly params: Signal<ParamMap> = computed(() => this.router.parseUrl(this.url()).queryParamMap);

  /** One parameter, `null` when it is not there. */
  param(name: string): Signal<string | null> {
    return computed(() => this.params().get(name));
  }

  /** Changes some parameters and keeps the others, and the place on the page; the browser's back button undoes it. */
  async set(changes: UrlChanges): Promise<void> {
    await this.router.navigate([], { queryParams: changes, queryParamsHandling: 'merge', replaceUrl: false, scroll: 'manual' });
  }

  /** As {@link set}, without a step in the browser's history: for what changes with every key stroke. */
  async replace(changes: UrlChanges): Promise<void> {
    await this.router.navigate([], { queryParams: changes, queryParamsHandling: 'merge', replaceUrl: true, scroll: 'manual' });
  }
}
