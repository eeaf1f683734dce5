import type { Standard } from '@evenhand/domain';

/** No one waits more than 20 minutes to submit; 5 % leaves room for what nobody could foresee. */
export const LONG_WAITS: Standard = {
  comparison: 'at_most',
  value: 0.05,
  label: { vi: 'Không quá 5% lượt chờ lâu (mức đề xuất)', en: 'At most 5% long waits (proposed)' },
};

export const ON_TIME: Standard = {
  comparison: 'at_least',
  value: 0.95,
  label: { vi: 'Ít nhất 95% đúng hạn (mức đề xuất)', en: 'At least 95% on time (proposed)' },
};

export const SATISFACTION: Standard = {
  comparison: 'at_least',
  value: 0.9,
  label: { vi: 'Ít nhất 90% hài lòng (mức đề xuất)', en: 'At least 90% satisfied (proposed)' },
};

export const OCCUPANCY: Standard = {
  comparison: 'at_most',
  value: 0.85,
  label: { vi: 'Không quá 85% thời gian trực quầy (mức đề xuất)', en: 'At most 85% of the staffed time (proposed)' },
};

/** Fewer answers say little about the many who were silent. */
export const RESPONSE: Standard = {
  comparison: 'at_least',
  value: 0.1,
  label: { vi: 'Ít nhất 10% có đánh giá (mức đề xuất)', en: 'At least 10% answered (proposed)' },
};

export const SUSPECT: Standard = {
  comparison: 'at_most',
  value: 0.05,
  label: { vi: 'Không quá 5% đáng ngờ (mức đề xuất)', en: 'At most 5% suspect (proposed)' },
};

/** What contract staff may never do. */
export const NONE: Standard = {
  comparison: 'at_most',
  value: 0,
  label: { vi: 'Không được có trường hợp nào', en: 'There must be none' },
};

export const STAFFING: Standard = {
  comparison: 'at_least',
  value: 12,
  label: { vi: 'Ít nhất 12 công chức mỗi điểm (dự kiến 12–16)', en: 'At least 12 civil servants at a point (12–16 are planned)' },
};
