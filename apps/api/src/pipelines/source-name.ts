import { z } from 'zod';

export const sourceNameSchema = z.string().min(1).max(41).describe('Name of the source.');
