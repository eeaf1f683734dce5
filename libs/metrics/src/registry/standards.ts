import type { Standard } from '@evenhand/domain';

/** No one waits more than 20 minutes to submit; 5 % leaves room for what nobody could foresee. */
export const LONG_WAITS: Standard = {
  comparison: 'at_most',
  value: 0.05,
  label: { vi: 'Không quá 5 % lượt chờ lâu (mức đề xuất)', en: 'At most 5 % long waits (proposed)' },
};

export const ON_TIME: Standard = {
  comparison: 'at_least',
  value: 0.95,
  label: { vi: 'Ít nhất 95 % đúng hạn (mức đề xuất)', en: 'At least 95 % on time (proposed)' },
};

export const SATISFACTION: Standard = {
  comparison: 'at_least',
  value: 0.9,
  label: { vi: 'Ít nhất 90 % hài lòng (mức đề xuất)', en: 'At least 90 % satisfied (proposed)' },
};

export const OCCUPANCY: Standard = {
  comparison: 'at_most',
  value: 0.85,
  label: { vi: 'Không quá 85 % thời gian trực quầy (mức đề xuất)', en: 'At most 85 % of the staffed time (proposed)' },
};
