import { LONG_WAITS, OCCUPANCY, ON_TIME, SATISFACTION } from '../../registry/standards';
import { cite, cityRequirement, INDEX_766, ONE_STOP, TWO_LEVELS } from '../citations';
import { at, example, level, on, standard, threshold } from '../declare';
import type { ExampleRow, StandardDefinition } from '../standard';

const ENOUGH_FOR_A_LEVEL = 30;

const ticket = (id: number, waitMinutes: number): ExampleRow => ({
  source: 'queue',
  ticket_id: `T${id}`,
  point_code: 'P',
  outcome: 'served',
  issued_at: at('05 09:00'),
  issued_on: on('05'),
  wait_ms: Math.round(waitMinutes * 60_000),
});
const tickets = (count: number, waitMinutes: number): ExampleRow[] =>
  Array.from({ length: count }, (_, index) => ticket(index, waitMinutes));

const dueDossiers = (count: number, finished: string | null): ExampleRow[] =>
  Array.from({ length: count }, (_, index) => ({
    point_code: 'P',
    dossier_code: `H${finished ?? ''}${index}`,
    status: 4,
    due_on: on('08'),
    finished_on: finished,
  }));

const ratings = (count: number, given: number): ExampleRow[] =>
  Array.from({ length: count }, (_, index) => ({
    point_code: 'P',
    rating_id: `R${given}${index}`,
    level: given,
    scale: 5,
    rated_on: on('05'),
  }));

const minute = 60_000;

/** Rules that hold a value of the catalogue against a level. */
export const METRIC_RULES: readonly StandardDefinition[] = [
  standard({
    id: 'waiting_time',
    label: { vi: 'Thời gian chờ nộp hồ sơ', en: 'Waiting to submit' },
    promise: { vi: 'Không để người dân chờ quá 20 phút khi nộp hồ sơ.', en: 'Nobody waits more than 20 minutes to submit a dossier.' },
    clock: {
      vi: 'Từ lúc cấp phiếu đến lần gọi đầu tiên; người bỏ về và người còn chờ quá mức cũng được tính. Theo ngày cấp phiếu.',
      en: 'From issue to the first call; who left or still waits beyond the limit counts as well. By day of issue.',
    },
    citations: [
      cite(
        'Văn bản của Thành phố Hồ Chí Minh ngày 13/6/2025; mức tỷ lệ do hệ thống đề xuất',
        'Document of Ho Chi Minh City of 13 June 2025; the share is proposed by this product',
        {
          from: '2025-06-13',
          certainty: 'confirmed',
        },
      ),
    ],
    thresholds: [
      threshold('minutes', ['Số phút chờ tối đa', 'Longest wait in minutes'], 'minutes', 20, { least: 1, most: 480 }),
      level(LONG_WAITS.value),
    ],
    minimumCases: ENOUGH_FOR_A_LEVEL,
    ofCity: ({ longWaitMinutes }) => ({ minutes: longWaitMinutes }),
    judging: {
      kind: 'metric',
      metric: 'long_wait_rate',
      comparison: 'at_most',
      level: 'share',
      settings: ({ minutes = 20 }) => ({ longWaitMinutes: minutes }),
    },
    examples: [
      example(['Chờ đúng 20 phút là đạt', 'Exactly 20 minutes keep the rule'], { ticket: tickets(100, 20) }, ['pass', 100, 0]),
      example(['20 phút và một mili giây là quá', 'Twenty minutes and a millisecond break it'], { ticket: tickets(100, 20 + 1 / minute) }, [
        'fail',
        100,
        100,
      ]),
      example(
        [
          '5 trên 100: khoảng tin cậy 2,2–11,2 % chứa mức 5 %, chưa kết luận được',
          '5 of 100: the interval 2.2–11.2 % holds the level of 5 %, too close to call',
        ],
        { ticket: [...tickets(95, 10), ...tickets(5, 30)] },
        ['too_close', 100, 5],
      ),
      example(['29 phiếu là quá ít', '29 tickets are too few'], { ticket: tickets(29, 10) }, ['unknown', 29, 0]),
      example(
        ['Mức 30 phút tính 25 phút là đạt', 'With a limit of 30 minutes, 25 keep the rule'],
        { ticket: tickets(100, 25) },
        ['pass', 100, 0],
        {
          limits: { minutes: 30 },
        },
      ),
    ],
  }),
  standard({
    id: 'on_time_settlement',
    label: { vi: 'Giải quyết đúng hạn', en: 'Settlement on time' },
    promise: { vi: 'Hồ sơ xong không muộn hơn ngày hẹn trả.', en: 'Dossiers are finished no later than their due day.' },
    clock: {
      vi: 'Đến hết ngày hẹn trả; hồ sơ chưa xong cũng được tính. Theo ngày hẹn trả.',
      en: 'Until the end of the due day; unfinished dossiers count as well. By due day.',
    },
    citations: ONE_STOP,
    thresholds: [level(ON_TIME.value)],
    minimumCases: ENOUGH_FOR_A_LEVEL,
    judging: { kind: 'metric', metric: 'on_time_rate', comparison: 'at_least', level: 'share' },
    examples: [
      example(['100 trên 100 đúng hạn', '100 of 100 on time'], { dossier: dueDossiers(100, on('08')) }, ['pass', 100, 0]),
      example(
        ['Hồ sơ quá hạn chưa xong là trễ', 'An unfinished dossier past its due day is late'],
        { dossier: [...dueDossiers(70, on('08')), ...dueDossiers(10, on('09')), ...dueDossiers(20, null)] },
        ['fail', 100, 30],
      ),
      example(
        ['Hạn chưa qua thì chưa tính', 'What is not yet due is no case'],
        { dossier: dueDossiers(50, null) },
        ['not_applicable', 0, 0],
        { toldUntil: on('08') },
      ),
    ],
  }),
  standard({
    id: 'satisfaction',
    label: { vi: 'Mức độ hài lòng', en: 'Satisfaction' },
    promise: { vi: 'Ít nhất 90% người đánh giá hài lòng.', en: 'At least 90% of those who answer are satisfied.' },
    clock: { vi: 'Theo ngày đánh giá.', en: 'By the day of the rating.' },
    citations: INDEX_766,
    thresholds: [level(SATISFACTION.value)],
    minimumCases: ENOUGH_FOR_A_LEVEL,
    judging: { kind: 'metric', metric: 'satisfaction_rate', comparison: 'at_least', level: 'share' },
    examples: [
      example(['98 trên 100: từ 93,0 %', '98 of 100: from 93.0 %'], { rating: [...ratings(98, 5), ...ratings(2, 1)] }, ['pass', 100, 2]),
      example(['90 trên 100 chưa kết luận được', '90 of 100 are too close to call'], { rating: [...ratings(90, 4), ...ratings(10, 3)] }, [
        'too_close',
        100,
        10,
      ]),
      example(['80 trên 100: đến 86,7 %', '80 of 100: up to 86.7 %'], { rating: [...ratings(80, 4), ...ratings(20, 2)] }, [
        'fail',
        100,
        20,
      ]),
    ],
  }),
  standard({
    id: 'counter_occupancy',
    label: { vi: 'Không quá tải tại quầy', en: 'No overload at counters' },
    promise: {
      vi: 'Không để quá tải: quầy bận không quá 85 % thời gian trực.',
      en: 'No overload: counters are busy for at most 85% of the staffed time.',
    },
    clock: {
      vi: 'Thời gian phục vụ so với thời gian trực quầy trừ tạm nghỉ. Theo ngày trực.',
      en: 'Serving time against staffed time less pauses. By day of the shift.',
    },
    citations: cityRequirement(
      'Yêu cầu “không để quá tải”; mức 85 % do hệ thống đề xuất',
      'Requirement of “no overload”; the level of 85 % is proposed by this product',
      TWO_LEVELS,
      'proposed',
    ),
    thresholds: [level(OCCUPANCY.value)],
    judging: { kind: 'metric', metric: 'counter_occupancy', comparison: 'at_most', level: 'share' },
    examples: [
      example(
        ['51 phút phục vụ trong 60 phút trực là 85 %', '51 minutes of service in 60 staffed are 85 %'],
        {
          ticket: [{ ...ticket(1, 5), service_ms: 51 * minute }],
          shift: [{ point_code: 'P', staff: 'A', worked_on: on('05'), started_at: at('05 08:00'), ended_at: at('05 09:00') }],
        },
        ['pass', 1, null],
      ),
      example(
        ['52 phút phục vụ trong 60 phút trực là quá tải', '52 minutes of service in 60 staffed are too much'],
        {
          ticket: [{ ...ticket(1, 5), service_ms: 52 * minute }],
          shift: [{ point_code: 'P', staff: 'A', worked_on: on('05'), started_at: at('05 08:00'), ended_at: at('05 09:00') }],
        },
        ['fail', 1, null],
      ),
    ],
  }),
];
