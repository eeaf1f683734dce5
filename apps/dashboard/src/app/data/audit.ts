import { HttpClient, httpResource } from '@angular/common/http';
import { inject } from '@angular/core';
import type { AuditCheckInfo, AuditPage, Problem } from '@evenhand/contracts';
import { firstValueFrom } from 'rxjs';
import { type Asked, askedAgain } from './asked-again';
import { problemFrom } from './problem';

/** Which entries are wanted. */
export interface AuditWanted {
  readonly who: string | null;
  readonly did: string | null;
  readonly page: number;
  readonly size: number;
}

/** Entries of the audit log, the last first. Call it while a component is being made. */
export const auditEntries = (wanted: () => AuditWanted): Asked<AuditPage> =>
  askedAgain(
    httpResource<AuditPage>(() => {
      const { who, did, page, size } = wanted();
      return { url: '/api/audit', params: { page, size, ...(who === null ? {} : { who }), ...(did === null ? {} : { did }) } };
    }),
    () => null,
  );

/** Follows the whole log. Call it while a component is being made; what it gives may be called later. */
export function auditCheck(): () => Promise<AuditCheckInfo | Problem> {
  const http = inject(HttpClient);
  return () => firstValueFrom(http.post<AuditCheckInfo>('/api/audit/check', {})).catch(problemFrom);
}
