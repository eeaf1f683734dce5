import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const SHAPES = {
  screen: 'M3 4h18v12H3zM8 20h8M12 16v4',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5v.5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  solid_dots: 'M11 5a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 19a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  city: 'M3 21h18M5 21V9l5-4v16M10 21V11h9v10M13 15h3M13 18h3',
  spread: 'M4 4v16h16M7 16.5c5-1.5 8-3 13-3M7 6.5c5 2 8 3 13 3.5M9 11.5h.01M13 12h.01M17 5.5h.01M17 11.5h.01',
  points: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  act: 'M13 3 5 14h6l-1 7 8-11h-6Z',
  data: 'M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3ZM4 6v6c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12v6c0 1.7 3.6 3 8 3s8-1.3 8-3v-6',
  flow: 'M3 7h7l4 10h7M17 13l4 4-4 4M3 17h5M14 7h7',
  trail: 'M5 4h11l3 3v13H5zM8.5 9h7M8.5 12.5h7M8.5 16h4',
  calendar: 'M5 5h14v15H5zM5 10h14M9 3v4M15 3v4M9 14h2M13 14h2',
  standards: 'M6 3h9l4 4v14H6zM15 3v4h4M9 13l2 2 4-4',
  reports: 'M4 4h16v16H4zM4 9h16M9 9v11M9 14.5h11',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5Z',
  down: 'm6 9 6 6 6-6',
  bookmark: 'M6 4h12v17l-6-4.5L6 21Z',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1.5-1.5',
  pin: 'M9 3h6l-1 7 4 4H6l4-4ZM12 14v7',
  left: 'm15 6-6 6 6 6',
  right: 'm9 6 6 6-6 6',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4',
  check: 'm5 12 5 5 9-10',
  table: 'M4 5h16v14H4zM4 10h16M4 15h16M10 5v14',
  chart: 'M4 4v16h16M8 15l3-4 3 2 5-7',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5M12 7.5v.5',
  note: 'M4 4h16v12H11l-4 4v-4H4zM8 8.5h8M8 12h5',
  close: 'M6 6l12 12M18 6 6 18',
  onward: 'M4 12h15M13 6l6 6-6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-3.7 3.6-5.5 7.5-5.5s6.9 1.8 7.5 5.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2.5',
  solid_up: 'M12 6 20 18H4Z',
  solid_down: 'M12 18 4 6h16Z',
} as const;

export type IconName = keyof typeof SHAPES;

/** A drawing of 18 pixels; decoration only, the words stand beside it or in the button's label. */
@Component({
  selector: 'eh-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `<svg viewBox="0 0 24 24" focusable="false" [class.is-solid]="isSolid()"><path [attr.d]="shape()" /></svg>`,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 18px;
      height: 18px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.7;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .is-solid {
      fill: currentColor;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly isSolid = computed(() => this.name().startsWith('solid_'));
  protected readonly shape = computed(() => SHAPES[this.name()]);
}
