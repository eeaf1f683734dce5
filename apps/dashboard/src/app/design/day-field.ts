import { A11yModule } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { type Day, isDay } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { dayFromText, typedDay } from '../format/day-text';
import { DayCalendar } from './day-calendar';
import { Icon } from './icon';

/**
 * A day that is typed with the day first, whatever the language of the browser, or picked from a calendar: by its button, or by
 * Alt and the arrow down.
 */
@Component({
  selector: 'eh-day-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [A11yModule, CdkConnectedOverlay, CdkOverlayOrigin, DayCalendar, Icon, TranslocoPipe],
  templateUrl: './day-field.html',
  styleUrl: './day-field.css',
})
export class DayField {
  /** The id of the field, which its label names. */
  readonly control = input.required<string>();
  /** The chosen day; empty where there is none. */
  readonly day = input.required<string>();
  readonly isRequired = input(false);
  /** True where the day is one, and yet cannot be. */
  readonly isWrong = input(false);
  /** The day that was typed or picked; empty for a text that is no day. */
  readonly choose = output<string>();

  protected readonly isOpen = signal(false);
  /** What is being typed: another day that is proposed meanwhile does not take its place. */
  protected readonly typed = signal<string | null>(null);
  /** A typed text that is no day. It stays until a day takes its place. */
  protected readonly unread = linkedSignal<string, string | null>({
    source: this.day,
    computation: (day, before) => (day === '' ? (before?.value ?? null) : null),
  });
  protected readonly text = computed(() => this.typed() ?? this.unread() ?? (isDay(this.day()) ? typedDay(this.day()) : ''));
  protected readonly picked = computed<Day | null>(() => (isDay(this.day()) ? this.day() : null));

  protected hold({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.typed.set(target.value);
  }

  protected type({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.typed.set(null);
    const day = dayFromText(target.value);
    this.unread.set(day === null && target.value.trim() !== '' ? target.value : null);
    if (day !== null) target.value = typedDay(day);
    this.choose.emit(day ?? '');
  }

  protected pick(day: Day, field: HTMLInputElement): void {
    this.isOpen.set(false);
    this.typed.set(null);
    this.unread.set(null);
    this.choose.emit(day);
    field.focus();
  }

  protected open(event: Event): void {
    event.preventDefault();
    this.isOpen.set(true);
  }
}
