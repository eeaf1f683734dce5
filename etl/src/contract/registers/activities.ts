import type { Label } from '@evenhand/domain';

/** Everything that is only counted: how often it happened at a point on a day. A further activity is one line. */
export const ACTIVITIES = {
  population_lookup: { vi: 'Lượt tra cứu CSDL quốc gia về dân cư', en: 'Look-ups in the population database' },
  population_lookup_failed: { vi: 'Lượt tra cứu dân cư không thành công', en: 'Failed look-ups in the population database' },
  electronic_copy_issued: { vi: 'Bản sao điện tử chứng thực đã cấp', en: 'Certified electronic copies issued' },
  electronic_copy_refused: { vi: 'Bản sao điện tử bị từ chối', en: 'Certified electronic copies refused' },
  electronic_copy_reused: { vi: 'Bản sao điện tử được dùng lại', en: 'Certified electronic copies used again' },
  assisted_submission: { vi: 'Lượt hỗ trợ nộp hồ sơ trực tuyến', en: 'Online submissions made with help' },
  assisted_declaration: {
    vi: 'Lượt hỗ trợ kê khai hộ gia đình, an sinh xã hội',
    en: 'Household and social-security declarations made with help',
  },
  mobile_event: { vi: 'Buổi phục vụ lưu động', en: 'Mobile service events' },
  household_visit: { vi: 'Hộ gia đình được phục vụ tại nhà', en: 'Households served at home' },
  mobile_dossier: { vi: 'Hồ sơ tiếp nhận khi phục vụ lưu động', en: 'Dossiers received on mobile service' },
  mobile_distance_km: { vi: 'Quãng đường phục vụ lưu động (km)', en: 'Distance travelled on mobile service (km)' },
  education_event: { vi: 'Buổi Bình dân học vụ số', en: 'Digital education events' },
  education_attendee: { vi: 'Người dự Bình dân học vụ số', en: 'People at digital education events' },
  account_created: { vi: 'Tài khoản định danh, dịch vụ công được lập', en: 'Identity and public-service accounts created' },
  reception_session: { vi: 'Lượt tiếp công dân', en: 'Citizens received in person' },
  reception_letter: { vi: 'Đơn thư tiếp nhận', en: 'Letters received by citizen reception' },
  result_signed: { vi: 'Kết quả được ký số', en: 'Results signed digitally' },
  source_ticket: { vi: 'Số phiếu theo hệ thống nguồn', en: 'Tickets as the source itself counts them' },
  source_dossier: { vi: 'Số hồ sơ theo hệ thống nguồn', en: 'Dossiers as the source itself counts them' },
  source_rating: { vi: 'Số lượt đánh giá theo hệ thống nguồn', en: 'Ratings as the source itself counts them' },
} as const satisfies Readonly<Record<string, Label>>;
