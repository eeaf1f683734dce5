import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { byForm } from './by-form';
import { openApiOf } from './openapi-schema';

const settings = new DocumentBuilder()
  .setTitle('Evenhand')
  .setDescription(
    'How evenly the public administration service points of a city serve people. Days are cut in the city’s zone; ranges include their first day and exclude their last. Errors are application/problem+json.',
  )
  .setVersion('1')
  .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token in owner.json of the data folder.' }, 'owner')
  .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token that `npm run etl -- sender add` printed.' }, 'sender')
  .build();

/** The document of all routes, read off the controllers and the schemas they name. */
export const openApiDocument = (app: INestApplication): OpenAPIObject =>
  byForm(
    SwaggerModule.createDocument(app, settings, {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
      standardSchemaConverter: (schema, { schemaType }) => (schema instanceof z.ZodType ? openApiOf(schema, schemaType) : undefined),
    }),
  );
