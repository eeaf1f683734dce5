import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ENTRY_KEY, weekdayHours, type OpeningHours, type PointManagement, type ServicePoint } from '@evenhand/records';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { CityDescription, FormerUnit } from './city-description';
import { cityFileSchema, type CityFile } from './city-file';
import { grouped } from './grouped';
import { InvalidCity } from './invalid-city';
import { readReference } from './read-reference';
import { calendarDayOf, hoursOnDatesOf, limitsOf } from './register-rows';
import {
  branchRow,
  calendarRow,
  fieldRow,
  limitRow,
  openingDateRow,
  openingHoursRow,
  pointRow,
  procedureRow,
  unitRow,
  type PointRow,
} from './reference-rows';

function contentOf(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InvalidCity(`There is no city file at ${path}. Name one with EVENHAND_CITY.`, { cause: error });
  }
  try {
    return parse(text);
  } catch (error) {
    throw new InvalidCity(`${path} is not YAML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`, {
      cause: error,
    });
  }
}

const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), content);

function sentence(error: z.ZodError, content: unknown): string {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const place = issue.path.length > 0 ? ` under "${issue.path.join('.')}"` : '';
    return `"${issue.keys.join('", "')}"${place} is not a setting of a city`;
  }
  const field = issue?.path.join('.') ?? '';
  const value = valueAt(content, issue?.path ?? []);
  if (field === '') return 'it must hold settings such as "name" and "zone"';
  return value === undefined ? `"${field}" is missing` : `"${field}" is ${JSON.stringify(value)} but ${issue?.message ?? 'is not allowed'}`;
}

function checkedFile(path: string): CityFile {
  const content = contentOf(path);
  const checked = cityFileSchema.safeParse(content);
  if (!checked.success) throw new InvalidCity(`${path}: ${sentence(checked.error, content)}.`);
  return checked.data;
}

const earliest = (days: readonly string[]): string => days.reduce((first, day) => (day < first ? day : first));
const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (last === null || day === null ? null : day > last ? day : last));

/** One point per code, from the beginning of its first stretch to the end of its last; it stands where the last one says. */
function pointsOf(rows: readonly PointRow[]): ServicePoint[] {
  const stretches = grouped(rows, ({ code }) => code);
  return [...stretches].map(([code, ofPoint]) => {
    const last = ofPoint.reduce((later, row) => (row.valid_from > later.valid_from ? row : later));
    const validFrom = earliest(ofPoint.map(({ valid_from }) => valid_from));
    return { code, name: last.name, wardCode: last.unit, validFrom, validTo: latest(ofPoint.map(({ valid_to }) => valid_to)) };
  });
}

/** Which former units a point took over, over all its stretches. */
const predecessorsOf = (rows: readonly PointRow[]): FormerUnit[] =>
  rows.flatMap(({ code, predecessors }) => predecessors.map((former) => ({ code: former, successor: code })));

function checkPredecessors(path: string, rows: readonly PointRow[]): void {
  const bySuccessor = grouped(predecessorsOf(rows), ({ code }) => code);
  for (const [former, moves] of bySuccessor) {
    const successors = [...new Set(moves.map(({ successor }) => successor))];
    if (successors.length > 1)
      throw new InvalidCity(`${path}: the former unit "${former}" was taken over by ${successors.join(' and ')}; name one.`);
  }
}

const managementOf = (rows: readonly PointRow[]): PointManagement[] =>
  rows.flatMap(({ code, branch, valid_from, valid_to }) =>
    branch === null ? [] : [{ pointCode: code, branchCode: branch, validFrom: valid_from, validTo: valid_to }],
  );

interface Coded {
  readonly code: string;
}

function checkReference(path: string, what: string, known: readonly Coded[], used: readonly (string | null)[]): void {
  const codes = new Set(known.map(({ code }) => code));
  const unknown = used.find((code) => code !== null && !codes.has(code));
  if (unknown) throw new InvalidCity(`${path}: ${what} "${unknown}" is used but never described.`);
}

function checkOnce(path: string, what: string, rows: readonly Coded[]): void {
  const twice = [...grouped(rows, ({ code }) => code)].find(([, sameCode]) => sameCode.length > 1);
  if (twice) throw new InvalidCity(`${path}: ${what} "${twice[0]}" is described ${twice[1].length} times.`);
}

function checkStretches(path: string, rows: readonly PointRow[]): void {
  for (const [code, ofPoint] of grouped(rows, ({ code }) => code)) {
    const inOrder = ofPoint.toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
    const overlap = inOrder.find(({ valid_to }, index) => {
      const next = inOrder[index + 1];
      return next !== undefined && (valid_to === null || valid_to > next.valid_from);
    });
    if (overlap) throw new InvalidCity(`${path}: point "${code}" has stretches of time that overlap; each must end where the next begins.`);
  }
}

function checkHours(path: string, rows: readonly OpeningHours[]): void {
  try {
    weekdayHours(rows);
  } catch (error) {
    throw new InvalidCity(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function checkReferences(city: CityDescription): void {
  const { path, wards, branches, points, management, fields, procedures, openingHours, hoursOnDates, limits } = city;
  checkReference(
    path,
    'unit',
    wards,
    points.map(({ wardCode }) => wardCode),
  );
  checkReference(
    path,
    'branch',
    branches,
    management.map(({ branchCode }) => branchCode),
  );
  checkReference(
    path,
    'field',
    fields,
    procedures.map(({ fieldCode }) => fieldCode),
  );
  checkReference(
    path,
    'point',
    points,
    [...openingHours, ...hoursOnDates].map(({ pointCode }) => pointCode),
  );
  checkReference(
    path,
    'procedure',
    procedures,
    limits.map(({ procedureCode }) => procedureCode),
  );
}

/**
 * Reads a `city.yml` and the reference files beside it.
 * @throws {InvalidCity} with a sentence that names the file, the field, the value and what is allowed
 */
export function readCity(path: string): CityDescription {
  const said = checkedFile(path);
  const { name, zone, languages, simulated, thresholds, points_are, reference, sources, working_time: workingTime, boundaries } = said;
  const beside = (file: string | undefined): string | undefined => (file === undefined ? undefined : join(dirname(path), file));
  const pointRows = readReference(beside(reference.points), pointRow);
  const procedures = readReference(beside(reference.procedures), procedureRow).map(({ code, name_vi, name_en, field, working_days }) => ({
    code,
    nameVi: name_vi,
    nameEn: name_en,
    fieldCode: field,
    workingDays: working_days,
  }));
  const city: CityDescription = {
    path: resolve(path),
    settings: { name, zone, languages, isSimulated: simulated, longWaitMinutes: thresholds.long_wait_minutes },
    wards: readReference(beside(reference.units), unitRow),
    branches: readReference(beside(reference.branches), branchRow),
    points: pointsOf(pointRows),
    formerUnits: predecessorsOf(pointRows),
    pointsAreRegistered: points_are === undefined ? pointRows.length > 0 : points_are === 'registered',
    management: managementOf(pointRows),
    fields: readReference(beside(reference.fields), fieldRow).map(({ code, name_vi, name_en }) => ({
      code,
      nameVi: name_vi,
      nameEn: name_en,
    })),
    procedures,
    calendar: readReference(beside(reference.calendar), calendarRow).map(calendarDayOf),
    openingHours: readReference(beside(reference.opening_hours), openingHoursRow).map((row) => ({
      pointCode: row.point,
      weekday: row.weekday,
      opensAt: row.from,
      closesAt: row.to,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    hoursOnDates: hoursOnDatesOf(readReference(beside(reference.opening_dates), openingDateRow)),
    limits: limitsOf(readReference(beside(reference.limits), limitRow), procedures),
    workingTime,
    sources: sources.map((source) => {
      const { folder, schedule } = typeof source === 'string' ? { folder: source, schedule: undefined } : source;
      return { folder: resolve(dirname(path), folder), schedule };
    }),
    boundaries: boundaries && resolve(dirname(path), boundaries),
  };
  checkOnce(path, 'unit', city.wards);
  checkOnce(path, 'branch', city.branches);
  checkOnce(path, 'field', city.fields);
  checkOnce(path, 'procedure', city.procedures);
  checkOnce(
    path,
    'calendar day',
    city.calendar.map(({ day }) => ({ code: day })),
  );
  checkOnce(
    path,
    'limit',
    city.limits.map((limit) => ({ code: ENTRY_KEY.procedure_limits(limit) })),
  );
  checkHours(path, city.openingHours);
  checkStretches(path, pointRows);
  checkPredecessors(path, pointRows);
  checkReferences(city);
  return city;
}
