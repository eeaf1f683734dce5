import type { Label } from '@evenhand/domain';
import { trusted, type Sql } from '@evenhand/warehouse';

/** Something about the clock of a dossier that a person should look at. */
export interface DeadlineLaw {
  readonly id: string;
  /** True when it is found; over the columns of `deadline_facts`. Unknown counts as kept. */
  readonly sql: Sql;
  readonly reason: Label;
  /** What the source told and what the product counted, as instants. */
  readonly told: Sql;
  readonly counted: Sql;
}

interface Written {
  readonly sql: string;
  readonly told: string;
  readonly counted: string;
  readonly reason: Label;
}

const law = (id: string, { sql, told, counted, reason }: Written): DeadlineLaw => ({
  id,
  sql: trusted(sql),
  reason,
  told: trusted(told),
  counted: trusted(counted),
});

/** Limits in days end at close of business: a date that is written down with another time of the same day agrees with them. */
const differs = (sign: '<' | '>', told: string, counted: string): string =>
  `if(unit = 'hours', ${told} ${sign} ${counted}, toDate(${told}, zone) ${sign} toDate(${counted}, zone))`;

/** Each is a finding, not a fault: the text in force and the case itself decide. */
export const DEADLINE_LAWS: readonly DeadlineLaw[] = [
  law('due_later_than_limit', {
    sql: differs('>', 'first_due_at', 'limit_at'),
    told: 'first_due_at',
    counted: 'limit_at',
    reason: {
      vi: 'Ngày hẹn trả lần đầu muộn hơn thời hạn giải quyết của thủ tục.',
      en: 'The first due date is later than the limit of the procedure.',
    },
  }),
  law('due_earlier_than_limit', {
    sql: differs('<', 'first_due_at', 'limit_at'),
    told: 'first_due_at',
    counted: 'limit_at',
    reason: {
      vi: 'Ngày hẹn trả lần đầu sớm hơn thời hạn giải quyết của thủ tục.',
      en: 'The first due date is earlier than the limit of the procedure.',
    },
  }),
  law('due_moved_without_pause', {
    sql: 'due_at > first_due_at AND supplement_requests = 0 AND paused_ms = 0 AND has_pauses = 0 AND isNull(apology_at)',
    told: 'due_at',
    counted: 'first_due_at',
    reason: {
      vi: 'Ngày hẹn trả bị lùi dù không có yêu cầu bổ sung và không có văn bản xin lỗi.',
      en: 'The due date moved later without a supplement request and without an apology.',
    },
  }),
  law('due_moved_beyond_pause', {
    // Offices round each wait up to whole days: a working day per request is no finding.
    sql: 'has_pauses = 1 AND isNull(apology_at) AND days_beyond_pauses > greatest(supplement_requests, 1)',
    told: 'due_at',
    counted: 'limit_with_pauses_at',
    reason: {
      vi: 'Ngày hẹn trả bị lùi nhiều hơn thời gian chờ bổ sung hồ sơ, quá một ngày làm việc cho mỗi lần yêu cầu.',
      en: 'The due date moved more than the clock stood still for supplements, by over a working day per request.',
    },
  }),
  law('received_on_rest_day', {
    sql: 'is_rest_day = 1',
    told: 'received_at',
    counted: 'received_at',
    reason: {
      vi: 'Tiếp nhận vào ngày nghỉ mà điểm không mở cửa.',
      en: 'Received on a rest day on which the point is closed.',
    },
  }),
  law('acceptance_late', {
    sql: `channel = 'online' AND accepted_ms > ${8 * 3_600_000}`,
    told: 'received_at',
    counted: 'submitted_at',
    reason: {
      vi: 'Hồ sơ trực tuyến được tiếp nhận sau hơn 8 giờ làm việc kể từ khi nộp.',
      en: 'An online dossier was accepted more than 8 working hours after it was submitted.',
    },
  }),
];
