/** One unit on the map: its place from the west and from the north, in whole tiles. */
export interface TilePlace {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

/** Tiles moved so that they begin in the first column and row: the empty rest of a map is cut away. */
export function cropped<T extends TilePlace>(tiles: readonly T[]): readonly T[] {
  const west = Math.min(...tiles.map((tile) => tile.column));
  const north = Math.min(...tiles.map((tile) => tile.row));
  return tiles.map((tile) => ({ ...tile, column: tile.column - west, row: tile.row - north }));
}

export type TileMove = 'left' | 'right' | 'up' | 'down';

export interface TileGridSize {
  readonly columns: number;
  readonly rows: number;
}

/** How many tiles the map is wide and high. */
export const gridSize = (tiles: readonly TilePlace[]): TileGridSize => ({
  columns: Math.max(0, ...tiles.map((tile) => tile.column + 1)),
  rows: Math.max(0, ...tiles.map((tile) => tile.row + 1)),
});

// A step aside counts more than a step ahead, so that an arrow keeps its row or column where it can.
const SIDE_COST = 2.5;

const DIRECTIONS: Readonly<Record<TileMove, (from: TilePlace, to: TilePlace) => readonly [ahead: number, aside: number]>> = {
  left: (from, to) => [from.column - to.column, Math.abs(to.row - from.row)],
  right: (from, to) => [to.column - from.column, Math.abs(to.row - from.row)],
  up: (from, to) => [from.row - to.row, Math.abs(to.column - from.column)],
  down: (from, to) => [to.row - from.row, Math.abs(to.column - from.column)],
};

/** The nearest tile in a direction; the tile itself at the edge of the map. */
export function tileToward<T extends TilePlace>(tiles: readonly T[], from: T, move: TileMove): T {
  const measure = DIRECTIONS[move];
  const ahead = tiles
    .map((tile) => ({ tile, way: measure(from, tile) }))
    .filter(({ way: [distance] }) => distance > 0)
    .map(({ tile, way: [distance, aside] }) => ({ tile, cost: distance + SIDE_COST * aside }));
  return ahead.reduce<{ tile: T; cost: number } | null>((best, next) => (best && best.cost <= next.cost ? best : next), null)?.tile ?? from;
}

const ELLIPSIS = '…';
const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}${ELLIPSIS}`);

/** Fills lines with whole words; a word longer than a line gets one of its own. */
const wrap = (words: readonly string[], length: number): readonly string[] =>
  words.reduce<readonly string[]>((lines, word) => {
    const longer = [lines.at(-1) ?? '', word].join(' ').trim();
    return lines.length > 0 && longer.length <= length ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);

/** A name in at most two lines: whole words where they fit, the rest cut with an ellipsis; a dash between words is left out. */
export function linesOf(name: string, length: number): readonly string[] {
  const words = name.normalize('NFC').split(/[\s–-]+/);
  const [top = '', bottom, ...rest] = wrap(words, length);
  if (bottom === undefined) return [cut(top, length)];
  return [cut(top, length), cut([bottom, ...rest].join(' '), length)];
}
