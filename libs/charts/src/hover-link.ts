import { Injectable, signal } from '@angular/core';

/** What a reader points at on one drawing: a day, or a place by its code. */
export interface Pointed {
  readonly what: 'day' | 'place';
  readonly key: string;
  /** The drawing, which needs not be told. */
  readonly by: object;
}

/** Links what is pointed at across the drawings of a page. */
@Injectable({ providedIn: 'root' })
export class HoverLink {
  private readonly at = signal<Pointed | null>(null, {
    equal: (a, b) => a?.what === b?.what && a?.key === b?.key && a?.by === b?.by,
  });
  readonly pointed = this.at.asReadonly();

  point(pointed: Pointed): void {
    this.at.set(pointed);
  }

  /** Nothing is pointed at any more, unless another drawing already is. */
  leave(by: object): void {
    if (this.at()?.by === by) this.at.set(null);
  }
}
