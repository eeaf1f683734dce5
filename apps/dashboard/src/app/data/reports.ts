import { httpResource } from '@angular/common/http';
import type { II06RowsPage, Index766Page, Index766RowsPage, QuarterlyPage, ReportII06Page } from '@evenhand/contracts';
import type { Attribution, ReportCalendar } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';

const NEVER = (): null => null;

/** Which report is wanted, of which period and unit. */
export interface ReportWanted {
  readonly period: string;
  readonly calendar: ReportCalendar;
  /** `city`, or the code of a ward. */
  readonly unit: string;
}

interface II06Wanted extends ReportWanted {
  readonly attribution: Attribution;
}

interface PageWanted {
  readonly page: number;
  readonly size: number;
}

/** Form II.06; `null` waits. Call this and what follows while a component is being made. */
export const reportII06 = (wanted: () => II06Wanted | null): Asked<ReportII06Page> =>
  askedAgain(
    httpResource<ReportII06Page>(() => {
      const request = wanted();
      return request === null ? undefined : { url: '/api/reports/ii06', params: { ...request } };
    }),
    NEVER,
  );

/** The dossiers behind a cell of form II.06. */
export const reportII06Rows = (
  wanted: () => (II06Wanted & PageWanted & { readonly cell: string; readonly field?: string }) | null,
): Asked<II06RowsPage> =>
  askedAgain(
    httpResource<II06RowsPage>(() => {
      const request = wanted();
      return request === null ? undefined : { url: '/api/reports/ii06/rows', params: { ...request } };
    }),
    NEVER,
  );

/** The quarterly evaluation. */
export const quarterlyEvaluation = (wanted: () => ReportWanted | null): Asked<QuarterlyPage> =>
  askedAgain(
    httpResource<QuarterlyPage>(() => {
      const request = wanted();
      return request === null ? undefined : { url: '/api/scores/quarterly', params: { ...request } };
    }),
    NEVER,
  );

/** Index 766. */
export const index766 = (wanted: () => ReportWanted | null): Asked<Index766Page> =>
  askedAgain(
    httpResource<Index766Page>(() => {
      const request = wanted();
      return request === null ? undefined : { url: '/api/scores/index-766', params: { ...request } };
    }),
    NEVER,
  );

/** The cases behind a cause of lost points. */
export const index766Rows = (wanted: () => (ReportWanted & PageWanted & { readonly cause: string }) | null): Asked<Index766RowsPage> =>
  askedAgain(
    httpResource<Index766RowsPage>(() => {
      const request = wanted();
      return request === null ? undefined : { url: '/api/scores/index-766/rows', params: { ...request } };
    }),
    NEVER,
  );
