import { A11yModule } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { DropDown } from '../../design/drop-down';
import { Icon } from '../../design/icon';
import { matches } from '../../format/search';
import { Words } from '../../i18n/words';

/** Chooses one of all metrics of the catalogue, found by a part of its name or of what it says. */
@Component({
  selector: 'eh-metric-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [A11yModule, DropDown, Icon, TranslocoPipe],
  template: `
    <eh-drop-down key="measure" look="chip is-set" [(isOpen)]="isOpen" (pressed)="onKey($event)">
      <span class="chip-name">{{ 'explore.measure' | transloco }}</span>
      <span class="chip-value">{{ chosen() }}</span>
      <eh-icon name="down" />
      <ng-template>
        <div class="menu picker" role="dialog" cdkTrapFocus cdkTrapFocusAutoCapture [attr.aria-label]="'explore.measure' | transloco">
          <label class="field">
            <eh-icon name="search" />
            <input
              type="search"
              cdkFocusInitial
              [placeholder]="'explore.search_measure' | transloco"
              [attr.aria-label]="'explore.search_measure' | transloco"
              (input)="search($event)"
            />
          </label>
          <ul>
            @for (one of found(); track one.id) {
              <li>
                <button type="button" class="menu-item" [attr.aria-pressed]="one.id === value()" (click)="pick(one.id)">
                  <eh-icon name="check" /><span
                    >{{ one.text }}<small>{{ one.about }}</small></span
                  >
                </button>
              </li>
            } @empty {
              <li class="none">{{ 'explore.no_measure' | transloco }}</li>
            }
          </ul>
        </div>
      </ng-template>
    </eh-drop-down>
  `,
  styles: `
    :host {
      display: inline-block;
      min-width: 0;
      max-width: 100%;
    }
    .picker {
      width: min(440px, calc(100vw - 24px));
      max-width: none;
      max-height: min(520px, 70vh);
      padding: 10px;
    }
    .field {
      flex: none;
      margin-bottom: 6px;
    }
    .field eh-icon {
      width: 15px;
      height: 15px;
    }
    ul {
      margin: 0;
      padding: 0;
      overflow: auto;
      list-style: none;
    }
    .menu-item {
      width: 100%;
    }
    small {
      display: block;
      color: var(--eh-ink-3);
      font-size: 12px;
      font-weight: 400;
    }
    .none {
      padding: 8px 12px;
      color: var(--eh-ink-3);
    }
  `,
})
export class MetricPicker {
  readonly value = input.required<string>();
  readonly choose = output<string>();

  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);

  protected readonly isOpen = signal(false);
  private readonly typed = signal('');
  protected readonly chosen = computed(() => {
    const metric = this.facts.metric(this.value());
    return metric === null ? this.value() : this.words.label(metric.label);
  });
  protected readonly found = computed(() =>
    (this.facts.catalog()?.metrics ?? [])
      .map(({ id, label, description }) => ({ id, text: this.words.label(label), about: this.words.label(description) }))
      .filter(({ id, text, about }) => matches(`${text} ${id} ${about}`, this.typed())),
  );

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed.set(event.target.value);
  }

  protected pick(id: string): void {
    this.isOpen.set(false);
    this.typed.set('');
    this.choose.emit(id);
  }

  /** Up and Down walk from the search field through the list. */
  protected onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const here = event.target instanceof HTMLElement ? event.target : null;
    const box = here?.closest('.picker');
    if (step === 0 || here === null || !box) return;
    const stops = [...box.querySelectorAll<HTMLElement>('input, button')];
    event.preventDefault();
    stops[Math.max(0, stops.indexOf(here) + step)]?.focus();
  }
}
