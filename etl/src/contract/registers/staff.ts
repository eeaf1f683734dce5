import type { Label } from '@evenhand/domain';

/** Who works at a point: contract staff and helpers support and guide, they decide nothing. */
export const STAFF_CLASSES = ['civil_servant', 'contract', 'helper'] as const;

/** What a person may be permitted to do in the systems of a point. */
export const PERMITTED_ACTIONS = {
  guide: { vi: 'Hướng dẫn', en: 'Guide people' },
  receive: { vi: 'Tiếp nhận hồ sơ', en: 'Receive dossiers' },
  collect_fee: { vi: 'Thu phí, lệ phí', en: 'Collect fees' },
  look_up_population: { vi: 'Tra cứu CSDL dân cư', en: 'Look up the population database' },
  appraise: { vi: 'Thẩm định', en: 'Appraise' },
  approve: { vi: 'Phê duyệt', en: 'Approve' },
  sign: { vi: 'Ký kết quả', en: 'Sign results' },
  return_result: { vi: 'Trả kết quả', en: 'Return results' },
} as const satisfies Readonly<Record<string, Label>>;

/** Actions that decide for the administration. */
export const DECIDING_ACTIONS = ['approve', 'sign'] as const satisfies readonly (keyof typeof PERMITTED_ACTIONS)[];

/** What somebody does at a point. */
export const STAFF_ROLES = {
  head: { vi: 'Phụ trách điểm', en: 'Head of the point' },
  receiving_officer: { vi: 'Công chức một cửa', en: 'Receiving officer' },
  civil_status_officer: { vi: 'Công chức tư pháp – hộ tịch', en: 'Civil-status officer' },
  land_officer: { vi: 'Công chức địa chính – xây dựng', en: 'Land and construction officer' },
  social_officer: { vi: 'Công chức văn hóa – xã hội', en: 'Social-affairs officer' },
  police_desk: { vi: 'Bộ phận công an', en: 'Police desk' },
  insurance_post_desk: { vi: 'Bộ phận bảo hiểm xã hội, bưu điện', en: 'Social-insurance and post desk' },
  document_officer: { vi: 'Văn thư, đóng dấu', en: 'Document and seal officer' },
  guide: { vi: 'Hướng dẫn viên', en: 'Guide' },
  it_support: { vi: 'Hỗ trợ công nghệ thông tin', en: 'IT support' },
} as const satisfies Readonly<Record<string, Label>>;
