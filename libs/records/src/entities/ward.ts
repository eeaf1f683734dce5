import { EntitySchema } from 'typeorm';

/** An administrative unit of the city (phường, xã or đặc khu), identified by its national code. */
export interface Ward {
  /** Text with its leading zeros: `00004`. */
  readonly code: string;
  readonly name: string;
  readonly type: string | null;
  readonly population: number | null;
  /** Place on the tile map, from the west. */
  readonly column: number | null;
  /** Place on the tile map, from the north. */
  readonly row: number | null;
}

export const Ward = new EntitySchema<Ward>({
  name: 'ward',
  columns: {
    code: { type: 'text', primary: true },
    name: { type: 'text' },
    type: { type: 'text', nullable: true },
    population: { type: 'integer', nullable: true },
    column: { name: 'tile_column', type: 'smallint', nullable: true },
    row: { name: 'tile_row', type: 'smallint', nullable: true },
  },
});
