import { identifier, sql, type Sql } from '@evenhand/warehouse';

/** Cuts an instant into half-hours of the city's day, 0…47. */
export const halfHourOf =
  (instant: string) =>
  (zone: Sql): Sql =>
    sql`toUInt8(toHour(${identifier(instant)}, ${zone}) * 2 + intDiv(toMinute(${identifier(instant)}, ${zone}), 30))`;
