import { z } from 'zod';

/** The day in the path of a route. */
export const dayPathSchema = z.string().max(20).describe('The day, YYYY-MM-DD.');
