import { isDay, isStatedItem, isStatedWhole, type StatedFigure } from '@evenhand/domain';
import { z } from 'zod';

const textOrNone = z
  .string()
  .trim()
  .normalize('NFC')
  .transform((value) => value || null)
  .default(null);
const day = z.string().refine(isDay, 'must be a day written YYYY-MM-DD');
const countOrNone = z
  .string()
  .regex(/^\d{0,10}$/, 'must be a whole number, or empty')
  .transform((value) => (value === '' ? null : Number(value)))
  .default(null);

/** A row of a file of figures that somebody states. */
export const statedRow = z
  .object({
    unit: textOrNone,
    from: day,
    to: day,
    item: z
      .string()
      .refine(isStatedItem, 'must be an indicator such as index-766/1.1, a criterion such as quarterly/4, or quarterly/4/self'),
    met: countOrNone,
    of: countOrNone,
    points: z
      .enum(['', '0', '1', '2'], 'must be 0, 1 or 2, or empty')
      .transform((value) => (value === '' ? null : value === '0' ? 0 : value === '1' ? 1 : 2))
      .default(null),
    basis: textOrNone,
  })
  .refine(isStatedWhole, {
    path: ['item'],
    message: 'needs "met" and "of", met at most of, where it is an indicator, and "points" alone where it is a criterion',
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than "from"' });

type StatedRow = z.infer<typeof statedRow>;

/** A row of the file as an entry of the register. */
export function statedFigureOf({ unit, from, to, item, met, of, points, basis }: StatedRow): StatedFigure {
  return { unitCode: unit, periodFrom: from, periodTo: to, item, met, of, points, basis };
}
