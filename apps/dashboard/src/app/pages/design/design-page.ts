import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Chart, Sparkline, type Tile, TileMap } from '@evenhand/charts';
import { VERDICT_STATES } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { VERDICTS } from '../../data/verdict';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { Segmented } from '../../design/segmented';
import { StandingTag } from '../../design/standing-tag';
import { VerdictTag } from '../../design/verdict-tag';
import { ZoomBar } from '../../design/zoom-bar';
import { Words } from '../../i18n/words';
import { ExampleTable } from './example-table';
import { inventedCharts } from './invented-charts';
import { PalettePanel } from './palette-panel';
import { StatesPanel } from './states-panel';

const SIZES = [
  ['status', 27, 600],
  ['value', 32, 700],
  ['heading', 15.5, 600],
  ['body', 14, 400],
  ['note', 12, 400],
] as const;
const SPACES = [4, 8, 12, 16, 24, 32] as const;

const TILES: readonly Tile[] = [31, 22, 16, 9, 4, null].map((value, index) => ({
  ...{ code: `${index}`, name: ['Đống Đa', 'Âu Cơ', 'Ô Chợ Dừa', 'Yên Hoà', 'Ba Đình', 'Sơn Tây'][index] ?? '', value },
  ...{
    column: index % 3,
    row: Math.floor(index / 3),
    text: value === null ? '–' : `${value}`,
    detail: value === null ? '–' : `${value} %`,
  },
  isBeyondChance: index === 0,
}));

const CIRCLES: readonly Tile[] = TILES.map((tile) => ({ ...tile, circle: (tile.value ?? 0) / 31, detail: tile.text }));

/** What the product is made of, each part once, in every state, with figures that are invented and say so. */
@Component({
  selector: 'eh-design-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    Chart,
    ExampleTable,
    Icon,
    PalettePanel,
    Panel,
    Segmented,
    Sparkline,
    StandingTag,
    StatesPanel,
    TileMap,
    TranslocoPipe,
    VerdictTag,
    ZoomBar,
  ],
  templateUrl: './design-page.html',
  styleUrl: './design-page.css',
})
export class DesignPage {
  protected readonly words = inject(Words);
  protected readonly SIZES = SIZES;
  protected readonly SPACES = SPACES;
  protected readonly TILES = TILES;
  protected readonly CIRCLES = CIRCLES;
  protected readonly VERDICTS = VERDICTS;
  protected readonly STANDINGS = VERDICT_STATES;
  protected readonly segment = signal('chart');
  protected readonly charts = computed(() => inventedCharts(this.words.say('board.unknown')));
  protected readonly segments = computed(() =>
    (['chart', 'table'] as const).map((value) => ({ value, text: this.words.say(`design.as_${value}`) })),
  );
}
