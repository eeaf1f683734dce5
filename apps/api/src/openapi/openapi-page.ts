import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** Keeps the document of all routes, which is made once all routes are known. */
@Injectable()
export class OpenApiPage {
  private document: OpenAPIObject | undefined;

  show(document: OpenAPIObject): void {
    this.document = document;
  }

  read(): OpenAPIObject | undefined {
    return this.document;
  }
}
