import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

type Direction = 'input' | 'output';

/** A schema that reads only the outside of a request names the one that describes all of it. */
function documented(schema: z.ZodType): z.ZodType {
  const other = schema.meta()?.['documentedBy'];
  return other instanceof z.ZodType ? other : schema;
}

/** A schema of the contracts as OpenAPI writes it; schemas with a name become components. */
function openApiOf(schema: z.ZodType, io: Direction): { schema: Record<string, unknown>; components: Record<string, unknown> } {
  const { definitions, ...rest } = z.toJSONSchema(documented(schema), { target: 'openapi-3.0', io });
  return { schema: rest, components: z.record(z.string(), z.unknown()).parse(definitions ?? {}) };
}

const settings = new DocumentBuilder()
  .setTitle('Evenhand')
  .setDescription(
    'How evenly the public administration service points of a city serve people. Days are cut in the city’s zone; ranges include their first day and exclude their last. Errors are application/problem+json.',
  )
  .setVersion('1')
  .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token in owner.json of the data folder.' }, 'owner')
  .build();

/** The document of all routes, read off the controllers and the schemas they name. */
export const openApiDocument = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    standardSchemaConverter: (schema, { schemaType }) => (schema instanceof z.ZodType ? openApiOf(schema, schemaType) : undefined),
  });
