import type { Label } from '@evenhand/domain';
import { beyondWall, trusted } from '@evenhand/warehouse';
import type { EntityName } from '../contract/entity-contract';

/** Something that shows across records only: which of the judged rows are conspicuous, and from what share on it is a finding. */
export interface QualityCheck {
  readonly id: string;
  readonly entity: EntityName;
  readonly reason: Label;
  /** Rows of the fact as the check sees them: SQL after FROM. */
  readonly from: string;
  /** The day that puts a row into a period. */
  readonly day: string;
  /** Rows that are judged, and those of them that are conspicuous: SQL, with {zone} for the zone of the city. */
  readonly judged: string;
  readonly conspicuous: string;
  /** Share from which on the feed is to be looked at, and how many rows that needs. */
  readonly threshold: number;
  readonly fewest: number;
  /** Names a row: the dossier or the ticket. */
  readonly row: string;
}

type Details = Pick<QualityCheck, 'judged' | 'conspicuous'> & Partial<Pick<QualityCheck, 'from' | 'threshold' | 'fewest'>>;

const ofDossiers = (id: string, vi: string, en: string, details: Details): QualityCheck => ({
  ...{ id, entity: 'dossier', reason: { vi, en }, from: 'dossier', day: 'received_on', threshold: 0, fewest: 1, row: 'dossier_code' },
  ...details,
});

const STATUSES = beyondWall(trusted('SELECT source, dossier_code, status FROM dossier')).render().text;
/** A dossier that two sources tell, with the status that each gives it. */
const TWICE_TOLD = `(SELECT a.*, b.status AS other_status FROM dossier AS a INNER JOIN (${STATUSES}) AS b ON a.dossier_code = b.dossier_code WHERE a.source != b.source)`;
/** The steps of a dossier, counted. */
const STEPS = `(SELECT source, point_code, dossier_code, min(happened_on) AS happened_on, count() AS steps, max(status = 9) AS is_settled
  FROM dossier_event GROUP BY source, point_code, dossier_code)`;

/** What systems were found to do to their data, as far as one record alone does not show it. */
export const QUALITY_CHECKS: readonly QualityCheck[] = [
  ofDossiers(
    'status_masked',
    'Bản quốc gia ghi “đã xử lý xong” trong khi bản gốc còn chờ bổ sung, chờ nộp phí hoặc đã dừng.',
    'The national copy says settled while the local one waits for papers or a fee, or was stopped.',
    { from: TWICE_TOLD, judged: 'status = 9', conspicuous: 'other_status IN (5, 6, 8)' },
  ),
  ofDossiers(
    'id_not_sequential',
    'Mã hồ sơ không theo mẫu đơn vị–ngày–số thứ tự; hậu tố có thể do phần mềm tự sinh.',
    'The code of the dossier is not unit, day and running number; a program may have made up its end.',
    { judged: "match(dossier_code, '^\\\\d{3}\\\\.')", conspicuous: "NOT match(dossier_code, '-\\\\d{6}-\\\\d{4,5}$')" },
  ),
  {
    ...{ id: 'steps_synthetic', entity: 'dossier_event', from: STEPS, day: 'happened_on', threshold: 0.2, fewest: 20, row: 'dossier_code' },
    reason: {
      vi: 'Hồ sơ chỉ có một bước và bước đó đã là “xử lý xong”: tiến trình do phần mềm tự điền.',
      en: 'A dossier whose only step already settles it: a program made the steps up.',
    },
    ...{ judged: 'is_settled', conspicuous: 'steps = 1' },
  },
  ofDossiers(
    'always_digitised',
    'Mọi hồ sơ đều được ghi là đã số hóa: giá trị có thể là hằng số.',
    'Every dossier is told as digitised: the value may be a constant.',
    { judged: '1', conspicuous: 'is_digitised = 1', threshold: 0.995, fewest: 100 },
  ),
  ofDossiers(
    'received_when_submitted',
    'Hồ sơ trực tuyến được tiếp nhận đúng lúc nộp: không thấy được độ trễ tiếp nhận.',
    'Dossiers from online are received in the instant of their submission, which hides how long that takes.',
    {
      judged: "channel IN ('online', 'post') AND isNotNull(submitted_at)",
      conspicuous: 'submitted_at = received_at',
      threshold: 0.9,
      fewest: 30,
    },
  ),
  ofDossiers(
    'late_within_the_day',
    'Xong sau giờ hẹn nhưng cùng ngày: so theo ngày thì không thấy trễ.',
    'Settled after the hour of its due date, on the same day: compared by days it is not late.',
    {
      judged: 'isNotNull(finished_at) AND isNotNull(due_at)',
      conspicuous: 'finished_on = due_on AND finished_at > due_at AND toHour(due_at, {zone}) > 0',
    },
  ),
  ofDossiers('due_date_moved', 'Ngày hẹn trả đã dời khỏi lần hẹn đầu.', 'The due date is no longer the first one.', {
    judged: 'isNotNull(first_due_at)',
    conspicuous: 'due_at != first_due_at',
  }),
  ofDossiers('received_on_rest_day', 'Tiếp nhận trực tiếp vào ngày nghỉ.', 'Received at the counter on a day of rest.', {
    judged: "channel = 'direct'",
    conspicuous: 'received_on NOT IN (SELECT day FROM working_day)',
  }),
];
