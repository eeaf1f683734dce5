import { z } from 'zod';

export const sourceNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/)
  .describe('Name of a source of the city that is sent to it.');
