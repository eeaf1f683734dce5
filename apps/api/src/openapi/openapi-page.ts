import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** Keeps the document of all routes. Reading every schema takes long, so it is made when somebody first asks for it. */
@Injectable()
export class OpenApiPage {
  private make: (() => OpenAPIObject) | undefined;
  private document: OpenAPIObject | undefined;

  /** Says how the document is made once all routes are known. */
  madeBy(make: () => OpenAPIObject): void {
    this.make = make;
  }

  read(): OpenAPIObject | undefined {
    return (this.document ??= this.make?.());
  }
}
