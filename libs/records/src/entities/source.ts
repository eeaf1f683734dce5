import { EntitySchema } from 'typeorm';

/** Where facts come from, and how often its feed must bring something. */
export interface Source {
  readonly name: string;
  readonly title: string;
  /** Null when the source is no feed: a file that is loaded once. */
  readonly everyHours: number | null;
}

export const Source = new EntitySchema<Source>({
  name: 'source',
  columns: {
    name: { type: 'text', primary: true },
    title: { type: 'text' },
    everyHours: { name: 'every_hours', type: 'double precision', nullable: true },
  },
});
