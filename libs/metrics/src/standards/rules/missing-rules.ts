import type { Label } from '@evenhand/domain';
import { cite, cityRequirement, TWO_LEVELS } from '../citations';
import { standard } from '../declare';
import type { Citation, StandardDefinition } from '../standard';

interface Missing {
  readonly id: string;
  readonly label: Label;
  readonly promise: Label;
  readonly needs: Label;
  readonly citations: readonly Citation[];
}

const missing = ({ needs, ...declared }: Missing): StandardDefinition =>
  standard({
    ...declared,
    clock: { vi: 'Chưa tính được.', en: 'Cannot be counted yet.' },
    judging: { kind: 'missing', needs },
    examples: [],
  });

/** Promises that the product cannot judge, and what it would take. */
export const MISSING_RULES: readonly StandardDefinition[] = [
  missing({
    id: 'access',
    label: { vi: 'Khoảng cách đến điểm phục vụ', en: 'Access to a point' },
    promise: { vi: 'Người dân đến điểm phục vụ trong 30 phút hoặc 5 km.', en: 'People reach a point within 30 minutes or 5 km.' },
    needs: {
      vi: 'Tọa độ điểm phục vụ và phân bố dân cư theo ô lưới.',
      en: 'Coordinates of the points and where people live, by grid cell.',
    },
    citations: cityRequirement(
      'Yêu cầu tiếp cận của Trung tâm Thành phố Hà Nội',
      'Requirement of access of the Hanoi City Centre',
      TWO_LEVELS,
    ),
  }),
  missing({
    id: 'boundary_free',
    label: { vi: 'Tiếp nhận không phụ thuộc địa giới', en: 'Reception regardless of boundaries' },
    promise: { vi: 'Không từ chối hồ sơ với lý do không đúng địa bàn.', en: 'Nobody is refused because of the ward they live in.' },
    needs: { vi: 'Lý do từ chối của Phiếu từ chối tiếp nhận (mẫu số 03).', en: 'The reason on each refusal slip (form 03).' },
    citations: [cite('Nghị định 118/2025/NĐ-CP', 'Decree 118/2025/NĐ-CP', { from: '2025-07-01', certainty: 'confirmed' })],
  }),
  missing({
    id: 'handover_between_units',
    label: { vi: 'Chuyển hồ sơ giữa các đơn vị', en: 'Handing over between units' },
    promise: {
      vi: 'Hồ sơ tiếp nhận hộ được chuyển đến đơn vị có thẩm quyền trong thời gian quy định.',
      en: 'What a point receives for another unit is handed over within the hours set for it.',
    },
    needs: {
      vi: 'Thời điểm gửi và thời điểm nhận hồ sơ phi địa giới (NgayGuiPhiDiaGioi, NgayNhanPhiDiaGioi).',
      en: 'When a dossier of another unit was sent and when it was received (NgayGuiPhiDiaGioi, NgayNhanPhiDiaGioi).',
    },
    citations: [cite('Nghị định 118/2025/NĐ-CP', 'Decree 118/2025/NĐ-CP', { from: '2025-07-01' })],
  }),
  missing({
    id: 'incomplete_notice',
    label: { vi: 'Thông báo hồ sơ chưa đầy đủ', en: 'Notice that a dossier is incomplete' },
    promise: {
      vi: 'Hồ sơ chưa đầy đủ được thông báo trong 3 ngày làm việc kể từ ngày tiếp nhận.',
      en: 'Within 3 working days of reception people learn that their dossier is incomplete.',
    },
    needs: {
      vi: 'Giai đoạn và căn cứ của từng yêu cầu bổ sung (mẫu số 02): yêu cầu khi tiếp nhận khác với yêu cầu khi thẩm định.',
      en: 'The stage and the ground of each supplement request (form 02): one at reception is not one of the appraisal.',
    },
    citations: [cite('Nghị định 118/2025/NĐ-CP', 'Decree 118/2025/NĐ-CP', { from: '2025-07-01' })],
  }),
  missing({
    id: 'reappointment_once',
    label: { vi: 'Hẹn lại không quá một lần', en: 'A new date once only' },
    promise: { vi: 'Ngày hẹn trả chỉ được hẹn lại một lần.', en: 'The due date is put off once at most.' },
    needs: {
      vi: 'Từng văn bản xin lỗi và hẹn lại (mẫu số 04) với ngày hẹn cũ và mới; nguồn hiện chỉ cho biết lần xin lỗi cuối.',
      en: 'Every apology slip (form 04) with its old and new date; sources tell of the last apology only.',
    },
    citations: [cite('Nghị định 118/2025/NĐ-CP', 'Decree 118/2025/NĐ-CP', { from: '2025-07-01' })],
  }),
  missing({
    id: 'results_by_post',
    label: { vi: 'Trả kết quả qua bưu chính', en: 'Results by post' },
    promise: { vi: '100 % kết quả bản giấy được trả qua dịch vụ bưu chính.', en: 'All results on paper are returned by post.' },
    needs: { vi: 'Hình thức trả kết quả của hồ sơ (HinhThuc).', en: 'How each result was returned (HinhThuc).' },
    citations: [
      cite('Quy định của Thành phố Hà Nội về trả kết quả', 'Rule of Hanoi City on returning results', {
        from: '2026-01-01',
        certainty: 'confirmed',
      }),
    ],
  }),
  missing({
    id: 'tasks_taken_over',
    label: { vi: 'Thực hiện nhiệm vụ được chuyển về cấp xã', en: 'Tasks taken over by communes' },
    promise: { vi: 'Mọi thủ tục được giao đều có phát sinh hồ sơ tại đơn vị.', en: 'Every procedure assigned to a unit is in use there.' },
    needs: { vi: 'Danh mục thủ tục được giao cho từng đơn vị.', en: 'The list of procedures assigned to each unit.' },
    citations: cityRequirement(
      'Danh mục nhiệm vụ chuyển từ cấp huyện về cấp xã',
      'List of tasks moved from districts to communes',
      TWO_LEVELS,
    ),
  }),
  missing({
    id: 'health_checks',
    label: { vi: 'Khám sức khỏe toàn dân', en: 'Health checks for everybody' },
    promise: {
      vi: '100 % người dân được khám và có hồ sơ sức khỏe điện tử.',
      en: 'All residents are checked and have an electronic health record.',
    },
    needs: {
      vi: 'Dữ liệu của ngành y tế; ngoài phạm vi của hệ thống.',
      en: 'Data of the health sector; beyond what this product is about.',
    },
    citations: cityRequirement('Chương trình khám sức khỏe toàn dân', 'Programme of health checks for everybody', TWO_LEVELS),
  }),
];
