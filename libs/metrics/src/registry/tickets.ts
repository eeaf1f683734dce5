import { sql } from '@evenhand/warehouse';
import type { MetricDefinition, Term } from './definition';

const notVoid = sql`outcome != 'void'`;

const issued: Term = { entity: 'ticket', cases: () => notVoid, rollup: { n: 'tickets' } };
const voided: Term = { entity: 'ticket', cases: () => sql`outcome = 'void'`, rollup: { n: 'void_tickets' } };
const abandoned: Term = { entity: 'ticket', cases: () => sql`outcome = 'abandoned'`, rollup: { n: 'abandoned' } };
const leaving: Term = {
  entity: 'ticket',
  cases: () => notVoid,
  hits: () => sql`outcome = 'abandoned'`,
  rollup: { n: 'tickets', hits: 'abandoned' },
};
const missing: Term = {
  entity: 'ticket',
  // Whoever did not come was called, also where the source left out when.
  cases: () => sql`${notVoid} AND (wait_ms IS NOT NULL OR outcome = 'no_show')`,
  hits: () => sql`outcome = 'no_show'`,
  rollup: { n: 'summoned', hits: 'no_show' },
};

/** Tickets whose holder was served. */
export const served: Term = { entity: 'ticket', cases: () => sql`outcome = 'served'`, rollup: { n: 'served' } };

/** How many tickets, and how they ended. */
export const TICKETS: readonly MetricDefinition[] = [
  {
    id: 'tickets',
    label: { vi: 'Số phiếu đã cấp', en: 'Tickets issued' },
    description: { vi: 'Có bao nhiêu lượt lấy số chờ.', en: 'How many queue tickets were taken.' },
    formula: {
      vi: 'Đếm số phiếu hợp lệ theo ngày cấp; phiếu in thử, in nhầm được đếm riêng.',
      en: 'Tickets that are not void, by day of issue; void ones are counted apart.',
    },
    unit: 'count',
    direction: 'none',
    standard: null,
    version: 1,
    source: null,
    computation: { kind: 'count', of: issued },
  },
  {
    id: 'tickets_served',
    label: { vi: 'Lượt được phục vụ', en: 'Tickets served' },
    description: { vi: 'Có bao nhiêu lượt đã được phục vụ tại quầy.', en: 'How many people were served at a counter.' },
    formula: { vi: 'Đếm số phiếu kết thúc bằng phục vụ, theo ngày cấp.', en: 'Tickets that ended in service, by day of issue.' },
    unit: 'count',
    direction: 'none',
    standard: null,
    version: 1,
    source: null,
    computation: { kind: 'count', of: served },
  },
  {
    id: 'tickets_abandoned',
    label: { vi: 'Lượt bỏ về', en: 'Tickets abandoned' },
    description: { vi: 'Có bao nhiêu người bỏ về trước khi được gọi.', en: 'How many people left before they were called.' },
    formula: { vi: 'Đếm số phiếu có người chờ bỏ về, theo ngày cấp.', en: 'Tickets whose holder left, by day of issue.' },
    unit: 'count',
    direction: 'down',
    standard: null,
    version: 1,
    source: null,
    computation: { kind: 'count', of: abandoned },
  },
  {
    id: 'tickets_void',
    label: { vi: 'Phiếu không hợp lệ', en: 'Void tickets' },
    description: {
      vi: 'Có bao nhiêu phiếu in thử hoặc in nhầm, không ứng với người nào.',
      en: 'How many tickets were tests or misprints, with nobody behind them.',
    },
    formula: { vi: 'Đếm số phiếu không hợp lệ, theo ngày cấp.', en: 'Void tickets, by day of issue.' },
    unit: 'count',
    direction: 'none',
    standard: null,
    version: 1,
    source: null,
    computation: { kind: 'count', of: voided },
  },
  {
    id: 'abandonment_rate',
    label: { vi: 'Tỷ lệ bỏ về', en: 'Abandonment rate' },
    description: { vi: 'Cứ 100 người lấy số thì bao nhiêu người bỏ về.', en: 'Of 100 people who took a ticket, how many left unserved.' },
    formula: {
      vi: 'Số phiếu bỏ về ÷ số phiếu hợp lệ, theo ngày cấp.',
      en: 'Abandoned tickets ÷ tickets that are not void, by day of issue.',
    },
    unit: 'share',
    direction: 'down',
    standard: null,
    version: 1,
    source: null,
    computation: { kind: 'rate', of: leaving },
  },
  {
    id: 'no_show_rate',
    label: { vi: 'Tỷ lệ vắng mặt khi gọi', en: 'No-show rate' },
    description: { vi: 'Cứ 100 người được gọi thì bao nhiêu người không có mặt.', en: 'Of 100 people called, how many did not come.' },
    formula: { vi: 'Số phiếu vắng mặt ÷ số phiếu đã được gọi.', en: 'No-shows ÷ tickets that were called.' },
    unit: 'share',
    direction: 'down',
    standard: null,
    version: 1,
    source: null,
    computation: { kind: 'rate', of: missing },
  },
];
