import type { Label } from '@evenhand/domain';
import { param, sql, type Sql, trusted, withWorkingTime } from '@evenhand/warehouse';
import { columnsOf, ORIGIN } from '../../facts/fact';
import { cityRequirement, ONE_STOP, TWO_LEVELS } from '../citations';
import { at, example, on, standard, threshold } from '../declare';
import { WORKING_WEEK } from '../example-week';
import type { CaseSource, ExampleRow, StandardDefinition } from '../standard';
import { monthEnds } from './staff-rules';

/** What a point uses must be the version in force, at every look. */
const inForce = (settings: readonly string[]): CaseSource => ({
  feeds: [],
  registers: ['point_setting'],
  columns: [...columnsOf('text', 'setting', 'version', 'current_version'), ...ORIGIN],
  rows: ({ range: { from, to } }) => sql`
    SELECT point_code, noted_on AS day, version != current_version AS is_breach, setting, version, current_version, source, file, line
    FROM point_setting WHERE current_version != '' AND setting IN ${param('Array(String)', settings)}
      AND noted_on >= ${param('Date', from)} AND noted_on < ${param('Date', to)}`,
});

const noted = (setting: string, version: string): ExampleRow => ({
  point_code: 'P',
  setting,
  noted_on: on('05'),
  version,
  current_version: '2026-05',
});
const eachLook: Label = { vi: 'Mỗi lần ghi nhận. Theo ngày ghi nhận.', en: 'Each look at the point. By day of the look.' };

const CONDITIONS: readonly string[] = [
  'counters >= 1',
  'seats >= counters',
  'computers >= counters',
  'scanners >= 1',
  'parking_spaces >= 1',
];

/** When each point opens and closes on a day, from the stretches in which its clock runs. */
const openings = (zone: Sql): Sql => sql`
  SELECT working_time, toDate(from_at, ${zone}) AS open_on, min(from_at) AS opens_at, max(to_at) AS closes_at
  FROM working_stretch WHERE worth_ms > 0 AND open_ms > 0 GROUP BY working_time, open_on`;

const shift = (from: string, to: string, staff = 'A'): ExampleRow => ({
  point_code: 'P',
  staff,
  staff_class: 'civil_servant',
  started_at: at(`05 ${from}`),
  ended_at: at(`05 ${to}`),
  worked_on: on('05'),
});
const rooms = (more: ExampleRow = {}): ExampleRow => ({
  point_code: 'P',
  valid_from: '2026-01-01',
  floor_area_m2: 60,
  counters: 3,
  seats: 12,
  computers: 3,
  scanners: 1,
  parking_spaces: 5,
  ...more,
});

/** Rules about the place itself: what is posted, which software runs, its rooms and its hours. */
export const PLACE_RULES: readonly StandardDefinition[] = [
  standard({
    id: 'procedure_list_current',
    label: { vi: 'Niêm yết danh mục thủ tục hiện hành', en: 'The list of procedures in force is posted' },
    promise: {
      vi: 'Bảng giấy và bảng điện tử niêm yết đúng danh mục thủ tục hiện hành.',
      en: 'Paper and electronic boards show the list of procedures that is in force.',
    },
    clock: eachLook,
    citations: ONE_STOP,
    judging: { kind: 'cases', ...inForce(['procedure_list_posted', 'procedure_list_electronic']) },
    examples: [
      example(['Đúng phiên bản hiện hành', 'The version in force'], { point_setting: [noted('procedure_list_posted', '2026-05')] }, [
        'pass',
        1,
        0,
      ]),
      example(
        ['Bảng giấy còn bản cũ', 'The paper board is outdated'],
        { point_setting: [noted('procedure_list_posted', '2025-07'), noted('procedure_list_electronic', '2026-05')] },
        ['fail', 2, 1],
      ),
    ],
  }),
  standard({
    id: 'software_current',
    label: { vi: 'Dùng chung phiên bản phần mềm', en: 'Everybody runs the same software' },
    promise: { vi: '100 % đơn vị dùng thống nhất quy trình và phần mềm.', en: 'All units use the same processes and the same software.' },
    clock: eachLook,
    citations: cityRequirement('Yêu cầu thống nhất 100 % phường, xã', 'Requirement of uniformity in all wards and communes', TWO_LEVELS),
    judging: { kind: 'cases', ...inForce(['one_stop_software', 'queue_software']) },
    examples: [
      example(
        ['Bảng niêm yết không thuộc quy tắc này', 'Boards are no cases of this rule'],
        { point_setting: [noted('one_stop_software', '2026-05'), noted('procedure_list_posted', '2025-07')] },
        ['pass', 1, 0],
      ),
      example(['Phần mềm còn bản cũ', 'Outdated software'], { point_setting: [noted('queue_software', '2025-07')] }, ['fail', 1, 1]),
    ],
  }),
  standard({
    id: 'basic_conditions',
    label: { vi: 'Điều kiện cơ bản của điểm phục vụ', en: 'Basic conditions of a point' },
    promise: {
      vi: 'Mỗi điểm đạt ít nhất 5 trong 6 điều kiện: diện tích, quầy, ghế chờ, máy tính, máy quét, chỗ để xe.',
      en: 'Each point meets at least 5 of 6 conditions: floor area, counters, seats, computers, scanners, parking.',
    },
    clock: { vi: 'Tình trạng vào ngày cuối tháng.', en: 'As it is on the last day of the month.' },
    citations: cityRequirement(
      'Mức do hệ thống đề xuất; diện tích tối thiểu 40 m² theo quy định trước đây cho cấp xã',
      'Proposed by this product; 40 m² as formerly required of communes',
      TWO_LEVELS,
      'proposed',
    ),
    thresholds: [
      threshold('conditions', ['Số điều kiện', 'Conditions met'], 'count', 5, { most: 6 }),
      threshold('floorArea', ['Diện tích tối thiểu', 'Least floor area'], 'square_metres', 40, { least: 1, most: 10_000 }),
    ],
    judging: {
      kind: 'cases',
      feeds: [],
      registers: ['premises'],
      columns: [
        ...columnsOf('number', 'conditions_met', 'floor_area_m2', 'counters', 'seats', 'computers', 'scanners', 'parking_spaces'),
        ...columnsOf('day', 'valid_from'),
        ...ORIGIN,
      ],
      rows: ({ range, limits, latestDay }) => sql`
        SELECT point_code, day, (floor_area_m2 >= ${param('Float64', limits['floorArea'])}) + ${trusted(CONDITIONS.map((one) => `(${one})`).join(' + '))} AS conditions_met,
          conditions_met < ${param('Float64', limits['conditions'])} AS is_breach, floor_area_m2, counters, seats, computers, scanners, parking_spaces, valid_from, source, file, line
        FROM premises ARRAY JOIN ${param('Array(Date)', monthEnds(range))} AS day
        WHERE valid_from <= day AND (isNull(valid_to) OR assumeNotNull(valid_to) > day) AND ifNull(day <= ${latestDay}, false)`,
    },
    examples: [
      example(['Chỉ thiếu chỗ để xe', 'Only parking is missing'], { premises: [rooms({ parking_spaces: 0 })] }, ['pass', 1, 0]),
      example(['Thiếu cả máy quét', 'A scanner is missing as well'], { premises: [rooms({ parking_spaces: 0, scanners: 0 })] }, [
        'fail',
        1,
        1,
      ]),
    ],
  }),
  standard({
    id: 'opening_hours_kept',
    label: { vi: 'Giữ đúng giờ mở cửa', en: 'Opening hours are kept' },
    promise: { vi: 'Quầy có người từ giờ mở cửa đến giờ đóng cửa.', en: 'Somebody is at a counter from opening to closing.' },
    clock: {
      vi: 'Ca trực đầu tiên và cuối cùng của ngày làm việc so với giờ mở cửa của điểm. Theo ngày trực.',
      en: 'The first and the last shift of a working day against the hours of the point. By day of the shift.',
    },
    citations: cityRequirement(
      'Giờ tiếp nhận do điểm công bố; mức cho phép 5 phút do hệ thống đề xuất',
      'Hours that the point announces; the tolerance of 5 minutes is proposed by this product',
      TWO_LEVELS,
      'proposed',
    ),
    thresholds: [threshold('minutes', ['Số phút cho phép', 'Tolerance in minutes'], 'minutes', 5, { most: 120 })],
    judging: {
      kind: 'cases',
      feeds: ['shift'],
      registers: [],
      columns: columnsOf('instant', 'opens_at', 'first_at', 'last_at', 'closes_at'),
      rows: ({ range: { from, to }, limits, zone }) => {
        const days = sql`
          SELECT point_code, worked_on, min(started_at) AS first_at, max(ended_at) AS last_at FROM shift
          WHERE staff_class != 'helper' AND worked_on >= ${param('Date', from)} AND worked_on < ${param('Date', to)} GROUP BY point_code, worked_on`;
        const allowed = param('Int64', Math.round((limits['minutes'] ?? 0) * 60_000));
        return sql`
          SELECT s.point_code AS point_code, s.worked_on AS day, o.opens_at AS opens_at, s.first_at AS first_at, s.last_at AS last_at, o.closes_at AS closes_at,
            dateDiff('millisecond', o.opens_at, s.first_at) > ${allowed} OR dateDiff('millisecond', s.last_at, o.closes_at) > ${allowed} AS is_breach
          FROM (${withWorkingTime(days)}) AS s INNER JOIN (${openings(zone)}) AS o ON o.working_time = s.working_time AND o.open_on = s.worked_on`;
      },
    },
    examples: [
      example(
        ['Người này đến đúng giờ, người kia ở đến khi đóng cửa', 'One comes in time, the other stays until closing'],
        { shift: [shift('08:05', '12:00'), shift('13:00', '16:55', 'B')], ...WORKING_WEEK },
        ['pass', 1, 0],
      ),
      example(['Mở muộn 6 phút', 'Opened 6 minutes late'], { shift: [shift('08:06', '17:00')], ...WORKING_WEEK }, ['fail', 1, 1]),
      example(['Đóng sớm 10 phút', 'Closed 10 minutes early'], { shift: [shift('08:00', '16:50')], ...WORKING_WEEK }, ['fail', 1, 1]),
    ],
  }),
];
