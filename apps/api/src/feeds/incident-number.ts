import { z } from 'zod';

export const incidentNumberSchema = z.coerce.number().int().min(1).max(2_147_483_647).describe('Number of the incident.');
