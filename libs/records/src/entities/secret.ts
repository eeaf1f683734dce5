import { EntitySchema } from 'typeorm';

/** A random value that this installation keeps to itself. */
export interface Secret {
  readonly name: string;
  readonly value: string;
  readonly madeAt: Date;
}

export const Secret = new EntitySchema<Secret>({
  name: 'secret',
  columns: {
    name: { type: 'text', primary: true },
    value: { type: 'text' },
    madeAt: { name: 'made_at', type: 'timestamptz' },
  },
});
