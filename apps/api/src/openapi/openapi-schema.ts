import { z } from 'zod';

type Direction = 'input' | 'output';

/** A schema that reads only the outside of a request names the one that describes all of it. */
function documented(schema: z.ZodType): z.ZodType {
  const other = schema.meta()?.['documentedBy'];
  return other instanceof z.ZodType ? other : schema;
}

/** A schema of the contracts as OpenAPI writes it; schemas with a name become components. */
export function openApiOf(
  schema: z.ZodType,
  io: Direction,
): { readonly schema: Record<string, unknown>; readonly components: Record<string, unknown> } {
  const { definitions, ...rest } = z.toJSONSchema(documented(schema), { target: 'openapi-3.0', io });
  return { schema: rest, components: z.record(z.string(), z.unknown()).parse(definitions ?? {}) };
}
