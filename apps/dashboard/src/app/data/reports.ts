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

/** The cases behind a cell of form II.06, or behind a cause of points lost in index 766. */
export type ReportCasesWanted =
  | (II06Wanted & { readonly of: 'ii06'; readonly cell: string; readonly field?: string })
  | (ReportWanted & { readonly of: 'index-766'; readonly cause: string });

const CASES_OF = { ii06: '/api/reports/ii06/rows', 'index-766': '/api/scores/index-766/rows' } as const;

/** Form II.06; `null` waits. Call this and what follows while a component is being made. */
export const reportII06 = (wanted: () => II06Wanted | null): Asked<ReportII06Page> =>
  askedAgain(
    httpResource<ReportII06Page>(() => {
      const request = wanted();
      return request === null ? undefined : { url: '/api/reports/ii06', params: { ...request } };
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

/** The cases behind a number of a report. */
export const reportCases = (
  wanted: () => (ReportCasesWanted & { readonly page: number; readonly size: number }) | null,
): Asked<II06RowsPage | Index766RowsPage> =>
  askedAgain(
    httpResource<II06RowsPage | Index766RowsPage>(() => {
      const request = wanted();
      if (request === null) return undefined;
      const { of, ...params } = request;
      return { url: CASES_OF[of], params: { ...params } };
    }),
    NEVER,
  );
