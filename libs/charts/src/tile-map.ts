import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { HoverLink } from './hover-link';
import { type ClassEdges, stepOf } from './sequential-scale';
import { cropped, gridSize, linesOf, type TileMove, type TilePlace, tileToward } from './tile-geometry';

/** One unit of the map with its figure. */
export interface Tile extends TilePlace {
  readonly name: string;
  /** `null` when unknown: the tile is hatched. */
  readonly value: number | null;
  /** The figure as printed in the tile, e.g. "16". */
  readonly text: string;
  /** The figure in full for tooltip and screen reader, e.g. "15,9 %, 1.204 lượt, vượt mức ngẫu nhiên". */
  readonly detail: string;
  /** True when the difference to the city is more than chance: the tile is outlined. */
  readonly isBeyondChance: boolean;
  /** Where the map counts: the tile's part of the largest count, 0…1, as the area of a circle. A rate is a shade instead. */
  readonly circle?: number;
}

const TILE_WIDTH = 41;
const TILE_HEIGHT = 38;
const LARGEST_RADIUS = 18;
const NAME_LENGTH = 8;
/** A map of few units draws its tiles no higher, in CSS pixels. */
const TALLEST_TILE = 72;
/** A map no wider keeps its names on a phone. */
const FEW_COLUMNS = 7;

const MOVES: Readonly<Record<string, TileMove>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

const byReadingOrder = (a: TilePlace, b: TilePlace): number => a.row - b.row || a.column - b.column;

let instances = 0;

/**
 * The city as one tile per unit, placed roughly where the unit lies; a part of the city is cut out and centred.
 * One tab stop; arrow keys walk the map, Enter or a click emits the unit's code. The line below repeats the tile in hand in full.
 * `<eh-tile-map [tiles]="…" [edges]="[8, 14, 20, 28]" label="…" hint="…" (picked)="open($event)" />`
 */
@Component({
  selector: 'eh-tile-map',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './tile-map.html',
  styleUrl: './tile-map.css',
  host: { '[class.is-small]': 'size().columns <= fewColumns' },
})
export class TileMap {
  readonly tiles = input.required<readonly Tile[]>();
  /** In the unit of the tiles' values. */
  readonly edges = input.required<ClassEdges>();
  /** Names the map for a screen reader. */
  readonly label = input.required<string>();
  /** Stands in the line below while no tile is in hand. */
  readonly hint = input('');
  /** Code of the unit that the page is filtered to. */
  readonly selected = input<string | null>(null);
  /** The code of a unit that was clicked or entered. */
  readonly picked = output<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly link = inject(HoverLink);
  private readonly focused = signal<string | null>(null);
  private readonly hovered = signal<string | null>(null);

  protected readonly hatch = `eh-tile-hatch-${instances++}`;
  protected readonly width = TILE_WIDTH;
  protected readonly height = TILE_HEIGHT;

  protected readonly fewColumns = FEW_COLUMNS;

  private readonly ordered = computed(() => [...cropped(this.tiles())].sort(byReadingOrder));
  protected readonly size = computed(() => gridSize(this.ordered()));

  protected readonly viewBox = computed(() => `0 0 ${this.size().columns * TILE_WIDTH} ${this.size().rows * TILE_HEIGHT}`);
  protected readonly tallest = computed(() => this.size().rows * TALLEST_TILE);

  protected readonly drawn = computed(() =>
    this.ordered().map((tile) => ({
      tile,
      x: tile.column * TILE_WIDTH,
      y: tile.row * TILE_HEIGHT,
      lines: linesOf(tile.name, NAME_LENGTH),
      shade: tile.value === null ? 'unknown' : tile.circle === undefined ? `step-${stepOf(tile.value, this.edges())}` : 'counted',
      radius: tile.value === null ? 0 : LARGEST_RADIUS * Math.sqrt(tile.circle ?? 0),
      label: `${tile.name}: ${tile.detail}`,
    })),
  );

  protected readonly tabStop = computed(() => this.focused() ?? this.selected() ?? this.ordered()[0]?.code ?? null);

  /** The unit that another drawing of the page points at. */
  protected readonly pointed = computed(() => {
    const pointed = this.link.pointed();
    return pointed?.what === 'place' && pointed.by !== this ? pointed.key : null;
  });

  protected readonly inHand = computed(() => {
    const code = this.hovered() ?? this.focused() ?? this.pointed();
    return this.tiles().find((tile) => tile.code === code) ?? null;
  });

  protected readonly hold = (code: string | null): void => {
    this.focused.set(code);
    this.tell(code);
  };
  protected readonly point = (code: string | null): void => {
    this.hovered.set(code);
    this.tell(code);
  };

  protected onKey(event: KeyboardEvent, tile: Tile): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.picked.emit(tile.code);
      return;
    }
    const target = this.targetOf(event.key, tile);
    if (target === undefined) return;
    event.preventDefault();
    this.focused.set(target.code);
    const tiles = this.host.nativeElement.querySelectorAll<SVGGElement>('[data-code]');
    [...tiles].find((element) => element.dataset['code'] === target.code)?.focus();
  }

  private tell(code: string | null): void {
    if (code === null) this.link.leave(this);
    else this.link.point({ what: 'place', key: code, by: this });
  }

  private targetOf(key: string, tile: Tile): Tile | undefined {
    if (key === 'Home') return this.ordered()[0];
    if (key === 'End') return this.ordered().at(-1);
    const move = MOVES[key];
    return move && tileToward(this.tiles(), tile, move);
  }
}
