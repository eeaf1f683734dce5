import { contactText, isFillerContact } from '../privacy/contact-text';
import { listedPseudonymSql, pseudonymSql } from '../privacy/pseudonym';
import type { Column } from './column';
import { type Places, pointByName, wardByName } from './places';

/** A column of the staging query with its ClickHouse type. */
export interface StagedColumn {
  readonly name: string;
  readonly type: string;
}

/** How the source writes instants that carry no offset of their own. */
export interface Clock {
  readonly zone: string;
  /** A pattern such as `%Y%m%d%H%i%S`; absent for ISO 8601, day/month/year, or Unix seconds. */
  readonly instants?: string | undefined;
}

const isDateTime = (type: string): boolean => type.includes('DateTime');
const isDate = (type: string): boolean => type.includes('Date') && !isDateTime(type);
/** True when the engine already knows the value; text is read by the contract. */
const isTyped = ({ kind }: Column, type: string): boolean =>
  (kind === 'instant' && isDateTime(type)) || (kind === 'day' && (isDate(type) || isDateTime(type)));

/** The bytes of a character and of the hour behind it, as they stand in a number made of both. */
const FIRST_BYTE = 24;
const HOUR_BYTES = 0x00_ff_ff_00;
const HOUR_24 = Buffer.from('\0' + '24' + '\0').readUInt32BE();

/**
 * TRICKY: the best-effort reader takes "12" for a day in January, "10:30" for a time of today and 25:00 for tomorrow;
 * a line cut off inside a time reads as an earlier minute. These shapes are refused before it sees them. A blank or a T
 * behind the day says that a time follows: it and the hour are looked at as one number, and all with arithmetic, as that
 * is done for many texts at a time and AND and OR are not.
 */
function hasShapeOfInstant(text: string): string {
  const behindDay = `byteSwap(reinterpretAsUInt32(substring(${text}, 11, 3)))`;
  const isBeginOfTime = `bitShiftRight(${behindDay}, ${FIRST_BYTE}) IN (ascii(' '), ascii('T'))`;
  const isNoTime = `bitOr(bitAnd(${behindDay}, ${HOUR_BYTES}) >= ${HOUR_24}, length(${text}) < 16)`;
  return `bitAnd(bitAnd(length(${text}) >= 8, NOT startsWith(${text}, '0000')), NOT bitAnd(${isBeginOfTime}, ${isNoTime}))`;
}

const instantFrom = (text: string, { zone, instants }: Clock): string =>
  instants === undefined
    ? `if(${hasShapeOfInstant(text)}, parseDateTime64BestEffortOrNull(${text}, 3, '${zone}'), NULL)`
    : `CAST(parseDateTimeOrNull(${text}, '${instants}', '${zone}') AS Nullable(DateTime64(3, 'UTC')))`;

const YES = "('1', 'true', 't', 'yes', 'y')";
const NO = "('0', 'false', 'f', 'no', 'n')";

/** Plain ASCII is both valid and composed; only other texts pay for being checked and composed. */
const composed = (text: string): string => `if(length(${text}) = lengthUTF8(${text}), ${text}, normalizeUTF8NFC(toValidUTF8(${text})))`;
/** Kinds whose text is stored, or hashed, as it is told. */
export const isTextual = ({ kind }: Column): boolean => ['code', 'text', 'pseudonym', 'contact'].includes(kind);
const isCode = ({ kind }: Column): boolean => kind === 'code' || kind === 'pseudonym';

/** What the source wrote, without the blanks around it. What is done to codes is done once per distinct value. */
const trimmed = (column: Column): string =>
  `trimBoth(${isCode(column) ? `toLowCardinality(ifNull(toString(${column.name}), ''))` : `ifNull(toString(${column.name}), '')`})`;

/** The staged column as trimmed text; empty when the source said nothing. */
export function textOf(column: Column, staged: StagedColumn | undefined): string {
  if (!staged) return "''";
  if (isCode(column)) return `normalizeUTF8NFC(toValidUTF8(${trimmed(column)}))`;
  return isTextual(column) ? composed(trimmed(column)) : trimmed(column);
}

/** True when a textual column is UTF-8; text of other kinds is unreadable anyway when it is not. */
export function isUtf8(column: Column): string {
  const text = trimmed(column);
  return isCode(column) ? `isValidUTF8(${text})` : `(length(${text}) = lengthUTF8(${text}) OR isValidUTF8(${text}))`;
}

/** A code, or the code of the place that is named instead. */
function codeOf({ place }: Column, text: string, places: Places): string {
  if (place === undefined) return text;
  return place === 'point' ? pointByName(text, places) : wardByName(text, places);
}

/** How what a source told is read. */
export interface Reading {
  readonly clock: Clock;
  readonly places: Places;
  /** The table that lists pseudonyms of staff which a file tells often. */
  readonly staffList?: string;
}

/** What the source told, null when it told nothing or nothing readable. */
export function toldOf(column: Column, staged: StagedColumn | undefined, { clock, places, staffList }: Reading): string {
  const text = `text_${column.name}`;
  const typed = staged !== undefined && isTyped(column, staged.type);
  switch (column.kind) {
    case 'code':
      return staged ? codeOf(column, text, places) : text;
    case 'text':
      return text;
    case 'pseudonym':
      if (!staged) return text;
      return staffList === undefined ? pseudonymSql('staff', text) : listedPseudonymSql('staff', text, staffList);
    case 'contact':
      return staged ? pseudonymSql('contact', `if(${isFillerContact(text)}, '', ${contactText(text)})`) : text;
    case 'instant':
      if (!staged) return "CAST(NULL AS Nullable(DateTime64(3, 'UTC')))";
      return `CAST(${typed ? `typed_${column.name}` : instantFrom(text, clock)} AS Nullable(DateTime64(3, 'UTC')))`;
    case 'day':
      if (!staged) return 'CAST(NULL AS Nullable(Date))';
      return `CAST(toDate(${typed ? `typed_${column.name}` : instantFrom(text, clock)}, '${clock.zone}') AS Nullable(Date))`;
    case 'whole':
      return `toInt64OrNull(${text})`;
    case 'money':
      return `toDecimal64OrNull(${text}, 2)`;
    case 'yes_no':
      return `multiIf(lower(${text}) IN ${YES}, 1, lower(${text}) IN ${NO}, 0, NULL)`;
  }
}

/** The value that is stored. A required value that is missing gets a filler: its record is rejected anyway. */
export function valueOf({ name, kind, required, otherwise }: Column): string {
  const told = `told_${name}`;
  switch (kind) {
    case 'code':
    case 'text':
    case 'pseudonym':
    case 'contact':
      return otherwise === undefined ? told : `if(${told} = '', ${otherwise}, ${told})`;
    case 'instant':
      if (required) return `ifNull(${told}, toDateTime64(0, 3, 'UTC'))`;
      return otherwise === undefined ? told : `coalesce(${told}, ${otherwise})`;
    case 'day':
      return required ? `ifNull(${told}, toDate(0))` : told;
    case 'whole':
    case 'money':
    case 'yes_no':
      return `ifNull(${told}, 0)`;
  }
}

/** A text or number of the value for a hash: a hash over something unknown would itself be unknown. */
export function hashable({ name, kind }: Column): string {
  if (kind === 'instant') return `ifNull(toUnixTimestamp64Milli(${name}), toInt64(-1) * 9223372036854775807)`;
  return kind === 'day' ? `ifNull(toInt32(${name}), -1)` : name;
}
