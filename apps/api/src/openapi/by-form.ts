import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

const MEDIA_TYPES = 'x-media-types';

/** Documents an answer that whoever asks may have in several forms, each a schema with a name by its media type. */
export const inForms = (forms: Readonly<Record<string, z.ZodType>>): z.ZodType =>
  z.union(Object.values(forms)).meta({ [MEDIA_TYPES]: Object.keys(forms) });

const formsSchema = z.object({
  schema: z.object({ anyOf: z.array(z.object({ $ref: z.string() })), [MEDIA_TYPES]: z.array(z.string()) }),
});

/** The document with each form of an answer under its own media type. */
export function byForm(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths))
    for (const response of Object.values(path.post?.responses ?? {})) {
      if (response === undefined || !('content' in response)) continue;
      const { data } = formsSchema.safeParse(response.content?.['application/json']);
      if (!data) continue;
      const { anyOf, [MEDIA_TYPES]: types } = data.schema;
      response.content = Object.fromEntries(types.flatMap((type, at) => anyOf.slice(at, at + 1).map((schema) => [type, { schema }])));
    }
  return document;
}
