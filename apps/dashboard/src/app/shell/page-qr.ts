import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter, map, startWith } from 'rxjs';
import { qrOf } from './qr-path';

/** The way back from paper to the screen: a code of the address with its filters. Whoever opens it signs in as themselves. */
@Component({
  selector: 'eh-page-qr',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @let code = qr();
    <svg [attr.viewBox]="'0 0 ' + code.size + ' ' + code.size" role="img" [attr.aria-label]="'print.qr' | transloco">
      <path [attr.d]="code.path" />
    </svg>
    <span>{{ 'print.qr' | transloco }}</span>
  `,
  styles: `
    :host {
      display: none;
      flex: none;
      gap: 8px;
      align-items: center;
      font-size: 10px;
      line-height: 1.3;
    }
    @media print {
      :host {
        display: flex;
      }
    }
    svg {
      width: 84px;
      height: 84px;
      forced-color-adjust: none;
    }
    span {
      max-width: 84px;
    }
  `,
})
export class PageQr {
  private readonly router = inject(Router);
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
      startWith(this.router.url),
    ),
    { requireSync: true },
  );
  protected readonly qr = computed(() => qrOf(`${location.origin}${this.address()}`));
}
