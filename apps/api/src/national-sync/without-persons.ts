import type { PseudonymKey } from '@evenhand/etl';
import { knownStep } from './known-steps';
import type { SyncBody, SyncDossier, SyncStep } from './sync-call';

/** The only position that says something about what somebody may do. */
const CONTRACT_STAFF = 'Nhân viên hợp đồng';
const APOLOGY = /Mẫu 04: \d{14}/;

type Loose = Readonly<Record<string, unknown>>;

const textAt = (record: Loose, name: string): string => {
  const value = record[name];
  return typeof value === 'string' ? value.trim() : '';
};
const firstOf = (record: Loose, list: string): Loose => {
  const value = record[list];
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'object' && first !== null ? Object.fromEntries(Object.entries(first)) : {};
};

/** True when the result is the very file that was submitted first. */
function isResultCopied(dossier: SyncDossier): boolean {
  const result = textAt(firstOf(dossier, 'DanhSachGiayToKetQua'), 'DuongDanTepTinKetQua');
  return result !== '' && result === textAt(firstOf(dossier, 'TaiLieuNop'), 'DuongDanTaiTepTin');
}

function keptDossier(dossier: SyncDossier, pseudonyms: PseudonymKey): object {
  const { MaHoSo, MaDinhDanh, MaTTHC, MaLinhVuc, KenhThucHien, NgayNopHoSo, NgayTiepNhan, NgayHenTra, NgayKetThucXuLy, NgayTra } = dossier;
  const { TrangThaiHoSo, HoSoCoThanhPhanSoHoa, DuocThanhToanTrucTuyen } = dossier;
  return {
    ...{ MaHoSo, MaDinhDanh, MaTTHC, MaLinhVuc, KenhThucHien, NgayNopHoSo, NgayTiepNhan, NgayHenTra, NgayKetThucXuLy, NgayTra },
    ...{ TrangThaiHoSo, HoSoCoThanhPhanSoHoa, DuocThanhToanTrucTuyen },
    NguoiNhanHoSo: pseudonyms.of('staff', dossier.NguoiNhanHoSo ?? ''),
    SoGiayToChuHoSo: pseudonyms.contact(textAt(dossier, 'SoGiayToChuHoSo')),
    GhiChu: APOLOGY.exec(dossier.GhiChu ?? '')?.[0] ?? '',
    KetQuaLaTepNop: isResultCopied(dossier) ? '1' : '0',
    DanhSachLePhi: (dossier.DanhSachLePhi ?? []).map(({ Gia }) => ({ Gia })),
    DanhSachHoSoBoSung: (dossier.DanhSachHoSoBoSung ?? []).map(({ NgayBoSung, NgayTiepNhanBoSung, NgayHenTraTruoc }) => ({
      ...{ NgayBoSung, NgayTiepNhanBoSung, NgayHenTraTruoc },
    })),
    DanhSachGiayToKetQua: (dossier.DanhSachGiayToKetQua ?? []).map(() => ({})),
  };
}

const keptStep = (step: SyncStep, pseudonyms: PseudonymKey): object => ({
  MaHoSo: step.MaHoSo,
  NguoiXuLy: pseudonyms.of('staff', step.NguoiXuLy ?? ''),
  ChucDanh: step.ChucDanh?.trim() === CONTRACT_STAFF ? CONTRACT_STAFF : '',
  ThoiDiemXuLy: step.ThoiDiemXuLy,
  PhongBanXuLy: step.PhongBanXuLy,
  NoiDungXuLy: knownStep(step.NoiDungXuLy ?? ''),
  TrangThai: step.TrangThai,
  NgayKetThucTheoQuyDinh: step.NgayKetThucTheoQuyDinh,
});

/**
 * What is kept of a call: the fields that are read and no others. Officers and applicants are pseudonyms before anything
 * reaches the disk, and what was written freely is dropped.
 */
export const withoutPersons = (call: SyncBody, pseudonyms: PseudonymKey): object =>
  call.service === 'DongBoHoSoMC'
    ? { service: call.service, isUpdating: call.isUpdating, data: call.data.map((dossier) => keptDossier(dossier, pseudonyms)) }
    : { service: call.service, data: call.data.map((step) => keptStep(step, pseudonyms)) };
