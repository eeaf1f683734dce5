import { type Sql, trusted } from '@evenhand/warehouse';

/** Keys held at once: a set of them takes some 16 bytes each. */
export const KEYS_AT_ONCE = 8_000_000;
/** Whole rows sorted at once. */
export const ROWS_AT_ONCE = 1_000_000;

/** Runs a step for each bucket of cases, so that its memory stays flat however large a load is. */
export async function perBucket(cases: number, atOnce: number, step: (inBucket: Sql) => Promise<void>): Promise<void> {
  const buckets = Math.max(1, Math.ceil(cases / atOnce));
  for (let bucket = 0; bucket < buckets; bucket++) await step(trusted(buckets === 1 ? '1' : `key_hash % ${buckets} = ${bucket}`));
}
