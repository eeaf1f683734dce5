import type { Days } from './days';
import type { DossierLife } from './dossier-life';
import type { Telling } from './traps';
import { asCompact, type Instant } from './instants';

/** What is known of a dossier besides its life. */
export interface DossierFile {
  readonly code: string;
  readonly procedure: string;
  readonly field: string;
  /** National code: 1 direct, 2 online, 3 post. */
  readonly channel: 1 | 2 | 3;
  readonly submitted: Instant;
  /** Identifier of the unit that decides. */
  readonly authority: string;
  readonly receiver: string;
  readonly specialist: string;
  readonly decider: string;
  readonly isDecidedByContract: boolean;
  readonly fee: number;
  readonly isPaidOnline: boolean;
  readonly isDigitised: boolean;
  readonly hasElectronicResult: boolean;
  /** Where the result lies; absent when the message does not say. */
  readonly resultPath?: string;
  /** What stands in the place of an identity number; a placeholder when absent. */
  readonly identityPaper?: string;
}

/** `000.03.340.H26`: how the national portal writes the unit 00340 of Hanoi. */
export const unitIdentifier = (unit: string): string => `000.${unit.slice(0, 2)}.${unit.slice(2)}.H26`;

function supplementRows(days: Days, { supplements }: Pick<DossierLife, 'supplements'>, code: string): string {
  const rows = supplements.map(
    ({ requested, answered, dueBefore, dueAfter }, index) =>
      `{"HoSoBoSungId":"${code}/${index + 1}","NgayBoSung":"${asCompact(days, requested)}","NgayTiepNhanBoSung":"${asCompact(days, answered)}",` +
      `"TrangThaiBoSung":"${answered === undefined ? 0 : 1}","NgayHenTraTruoc":"${asCompact(days, dueBefore)}","NgayHenTraMoi":"${asCompact(days, dueAfter)}"}`,
  );
  return rows.length === 0 ? '' : `,"DanhSachHoSoBoSung":[${rows.join(',')}]`;
}

/** One dossier of the national sync. The person is a placeholder that says so. */
export function dossierRow(days: Days, { file, life, extras }: Telling): string {
  const at = (instant: Instant | undefined): string => asCompact(days, instant);
  const isSettled = life.status === 9 || life.status === 10;
  const path = file.resultPath === undefined ? '' : `,"DuongDanTepTinKetQua":"${file.resultPath}"`;
  return (
    `{"MaHoSo":"${file.code}","MaTTHC":"${file.procedure}","MaLinhVuc":"${file.field}","KenhThucHien":"${file.channel}",` +
    `"ChuHoSo":"MO PHONG","SoGiayToChuHoSo":"${file.identityPaper ?? 'MO-PHONG-000'}","SoDienThoai":"000","LoaiDoiTuong":"1",` +
    `"NgayNopHoSo":"${at(file.submitted)}","NgayTiepNhan":"${at(life.received)}","NgayHenTra":"${at(life.due)}",` +
    `"NgayKetThucXuLy":"${at(life.finished)}","NgayTra":"${at(life.returned)}","NgayTuChoi":"${life.status === 3 ? at(life.finished) : ''}",` +
    `"TrangThaiHoSo":"${life.status}","HinhThuc":"1","MaDinhDanh":"${file.authority}","NguoiNhanHoSo":"${file.receiver}",` +
    `"GhiChu":"${life.apology === undefined ? '' : `Mẫu 04: ${at(life.apology)}`}","NoiNopHoSo":"2","HoSoCoThanhPhanSoHoa":"${file.isDigitised ? 1 : 0}",` +
    `"DuocThanhToanTrucTuyen":"${file.isPaidOnline ? 1 : 0}","DanhSachLePhi":[{"Gia":"${file.fee}"}]${supplementRows(days, life, file.code)},` +
    `"DanhSachGiayToKetQua":[${isSettled && file.hasElectronicResult ? `{"MaGiayToKetQua":"${file.code}"${path}}` : ''}]${extras}}`
  );
}

/** One step of a dossier. */
interface Step {
  readonly at: Instant;
  readonly status: number;
  readonly person: string;
  readonly title: string;
  readonly room: string;
  readonly what: string;
}

const RECEPTION = 'Bộ phận Một cửa';
const OFFICE = 'Bộ phận chuyên môn';
const CONTRACT = 'Nhân viên hợp đồng';

function stepsOf(file: DossierFile, life: DossierLife): Step[] {
  const receiver = { person: file.receiver, title: 'Công chức một cửa', room: RECEPTION };
  const specialist = { person: file.specialist, title: 'Chuyên viên', room: OFFICE };
  const decider = { person: file.decider, title: file.isDecidedByContract ? CONTRACT : 'Lãnh đạo', room: OFFICE };
  const steps: Step[] = [{ at: life.received, status: 2, what: 'Tiếp nhận', ...receiver }];
  for (const { requested, answered } of life.supplements) {
    steps.push({ at: requested, status: 5, what: 'Yêu cầu bổ sung', ...specialist });
    if (answered !== undefined) steps.push({ at: answered, status: 4, what: 'Nhận bổ sung', ...receiver });
  }
  if (life.finished !== undefined)
    steps.push({ at: life.finished, status: life.status === 10 ? 9 : life.status, what: 'Ký kết quả', ...decider });
  if (life.returned !== undefined) {
    const handing = file.isDecidedByContract ? decider : receiver;
    steps.push({ at: life.returned, status: 10, what: 'Trả kết quả', ...handing });
  }
  return steps;
}

/** A step as the progress service tells it, and the day on which it happened. */
export interface StepRow {
  readonly at: Instant;
  readonly text: string;
}

/** All steps of a dossier that are known. */
export const stepRows = (days: Days, file: DossierFile, life: DossierLife): StepRow[] =>
  stepsOf(file, life).map(({ at, status, person, title, room, what }) => ({
    at,
    text:
      `{"MaHoSo":"${file.code}","NguoiXuLy":"${person}","ChucDanh":"${title}","ThoiDiemXuLy":"${asCompact(days, at)}",` +
      `"PhongBanXuLy":"${room}","NoiDungXuLy":"${what}","TrangThai":"${status}","NgayKetThucTheoQuyDinh":"${asCompact(days, life.due)}"}`,
  }));
