import { z } from 'zod';

/** The name of an environment variable that holds a credential. */
export const envName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must name an environment variable, for example QUEUE_DB_PASSWORD');
