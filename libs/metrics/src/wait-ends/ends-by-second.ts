import type { CitySettings, Scope, WaitEndsRequest } from '@evenhand/domain';
import { sql, type Sql, trusted } from '@evenhand/warehouse';
import { CHOOSING, draftBy } from '../compile/compile';
import { contextOf, statementOf } from '../compile/draft';
import { chosenCases, conditionOf } from '../rows-behind';

/** Whose cases they are: people who were called, who left, and who wait at the moment. */
export const CASES_OF = 'offered_long_wait_rate';

const MS_PER_SECOND = trusted('1000');

/** How many waits ended, by each end, and how many were seen no more, in a second that is closed on the right. */
export interface EndsInSecond {
  readonly second: number;
  readonly called: number;
  readonly left: number;
  readonly inLine: number;
}

/**
 * Waits by the second in which they ended, or in which somebody was last seen to wait, those of longer than `most` seconds
 * together in the one after it: however many tickets there are, so many rows. Throws InvalidQuery.
 */
export function endsBySecond(
  city: CitySettings,
  request: WaitEndsRequest,
  { scope, most }: { readonly scope: Scope; readonly most: number },
): { readonly table: string; readonly statement: Sql } {
  const { selection, asked } = chosenCases(city, { ...request, metric: CASES_OF, part: 'n' }, scope);
  const chosen = draftBy(CHOOSING, asked);
  const amount = selection.term.amount?.(contextOf(asked, chosen)) ?? sql`0`;
  const second = sql`toUInt32(least(intDiv(greatest(0, ${amount}) + ${MS_PER_SECOND} - 1, ${MS_PER_SECOND}), ${trusted(String(most + 1))}))`;
  const statement = statementOf({
    ...chosen,
    select: [
      sql`${second} AS second`,
      sql`countIf(wait_ms IS NOT NULL) AS called`,
      sql`countIf(wait_ms IS NULL AND waited_until_left_ms IS NOT NULL) AS left`,
      sql`countIf(wait_ms IS NULL AND waited_until_left_ms IS NULL) AS inLine`,
    ],
    where: [...chosen.where, sql`(${conditionOf(selection, asked, chosen)})`],
    keys: [sql`second`],
  });
  return { table: asked.part.fact.table, statement };
}
