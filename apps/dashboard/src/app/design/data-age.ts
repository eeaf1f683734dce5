import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, linkedSignal, signal } from '@angular/core';
import type { DataHealth } from '@evenhand/contracts';
import { dataAge, inUnits } from '../data/data-age';
import { type Loadable, readyData } from '../data/loadable';
import { Words } from '../i18n/words';
import { Formats } from '../format/formats';

const TICK_MS = 20_000;
const MINUTE_MS = 60_000;

interface Heard {
  readonly health: DataHealth;
  /** When this moment of the server was first heard, by the clock of the browser. */
  readonly at: number;
}

/** How old the data of a kind of record is; it counts up while the page is open. Amber past the agreed interval, red past twice of it. */
@Component({
  selector: 'eh-data-age',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (age(); as age) {
      <span [class]="age.level" [title]="title()"><i aria-hidden="true"></i>{{ text() }}</span>
    }
  `,
  styles: `
    span {
      white-space: nowrap;
    }
    i {
      display: inline-block;
      width: 8px;
      height: 8px;
      margin-right: 5px;
      border-radius: 50%;
      background: var(--eh-neutral);
    }
    .fresh i {
      background: var(--eh-better);
    }
    .amber,
    .red {
      font-weight: 600;
    }
    .amber {
      color: var(--eh-watch-strong);
    }
    .amber i {
      border-radius: 2px;
      background: var(--eh-watch);
    }
    .red {
      color: var(--eh-worse-text);
    }
    .red i {
      border-radius: 0;
      background: var(--eh-worse);
    }
  `,
})
export class DataAgeLine {
  readonly health = input.required<Loadable<DataHealth>>();
  /** The kind of record whose feeds are looked at. */
  readonly entity = input.required<string>();

  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly now = signal(Date.now());

  /** A simulated city stands still: its moment is the one that was heard first. */
  private readonly heard = linkedSignal<DataHealth | null, Heard | null>({
    source: () => readyData(this.health()),
    computation: (health, before) => {
      if (health === null) return before?.value ?? null;
      return { health, at: before?.value?.health.now === health.now ? before.value.at : Date.now() };
    },
  });

  protected readonly age = computed(() => {
    const heard = this.heard();
    return heard === null ? null : dataAge(heard.health, this.entity(), Math.max(0, this.now() - heard.at));
  });

  protected readonly text = computed(() => {
    const age = this.age();
    if (age === null) return '';
    return this.words.say(age.ageMs < MINUTE_MS ? 'age.now' : 'age.ago', { age: this.length(age.ageMs) });
  });

  protected readonly title = computed(() => {
    const age = this.age();
    return age === null ? '' : this.words.say(`age.${age.level}`, { source: age.source });
  });

  constructor() {
    const timer = setInterval(() => this.now.set(Date.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  private length(ageMs: number): string {
    const { unit, count } = inUnits(ageMs);
    return this.words.say(`age.in_${unit}`, { number: this.formats.number(count) });
  }
}
