import { httpResource } from '@angular/common/http';
import { linkedSignal, type Signal } from '@angular/core';
import type { RowsPage } from '@evenhand/contracts';
import type { Filter, TimeRange } from '@evenhand/domain';
import { type Loadable, loadableFrom } from './loadable';

export type RowsPart = 'n' | 'cases';

/** Which rows are wanted: those that one figure rests on, or those it counts. */
export interface RowsRequest extends TimeRange {
  readonly metric: string;
  readonly part: RowsPart;
  readonly where: readonly Filter[];
  readonly page: number;
  readonly size: number;
}

export interface RowsBehind {
  readonly load: Signal<Loadable<RowsPage>>;
  retry(): void;
}

/** The filters as the query string writes them. */
export const filterTexts = (where: readonly Filter[]): string[] => where.map(({ dimension, values }) => `${dimension}:${values.join(',')}`);

/** Asks for the rows behind a figure, and again when the request changes. Call it while a component is being made; `null` waits. */
export function rowsBehind(request: () => RowsRequest | null): RowsBehind {
  const asked = httpResource<RowsPage>(() => {
    const wanted = request();
    if (wanted === null) return undefined;
    const { where, ...rest } = wanted;
    return { url: '/api/rows', params: { ...rest, where: filterTexts(where) } };
  });
  return {
    load: linkedSignal<ReturnType<typeof asked.snapshot>, Loadable<RowsPage>>({
      source: () => asked.snapshot(),
      computation: (snapshot, before) => loadableFrom(snapshot, before?.value),
    }),
    retry: () => void asked.reload(),
  };
}
