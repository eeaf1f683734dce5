import { literal, sql } from '@evenhand/warehouse';
import { SUSPECT_FORMS } from '../satisfaction/thresholds';
import type { MetricDefinition, Term } from './definition';
import { SUSPECT } from './standards';

/** Forms are scored to a thousandth of a point, so that their spread adds up exactly. */
const THOUSANDTHS = 1000;
const formScore = () => sql`toInt64(round(1000 * score_sum / scored))`;
const forms: Term = { entity: 'survey_form', cases: () => sql`1` };
const scored: Term = { entity: 'survey_form', cases: () => sql`scored > 0`, amount: formScore };
const trusted: Term = { entity: 'survey_form', cases: () => sql`scored > 0 AND NOT is_suspect`, amount: formScore };
const satisfied: Term = { entity: 'survey_form', cases: () => sql`scored > 0`, hits: () => sql`score_sum >= 75 * scored` };
const suspect: Term = { entity: 'survey_form', cases: () => sql`1`, hits: () => sql`is_suspect` };

const latest = SUSPECT_FORMS.at(-1)?.values;
const rules = {
  vi: `Đáng ngờ: điền trong chưa đến ${latest?.fastestSeconds} giây; từ ${latest?.formsPerDevice} phiếu của một thiết bị trong ngày; chưa đủ ${latest?.cooldownHours} giờ sau phiếu trước của cùng thiết bị`,
  en: `Suspect: filled in within less than ${latest?.fastestSeconds} seconds; ${latest?.formsPerDevice} or more forms of one device on a day; less than ${latest?.cooldownHours} hours after the form before it on the same device`,
};
const source = {
  vi: 'Phiếu khảo sát 5 câu hỏi × 5 phương án (100, 75, 50, 25, 0 điểm) mà các xã, phường đang dùng.',
  en: 'The form of five questions with five options each (100, 75, 50, 25, 0 points) that communes use.',
};
const common = { standard: null, version: 1, source } as const;

interface Question {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  /** What the question was about, in the words of a sentence. */
  readonly about: { readonly vi: string; readonly en: string };
}

const QUESTIONS: readonly Question[] = [
  {
    code: 'attitude',
    vi: 'thái độ phục vụ',
    en: 'attitude of the staff',
    about: { vi: 'thái độ của cán bộ', en: 'how the staff behaved' },
  },
  { code: 'waiting', vi: 'thời gian chờ đợi', en: 'waiting time', about: { vi: 'thời gian chờ', en: 'how long they waited' } },
  {
    code: 'on_time',
    vi: 'trả kết quả đúng hẹn',
    en: 'result on time',
    about: { vi: 'việc trả kết quả đúng hẹn', en: 'whether the result came on time' },
  },
  {
    code: 'apology',
    vi: 'xin lỗi khi trễ hẹn',
    en: 'apology for a delay',
    about: { vi: 'việc xin lỗi, hẹn lại khi trễ hẹn', en: 'the apology for a delay' },
  },
  { code: 'facilities', vi: 'cơ sở vật chất', en: 'facilities', about: { vi: 'cơ sở vật chất', en: 'the facilities' } },
];

/** Who had no reason to answer a question gave it no points. */
const ofQuestion = (code: string): Term => ({
  entity: 'survey_answer',
  cases: () => sql`question = ${literal(code)} AND score IS NOT NULL`,
  amount: () => sql`toInt64(assumeNotNull(score))`,
});

const question = ({ code, vi, en, about }: Question): MetricDefinition => ({
  ...common,
  id: `survey_${code}`,
  label: { vi: `Khảo sát: ${vi}`, en: `Survey: ${en}` },
  description: {
    vi: `Người dân cho ${about.vi} trung bình bao nhiêu điểm trên 100.`,
    en: `How many points of 100 people gave on average for ${about.en}.`,
  },
  formula: {
    vi: `Trung bình cộng điểm của câu hỏi về ${vi}; câu trả lời “không bị trễ hẹn” không được tính.`,
    en: `Mean of the points given to the question about ${en}; answers that nothing was late do not count.`,
  },
  unit: 'points',
  direction: 'up',
  computation: { kind: 'mean', of: ofQuestion(code), scale: 1 },
});

/** What people answered on survey forms, their five questions apart. */
export const SURVEYS: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'survey_forms',
    label: { vi: 'Phiếu khảo sát', en: 'Survey forms' },
    description: { vi: 'Có bao nhiêu phiếu khảo sát được điền.', en: 'How many survey forms were filled in.' },
    formula: { vi: 'Đếm số phiếu theo ngày trả lời.', en: 'Forms by the day on which they were answered.' },
    unit: 'count',
    direction: 'none',
    computation: { kind: 'count', of: forms },
  },
  {
    ...common,
    id: 'survey_score',
    label: { vi: 'Điểm khảo sát', en: 'Survey score' },
    description: {
      vi: 'Người dân cho dịch vụ trung bình bao nhiêu điểm trên 100 trong phiếu khảo sát.',
      en: 'How many points of 100 people gave the service on survey forms, on average.',
    },
    formula: {
      vi: 'Điểm của một phiếu là trung bình cộng các câu có áp dụng; lấy trung bình cộng của mọi phiếu.',
      en: 'A form’s score is the mean of the questions that applied; the mean over all forms.',
    },
    unit: 'points',
    direction: 'up',
    computation: { kind: 'mean', of: scored, scale: THOUSANDTHS },
  },
  {
    ...common,
    id: 'survey_satisfaction_rate',
    label: { vi: 'Tỷ lệ phiếu khảo sát hài lòng', en: 'Satisfied survey forms' },
    description: {
      vi: 'Cứ 100 phiếu khảo sát thì bao nhiêu phiếu cho từ 75 điểm trở lên.',
      en: 'Of 100 survey forms, how many gave 75 points or more.',
    },
    formula: {
      vi: 'Số phiếu có điểm trung bình từ 75 trở lên (bằng hai phương án tốt nhất) ÷ số phiếu có câu trả lời được chấm điểm.',
      en: 'Forms whose mean is 75 or more (the two best options) ÷ forms with an answer that has points.',
    },
    unit: 'share',
    direction: 'up',
    computation: { kind: 'rate', of: satisfied },
  },
  ...QUESTIONS.map(question),
  {
    ...common,
    id: 'suspect_form_rate',
    label: { vi: 'Tỷ lệ phiếu khảo sát đáng ngờ', en: 'Share of suspect survey forms' },
    description: {
      vi: 'Cứ 100 phiếu khảo sát thì bao nhiêu phiếu có thể không do người dân tự điền.',
      en: 'Of 100 survey forms, how many may not have been filled in honestly.',
    },
    formula: { vi: `Số phiếu đáng ngờ ÷ mọi phiếu. ${rules.vi}.`, en: `Suspect forms ÷ all forms. ${rules.en}.` },
    unit: 'share',
    direction: 'down',
    standard: SUSPECT,
    computation: { kind: 'rate', of: suspect },
  },
  {
    ...common,
    id: 'survey_score_trusted',
    label: { vi: 'Điểm khảo sát, không tính phiếu đáng ngờ', en: 'Survey score without suspect forms' },
    description: {
      vi: 'Người dân cho trung bình bao nhiêu điểm trên 100, khi bỏ ra các phiếu đáng ngờ.',
      en: 'How many points of 100 people gave on average, suspect forms left out.',
    },
    formula: {
      vi: `Như điểm khảo sát, trên các phiếu không đáng ngờ. ${rules.vi}.`,
      en: `As the survey score, of forms that are not suspect. ${rules.en}.`,
    },
    unit: 'points',
    direction: 'up',
    computation: { kind: 'mean', of: trusted, scale: THOUSANDTHS },
  },
];
