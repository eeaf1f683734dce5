import type { Label } from '@evenhand/domain';
import type { Column, ColumnKind } from './column';
import { CONTRACTS, isEntityName } from './contracts';
import type { EntityContract } from './entity-contract';
import { flag, reject, type Law } from './law';
import { FORMER_POINT, POINT } from './places';
import { TELLING } from './telling';

/** A record whose line has more or fewer fields than the header, or is cut off. */
export const TORN = 'wrong_field_count';

/** A longer code or text is a file that lost its line ends. */
export const LONGEST_TEXT = 2_000;

/** What a text must look like to be read as a kind of value; a text column takes any. */
const ALLOWED: Readonly<Partial<Record<ColumnKind, Label>>> = {
  instant: {
    vi: 'ghi ngày và giờ, ví dụ 2026-10-05 08:30:00, hoặc theo định dạng mà nguồn khai báo',
    en: 'write a day and a time such as 2026-10-05 08:30:00, or the format that the source declares',
  },
  day: { vi: 'ghi ngày, ví dụ 2026-10-05', en: 'write a day such as 2026-10-05' },
  whole: { vi: 'ghi số nguyên, ví dụ 12', en: 'write a whole number such as 12' },
  money: { vi: 'ghi số tiền, ví dụ 15000.00', en: 'write an amount such as 15000.00' },
  yes_no: { vi: 'ghi 1 hoặc 0, true hoặc false', en: 'write 1 or 0, true or false' },
};
const DATED: ReadonlySet<ColumnKind> = new Set(['instant', 'day']);

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** The laws that follow from how a column is declared. */
function lawsOfColumn({ name, kind, label: { vi, en }, required, allowed, range }: Column): readonly Law[] {
  const said = `text_${name} != ''`;
  const form = ALLOWED[kind];
  return [
    ...(required ? [reject(`${name}_missing`, `text_${name} = ''`, `Thiếu ${vi}.`, `The ${en} is missing.`)] : []),
    ...(form
      ? [
          reject(
            `${name}_unreadable`,
            `${said} AND isNull(told_${name})`,
            `Không đọc được ${vi}: ${form.vi}.`,
            `The ${en} cannot be read: ${form.en}.`,
          ),
        ]
      : []),
    ...(DATED.has(kind) && required
      ? [
          reject(
            `${name}_out_of_range`,
            `toYear(told_${name}) < 1971 OR toYear(told_${name}) > 2148`,
            `Năm của ${vi} nằm ngoài 1971–2148.`,
            `The year of the ${en} is outside 1971–2148.`,
          ),
        ]
      : []),
    ...(allowed
      ? [
          reject(
            `${name}_unknown`,
            `${said} AND ${name} NOT IN (${quoted(allowed)})`,
            `Giá trị của ${vi} không có trong danh mục: ${allowed.join(', ')}.`,
            `The ${en} is none of: ${allowed.join(', ')}.`,
          ),
        ]
      : []),
    ...(range
      ? [
          reject(
            `${name}_out_of_range`,
            `told_${name} < ${range[0]} OR told_${name} > ${range[1]}`,
            `Giá trị của ${vi} phải từ ${range[0]} đến ${range[1]}.`,
            `The ${en} must be from ${range[0]} to ${range[1]}.`,
          ),
        ]
      : []),
  ];
}

const always = (law: Law): Law => ({ ...law, holdsAlways: true });

/** A change told for a year to come would outlive every correction. */
const TOLD_AT_RANGE = reject(
  'told_at_out_of_range',
  "told_told_at > latest_plausible OR told_told_at < toDateTime64('1971-01-01 00:00:00', 3, 'UTC')",
  'Thời điểm nguồn cập nhật bản ghi nằm trước năm 1971 hoặc trong tương lai.',
  'The time of the source’s last change is before 1971 or in the future.',
);

/** What must hold for any record. */
const LAWS_OF_RECORDS: readonly Law[] = [
  reject(TORN, '_is_torn', 'Số trường của dòng khác với dòng tiêu đề.', 'The line has more or fewer fields than the header.'),
  reject('not_utf8', 'NOT is_utf8', 'Văn bản không phải mã UTF-8.', 'The text is not UTF-8.'),
  reject(
    'too_long',
    'is_too_long',
    `Một mã hoặc văn bản dài hơn ${LONGEST_TEXT} byte.`,
    `A code or text is longer than ${LONGEST_TEXT} bytes.`,
  ),
  reject(
    'personal_number',
    'has_personal_number',
    'Một mã hoặc tiêu đề chứa số điện thoại, số định danh cá nhân hoặc địa chỉ thư điện tử.',
    'A code or a title holds a telephone number, an identity number or an e-mail address.',
  ),
];

/** What must hold for where a record happened, in a city that lists its points. */
const LAWS_OF_POINTS: readonly Law[] = [
  reject(
    'point_unknown',
    'is_point_unknown',
    'Điểm phục vụ không có trong danh mục của thành phố.',
    'The city lists no such service point.',
  ),
  reject(
    'point_not_valid_then',
    'is_point_not_valid',
    'Điểm phục vụ chưa mở hoặc đã đóng vào ngày đó.',
    'The service point had not opened yet, or had closed, on that day.',
  ),
  flag(
    'point_renamed',
    `${FORMER_POINT} != ''`,
    'Nguồn ghi mã đơn vị cũ; bản ghi được tính cho điểm kế thừa.',
    'The source told the code of a former unit; the record counts for the point that took it over.',
  ),
];

const lawsOfPlaces = ({ columns }: EntityContract): readonly Law[] => [
  ...(columns.some(({ name }) => name === POINT) ? LAWS_OF_POINTS : []),
  ...columns
    .filter(({ place }) => place === 'ward')
    .map(({ name, label: { vi, en } }) =>
      flag(`${name}_not_listed`, `is_${name}_unknown`, `Mã ${vi} không có trong danh mục.`, `The city lists no such unit as the ${en}.`),
    ),
];

const lawsOfContacts = ({ columns }: EntityContract): readonly Law[] =>
  columns
    .filter(({ kind }) => kind === 'contact')
    .map(({ name, label: { vi, en } }) =>
      flag(
        `${name}_filler`,
        `text_${name} != '' AND told_${name} = ''`,
        `Số ${vi} là số điền cho có (ví dụ 000000001), không lưu.`,
        `The ${en} is a dummy number such as 000000001; it is not stored.`,
      ),
    );

/** Everything that must hold for a record of the entity, the laws of its columns first. */
export const lawsOf = (contract: EntityContract): readonly Law[] => [
  ...LAWS_OF_RECORDS.map(always),
  ...contract.columns.flatMap((column) =>
    contract.identity.includes(column.name) ? lawsOfColumn(column).map(always) : lawsOfColumn(column),
  ),
  ...[...TELLING.flatMap(lawsOfColumn), TOLD_AT_RANGE].map(always),
  ...lawsOfPlaces(contract),
  ...lawsOfContacts(contract),
  ...contract.laws,
];

/** What a reason in quarantine, or a finding on a fact, means in words; the id itself when no law has it. */
export function reasonText(entity: string, id: string): Label {
  const law = isEntityName(entity) ? lawsOf(CONTRACTS[entity]).find((one) => one.id === id) : undefined;
  return law?.reason ?? { vi: id, en: id };
}
