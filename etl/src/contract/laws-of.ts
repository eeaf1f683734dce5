import type { Label } from '@evenhand/domain';
import type { Column, ColumnKind } from './column';
import { CONTRACTS, isEntityName } from './contracts';
import type { EntityContract } from './entity-contract';
import { reject, type Law } from './law';

/** A record whose line has more or fewer fields than the header, or is cut off. */
export const TORN = 'wrong_field_count';

const PARSED: ReadonlySet<ColumnKind> = new Set(['instant', 'day', 'whole', 'money', 'yes_no']);
const DATED: ReadonlySet<ColumnKind> = new Set(['instant', 'day']);

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** The laws that follow from how a column is declared. */
function lawsOfColumn({ name, kind, label: { vi, en }, required, allowed, range }: Column): readonly Law[] {
  const said = `text_${name} != ''`;
  return [
    ...(required ? [reject(`${name}_missing`, `text_${name} = ''`, `Thiếu ${vi}.`, `The ${en} is missing.`)] : []),
    ...(PARSED.has(kind)
      ? [reject(`${name}_unreadable`, `${said} AND isNull(told_${name})`, `Không đọc được ${vi}.`, `The ${en} cannot be read.`)]
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

/** Everything that must hold for a record of the entity, the laws of its columns first. */
export const lawsOf = (contract: EntityContract): readonly Law[] => [
  reject(TORN, '_is_torn', 'Số trường của dòng khác với dòng tiêu đề.', 'The line has more or fewer fields than the header.'),
  reject('not_utf8', 'NOT is_utf8', 'Văn bản không phải mã UTF-8.', 'The text is not UTF-8.'),
  ...contract.columns.flatMap(lawsOfColumn),
  ...contract.laws,
];

/** What a reason in quarantine, or a finding on a fact, means in words; the id itself when no law has it. */
export function reasonText(entity: string, id: string): Label {
  const law = isEntityName(entity) ? lawsOf(CONTRACTS[entity]).find((one) => one.id === id) : undefined;
  return law?.reason ?? { vi: id, en: id };
}
