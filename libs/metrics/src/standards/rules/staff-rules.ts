import { addDays, type Day, type Label, startOfMonth, type TimeRange } from '@evenhand/domain';
import { literal, param, sql, type Sql, trusted } from '@evenhand/warehouse';
import { columnsOf, type DetailColumn, ORIGIN } from '../../facts/fact';
import { cite, cityRequirement, TWO_LEVELS } from '../citations';
import { at, example, on, standard, threshold } from '../declare';
import type { CaseContext, CaseSource, ExampleRow, StandardDefinition } from '../standard';

/** The last day of each month of a range, as far as the range goes. */
export function monthEnds({ from, to }: TimeRange): readonly Day[] {
  const ends: Day[] = [];
  for (let month = startOfMonth(from); month < to; month = startOfMonth(month, 1)) {
    const next = startOfMonth(month, 1);
    ends.push(addDays(next < to ? next : to, -1));
  }
  return ends;
}

const postingColumns: readonly DetailColumn[] = [
  ...columnsOf('text', 'staff', 'staff_class', 'role'),
  ...columnsOf('day', 'started_on', 'ended_on'),
  ...ORIGIN,
];
const posting = trusted(
  'p.staff AS staff, p.staff_class AS staff_class, p.role AS role, p.started_on AS started_on, p.ended_on AS ended_on, p.source AS source, p.file AS file, p.line AS line',
);

/** Who is posted where on the last day of each month. */
const postings = ({ range, latestDay }: CaseContext): Sql => sql`
  SELECT staff_posting.*, day FROM staff_posting ARRAY JOIN ${param('Array(Date)', monthEnds(range))} AS day
  WHERE started_on <= day AND (isNull(ended_on) OR assumeNotNull(ended_on) > day) AND ifNull(day <= ${latestDay}, false)`;

/** Passed courses and certificates that hold on a day: by person, when each begins and ends. */
const holdings = (courses: readonly string[]): Sql => sql`
  SELECT staff, groupArray((enrolled_on, ifNull(expires_on, toDate('2149-06-06')))) AS held FROM training
  WHERE result = 'passed' AND course IN ${param('Array(String)', courses)} GROUP BY staff`;

/** People of a class in post at the end of a month who must hold one of some courses or certificates. */
const mustHold = (staffClass: string, courses: readonly string[]): CaseSource => ({
  feeds: [],
  registers: ['staff_posting', 'training'],
  columns: postingColumns,
  rows: (context) => sql`
    SELECT p.point_code AS point_code, p.day AS day, NOT arrayExists(one -> one.1 <= p.day AND one.2 > p.day, h.held) AS is_breach, ${posting}
    FROM (SELECT * FROM (${postings(context)}) WHERE staff_class = ${literal(staffClass)}) AS p
    LEFT JOIN (${holdings(courses)}) AS h ON h.staff = p.staff`,
});

/** How many people of a kind a point has at the end of each month, against the fewest and the most. */
const headcount = (isCounted: string, since: Day): CaseSource => ({
  feeds: [],
  registers: ['staff_posting'],
  columns: columnsOf('number', 'people'),
  rows: (context) => sql`
    SELECT point_code, day, count() AS people, people < ${param('Float64', context.limits['fewest'])} OR people > ${param('Float64', context.limits['most'])} AS is_breach
    FROM (${postings(context)}) WHERE ${trusted(isCounted)} AND day >= ${param('Date', since)} GROUP BY point_code, day`,
});

const step = (id: number, agentClass: string, status = 9): ExampleRow => ({
  source: 'national',
  dossier_code: 'H1',
  step_id: `S${id}`,
  point_code: 'P',
  agent: `A${id}`,
  agent_class: agentClass,
  status,
  happened_at: at('06 09:00'),
  happened_on: on('06'),
});
const posted = (staff: string, staffClass: string, more: ExampleRow = {}): ExampleRow => ({
  source: 'register',
  staff,
  point_code: 'P',
  staff_class: staffClass,
  started_on: '2025-07-01',
  ...more,
});
const holds = (staff: string, course: string, expires: string | null, result = 'passed'): ExampleRow => ({
  source: 'register',
  staff,
  course,
  result,
  kind: 'course',
  enrolled_on: '2025-08-01',
  expires_on: expires,
});

interface MustHold {
  readonly id: string;
  readonly label: Label;
  readonly promise: Label;
  readonly source: readonly [vi: string, en: string];
  readonly staffClass: 'civil_servant' | 'contract';
  readonly course: string;
  readonly examples: readonly (readonly [vi: string, en: string])[];
}

const inPost: Label = { vi: 'Người đang được bố trí vào ngày cuối tháng.', en: 'Whoever is in post on the last day of the month.' };

function holdingRule({ id, label, promise, source, staffClass, course, examples: [kept, expired, never] }: MustHold): StandardDefinition {
  const person = posted('A', staffClass);
  return standard({
    id,
    label,
    promise,
    clock: inPost,
    citations: cityRequirement(...source, TWO_LEVELS),
    judging: { kind: 'cases', ...mustHold(staffClass, [course]) },
    examples: [
      ...(kept ? [example(kept, { staff_posting: [person], training: [holds('A', course, '2026-11-01')] }, ['pass', 1, 0])] : []),
      ...(expired ? [example(expired, { staff_posting: [person], training: [holds('A', course, '2026-10-31')] }, ['fail', 1, 1])] : []),
      ...(never
        ? [
            example(
              never,
              {
                staff_posting: [person, posted('B', staffClass, { ended_on: '2026-10-15' })],
                training: [holds('A', course, null, 'in_progress')],
              },
              ['fail', 1, 1],
            ),
          ]
        : []),
    ],
  });
}

const HOLDING_EXAMPLES = [
  ['Chứng nhận còn hiệu lực đến hết tháng', 'Valid until the end of the month'],
  ['Hết hiệu lực vào ngày cuối tháng', 'Expired on the last day of the month'],
  ['Chưa học xong; người đã chuyển đi giữa tháng không tính', 'Not completed; whoever left during the month is no case'],
] as const;

/** Rules about who works at a point and what they may do. */
export const STAFF_RULES: readonly StandardDefinition[] = [
  standard({
    id: 'contract_staff_decide_nothing',
    label: { vi: 'Lao động hợp đồng không thực hiện bước quyết định', en: 'Contract staff take no deciding step' },
    promise: {
      vi: 'Lao động hợp đồng chỉ hỗ trợ, hướng dẫn, không thực hiện thao tác có tính quyết định quyền lực hành chính.',
      en: 'Contract staff support and guide; they take no step that decides for the administration.',
    },
    clock: {
      vi: 'Mỗi bước xử lý xong hoặc trả kết quả có ghi loại nhân sự. Theo ngày thực hiện.',
      en: 'Each step that settles or returns a dossier and says who took it. By day of the step.',
    },
    citations: cityRequirement(
      'Yêu cầu của Thành phố Hà Nội đối với lao động hợp đồng',
      'Requirement of Hanoi City on contract staff',
      TWO_LEVELS,
    ),
    judging: {
      kind: 'cases',
      feeds: ['dossier_event'],
      registers: [],
      columns: [
        ...columnsOf('text', 'dossier_code', 'step_id', 'step', 'unit', 'agent', 'agent_class'),
        ...columnsOf('instant', 'happened_at'),
        ...columnsOf('number', 'status'),
        ...ORIGIN,
      ],
      rows: ({ range: { from, to } }) => sql`
        SELECT point_code, happened_on AS day, agent_class = 'contract' AS is_breach, dossier_code, step_id, step, unit, agent, agent_class, happened_at, status, source, file, line
        FROM dossier_event WHERE status IN (9, 10) AND agent_class != '' AND happened_on >= ${param('Date', from)} AND happened_on < ${param('Date', to)}`,
    },
    examples: [
      example(
        ['Bước hướng dẫn của lao động hợp đồng không tính', 'A step of contract staff that decides nothing is no case'],
        { dossier_event: [step(1, 'civil_servant'), step(2, 'contract', 4)] },
        ['pass', 1, 0],
      ),
      example(
        ['Một bước là đủ để vi phạm', 'One step is enough to break the rule'],
        { dossier_event: [step(1, 'civil_servant'), step(2, 'civil_servant', 10), step(3, 'contract', 10)] },
        ['fail', 3, 1],
      ),
    ],
  }),
  holdingRule({
    id: 'contract_staff_certified',
    label: { vi: 'Lao động hợp đồng có chứng nhận an toàn thông tin', en: 'Contract staff are certified in information security' },
    promise: {
      vi: '100 % lao động hợp đồng đạt chuẩn an toàn thông tin.',
      en: 'All contract staff hold a valid certificate of information security.',
    },
    source: ['Yêu cầu của Thành phố Hà Nội đối với lao động hợp đồng', 'Requirement of Hanoi City on contract staff'],
    staffClass: 'contract',
    course: 'information_security',
    examples: HOLDING_EXAMPLES,
  }),
  holdingRule({
    id: 'officials_proficient',
    label: { vi: 'Công chức thành thạo kỹ năng số', en: 'Officials are proficient' },
    promise: {
      vi: '100 % công chức sử dụng thành thạo phần mềm, dịch vụ công trực tuyến và văn bản điện tử.',
      en: 'All officials are proficient in software, online services and electronic documents.',
    },
    source: ['Yêu cầu của Thành phố Hồ Chí Minh về kỹ năng của công chức', 'Requirement of Ho Chi Minh City on the skills of officials'],
    staffClass: 'civil_servant',
    course: 'digital_skills',
    examples: HOLDING_EXAMPLES,
  }),
  holdingRule({
    id: 'digital_signature',
    label: { vi: 'Công chức có chứng thư số còn hiệu lực', en: 'Officials hold a valid digital signature' },
    promise: { vi: '100 % công chức được cấp và dùng chữ ký số.', en: 'Every civil servant has a digital signature that is valid.' },
    source: ['Yêu cầu 100 % công chức có chữ ký số (xã Minh Châu)', 'Requirement of digital signatures for all civil servants (Minh Châu)'],
    staffClass: 'civil_servant',
    course: 'digital_signature',
    examples: HOLDING_EXAMPLES,
  }),
  standard({
    id: 'staffing',
    label: { vi: 'Số công chức của trung tâm', en: 'Civil servants at a centre' },
    promise: { vi: 'Mỗi trung tâm cấp phường, xã có từ 12 đến 16 công chức.', en: 'Each centre of a ward has 12 to 16 civil servants.' },
    clock: inPost,
    citations: cityRequirement(
      'Phương án của Thành phố Hồ Chí Minh cho trung tâm cấp phường',
      'Plan of Ho Chi Minh City for the centres of wards',
      TWO_LEVELS,
    ),
    thresholds: [
      threshold('fewest', ['Ít nhất', 'Fewest'], 'count', 12, { most: 200 }),
      threshold('most', ['Nhiều nhất', 'Most'], 'count', 16, { most: 200 }),
    ],
    // A plan of one city: another adopts it by naming the day.
    isAdopted: false,
    judging: { kind: 'cases', ...headcount(`staff_class = 'civil_servant'`, TWO_LEVELS) },
    examples: [
      example(
        ['Hai công chức khi cần từ 2 đến 3', 'Two civil servants where 2 to 3 are wanted'],
        { staff_posting: [posted('A', 'civil_servant'), posted('B', 'civil_servant'), posted('C', 'contract')] },
        ['pass', 1, 0],
        {
          limits: { fewest: 2, most: 3 },
        },
      ),
      example(['Một công chức là quá ít', 'One is too few'], { staff_posting: [posted('A', 'civil_servant')] }, ['fail', 1, 1], {
        limits: { fewest: 2, most: 3 },
      }),
    ],
  }),
  standard({
    id: 'personnel_transfer',
    label: { vi: 'Công chức điều chuyển về Trung tâm Thành phố', en: 'Civil servants moved to the City Centre' },
    promise: {
      vi: 'Mỗi đơn vị điều chuyển từ 2 đến 5 công chức trước ngày 31/3/2026.',
      en: 'Each unit moves 2 to 5 civil servants by 31 March 2026.',
    },
    clock: inPost,
    citations: [
      cite('Kế hoạch 322/KH-UBND ngày 27/11/2025 (Hà Nội)', 'Plan 322/KH-UBND of 27 November 2025 (Hanoi)', {
        from: '2026-03-31',
        certainty: 'confirmed',
      }),
    ],
    thresholds: [
      threshold('fewest', ['Ít nhất', 'Fewest'], 'count', 2, { most: 50 }),
      threshold('most', ['Nhiều nhất', 'Most'], 'count', 5, { most: 50 }),
    ],
    judging: { kind: 'cases', ...headcount(`moved_from != ''`, '2026-03-31') },
    examples: [
      example(
        ['Hai người chuyển đến', 'Two have moved'],
        { staff_posting: [posted('A', 'civil_servant', { moved_from: 'P' }), posted('B', 'civil_servant', { moved_from: 'P' })] },
        ['pass', 1, 0],
      ),
      example(['Một người là chưa đủ', 'One is not enough'], { staff_posting: [posted('A', 'civil_servant', { moved_from: 'P' })] }, [
        'fail',
        1,
        1,
      ]),
    ],
  }),
];
