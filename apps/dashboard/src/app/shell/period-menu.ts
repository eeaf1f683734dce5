import { A11yModule } from '@angular/cdk/a11y';
import { OverlayModule } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { TimeRange } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../data/city-facts';
import { Filters } from '../data/filters';
import { type Preset, presetOf, PRESETS, presetRange } from '../data/periods';
import { Icon } from '../design/icon';
import { Formats } from '../format/formats';
import { RangeCalendar } from './range-calendar';

/** The chip of the period: ready periods of the data, or two days of a calendar. */
@Component({
  selector: 'eh-period-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [A11yModule, Icon, OverlayModule, RangeCalendar, TranslocoPipe],
  templateUrl: './period-menu.html',
})
export class PeriodMenu {
  private readonly filters = inject(Filters);
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);

  protected readonly isOpen = signal(false);
  protected readonly isCalendarShown = signal(false);

  protected readonly range = this.filters.range;
  protected readonly known = this.facts.knownDays;
  protected readonly text = computed(() => {
    const range = this.range();
    return range === null ? '…' : this.formats.range(range);
  });
  protected readonly name = computed(() => {
    const range = this.range();
    return range === null ? '' : this.formats.namedRange(range);
  });
  protected readonly isSet = computed(() => this.filters.choice().range !== null);

  protected readonly presets = computed(() => {
    const [known, range] = [this.known(), this.range()];
    if (known === null || range === null) return [];
    const chosen = presetOf(range, known.lastDay);
    return PRESETS.map((preset) => ({
      ...{ preset, isChosen: preset === chosen },
      days: this.formats.namedRange(presetRange(preset, known.lastDay)),
    }));
  });

  protected async choosePreset(preset: Preset): Promise<void> {
    const known = this.known();
    this.close();
    // The default period stays out of the link, so that the link follows the data.
    if (known !== null) await this.filters.change({ range: preset === 'month' ? null : presetRange(preset, known.lastDay) });
  }

  protected async chooseRange(range: TimeRange): Promise<void> {
    this.close();
    await this.filters.change({ range });
  }

  protected open(): void {
    this.isCalendarShown.set(false);
    this.isOpen.update((isOpen) => !isOpen);
  }

  protected close(): void {
    this.isOpen.set(false);
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
  }
}
