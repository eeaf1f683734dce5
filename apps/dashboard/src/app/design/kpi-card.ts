import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Sparkline } from '@evenhand/charts';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FileSource } from '../data/file-source';
import type { Loadable } from '../data/loadable';
import { ExplainButton } from '../explain/explain-button';
import { type ControlMarks, ControlMarksRow } from './control-marks';
import { Icon } from './icon';
import { MoreMenu } from './more-menu';
import { Problem } from './problem';

/** A figure with all its words, ready to be shown. */
export interface KpiView {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly value: string | null;
  readonly unit: string;
  /** True where too few cases may not be shown: neither unknown nor zero. */
  readonly isHidden: boolean;
  /** What the figure could be had the silent feeds told; empty where nothing is missing. */
  readonly bounds: string;
  readonly whyNone: string;
  readonly change: {
    readonly tone: 'better' | 'worse' | 'watch' | 'neutral';
    readonly arrow: 'solid_up' | 'solid_down' | null;
    /** The arrow in a word, for those who do not see it. */
    readonly way: string;
    readonly amount: string;
    readonly rest: string;
  } | null;
  readonly series: readonly (number | null)[];
  /** The first days of its weeks. */
  readonly buckets: readonly string[];
  readonly standard: number | null;
  readonly isLastPartial: boolean;
  readonly trend: string;
  readonly target: string;
  /** How far the figure is from its standard; empty without one. */
  readonly gap: string;
  readonly isKept: boolean;
  /** What a control chart says of the figure; `null` while there is none. */
  readonly marks: ControlMarks | null;
  readonly basis: string;
  /** Where the figure comes from and how sure it is, a line each. */
  readonly about: readonly string[];
  readonly ignored: string;
  readonly rows: Readonly<Record<string, string | null>>;
}

/** A card that is a link to the rows behind its figure, with a button that explains it and a menu to take it along. */
@Component({
  selector: 'eh-kpi-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ControlMarksRow, ExplainButton, Icon, MoreMenu, Problem, RouterLink, Sparkline, TranslocoPipe],
  templateUrl: './kpi-card.html',
  styleUrl: './kpi-card.css',
})
export class KpiCard {
  readonly label = input.required<string>();
  readonly load = input.required<Loadable<KpiView>>();
  /** Where the server makes a file of the figure. */
  readonly file = input<FileSource | null>(null);
  readonly retry = output();
}
