import { minutesAhead } from '../zone-offset';
import type { Dialect, InstantKind } from './dialect';

const quoted = (name: string): string => `\`${name}\``;
const TO_UTC = "@@session.time_zone, '+00:00'";
const FROM_UTC = "'+00:00', @@session.time_zone";

const written = (expression: string, kind: InstantKind): string =>
  kind === 'absolute'
    ? `DATE_FORMAT(CONVERT_TZ(${expression}, ${TO_UTC}), '%Y-%m-%dT%H:%i:%s.%fZ')`
    : `DATE_FORMAT(${expression}, '%Y-%m-%d %H:%i:%s.%f')`;

function instantKind(type: string): InstantKind | undefined {
  if (type === 'timestamp') return 'absolute';
  return type === 'datetime' ? 'local' : undefined;
}

/** How MySQL and MariaDB are asked. They know zones by name only where somebody has loaded them. A `timestamp` is shown in the zone of the session, so it is turned into UTC first. */
export const MYSQL: Dialect = {
  reader: 'mysql',
  port: 3306,
  quoted,
  place: ({ table }) => quoted(table),
  columnsOf: ({ table }) =>
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '${table}'`,
  instantKind,
  text: ({ name, type }) => {
    const kind = instantKind(type);
    return kind === undefined ? `CAST(${quoted(name)} AS CHAR)` : written(quoted(name), kind);
  },
  instant: (value, kind, minutesBefore = 0) => {
    const local = `TIMESTAMP '${value.replace('T', ' ').replace('Z', '')}'`;
    return `(${kind === 'absolute' ? `CONVERT_TZ(${local}, ${FROM_UTC})` : local} - INTERVAL ${minutesBefore} MINUTE)`;
  },
  clock: (kind, zone) =>
    kind === 'absolute'
      ? "DATE_FORMAT(UTC_TIMESTAMP(6), '%Y-%m-%dT%H:%i:%s.%fZ')"
      : `DATE_FORMAT(UTC_TIMESTAMP(6) + INTERVAL ${minutesAhead(zone, new Date())} MINUTE, '%Y-%m-%d %H:%i:%s.%f')`,
  written,
};
