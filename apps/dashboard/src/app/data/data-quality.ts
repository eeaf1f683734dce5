import { httpResource } from '@angular/common/http';
import type { DataFindings, Quarantine, QuarantineCounts, Reconciliation } from '@evenhand/contracts';
import type { TimeRange } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';

const NEVER = (): null => null;

/** What is odd in the facts of a period, by source; `null` waits. Call this and what follows while a component is being made. */
export const dataFindings = (range: () => TimeRange | null): Asked<DataFindings> =>
  askedAgain(
    httpResource<DataFindings>(() => {
      const wanted = range();
      return wanted === null ? undefined : { url: '/api/findings', params: { ...wanted } };
    }),
    NEVER,
  );

/** How many records wait in quarantine, by source, kind and reason. */
export const quarantineCounts = (): Asked<QuarantineCounts> =>
  askedAgain(
    httpResource<QuarantineCounts>(() => '/api/quarantine/counts'),
    () => 15_000,
  );

/** Which records of quarantine are wanted. */
export interface QuarantineChoice {
  readonly source: string;
  readonly entity: string;
  readonly reason: string;
  readonly limit: number;
}

/** The records of one reason; `null` asks nothing. */
export const quarantined = (choice: () => QuarantineChoice | null): Asked<Quarantine> =>
  askedAgain(
    httpResource<Quarantine>(() => {
      const wanted = choice();
      return wanted === null ? undefined : { url: '/api/quarantine', params: { ...wanted } };
    }),
    NEVER,
  );

/** What sources count and what the national portal holds, against the warehouse; `null` waits. */
export const reconciled = (range: () => TimeRange | null): Asked<Reconciliation> =>
  askedAgain(
    httpResource<Reconciliation>(() => {
      const wanted = range();
      return wanted === null ? undefined : { url: '/api/reconciliation', params: { ...wanted, limit: 50 } };
    }),
    NEVER,
  );
