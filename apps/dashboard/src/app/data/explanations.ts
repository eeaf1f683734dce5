import { httpResource } from '@angular/common/http';
import type { ExplanationPage } from '@evenhand/contracts';
import type { Filter, TimeRange } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';
import { filterTexts } from './rows-behind';

/** Which figure is to be explained. */
export interface ExplainRequest extends TimeRange {
  readonly metric: string;
  readonly where: readonly Filter[];
}

/** Where a figure comes from and what it leaves out; `null` asks nothing. Call it while a component is being made. */
export const explanation = (request: () => ExplainRequest | null): Asked<ExplanationPage> =>
  askedAgain(
    httpResource<ExplanationPage>(() => {
      const wanted = request();
      return wanted === null ? undefined : { url: '/api/explain', params: { ...wanted, where: filterTexts(wanted.where) } };
    }),
    () => null,
  );
