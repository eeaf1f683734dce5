import { COLUMNS_TYPE } from '@evenhand/domain';
import type { Request } from 'express';

/** How a page is written: one object for each row of its answers, or one list for each of their columns. */
export type PageForm = 'rows' | 'columns';

export const TYPE_OF: Readonly<Record<PageForm, string>> = { rows: 'application/json', columns: COLUMNS_TYPE };

/** The form that a request would rather have; rows unless it names columns. */
export const formOf = (request: Request): PageForm =>
  request.accepts([TYPE_OF.rows, TYPE_OF.columns]) === TYPE_OF.columns ? 'columns' : 'rows';
