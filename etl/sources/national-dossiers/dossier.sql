-- A unit reads 000.03.340.H26: the code of the unit is 03340, the parts between the first and the last. Of the applicant only the
-- number of the identity paper is read, to be stored as a keyed hash; the placeholder of invented work is no number. A result is
-- there although nothing is said of where its file lies: the list is read as text, for a reader of its fields would drop it.
SELECT
  d.MaHoSo AS dossier_code,
  arrayStringConcat(arraySlice(splitByChar('.', d.MaHoSo), 2, 2)) AS point_code,
  arrayStringConcat(arraySlice(splitByChar('.', d.MaDinhDanh), 2, 2)) AS authority_code,
  d.MaTTHC AS procedure_code,
  d.MaLinhVuc AS field_code,
  transform(d.KenhThucHien, ['', '1', '2', '3'], ['direct', 'direct', 'online', 'post'], d.KenhThucHien) AS channel,
  d.NguoiNhanHoSo AS agent,
  d.NgayNopHoSo AS submitted_at,
  d.NgayTiepNhan AS received_at,
  if(empty(d.DanhSachHoSoBoSung), d.NgayHenTra, d.DanhSachHoSoBoSung[1].NgayHenTraTruoc) AS first_due_at,
  d.NgayHenTra AS due_at,
  d.NgayKetThucXuLy AS finished_at,
  d.NgayTra AS returned_at,
  d.TrangThaiHoSo AS status,
  length(d.DanhSachHoSoBoSung) AS supplement_requests,
  1000 * arraySum(b -> ifNull(dateDiff('second',
    parseDateTimeOrNull(b.NgayBoSung, '%Y%m%d%H%i%S', 'UTC'),
    parseDateTimeOrNull(b.NgayTiepNhanBoSung, '%Y%m%d%H%i%S', 'UTC')), 0), d.DanhSachHoSoBoSung) AS paused_ms,
  extract(d.GhiChu, 'Mẫu 04: (\\d{14})') AS apology_at,
  arraySum(f -> toInt64OrZero(f.Gia), d.DanhSachLePhi) AS fee,
  d.DuocThanhToanTrucTuyen IN ('1', '2') AS is_paid_online,
  d.HoSoCoThanhPhanSoHoa AS is_digitised,
  notEmpty(d.DanhSachGiayToKetQua) AS has_electronic_result,
  d.KetQuaLaTepNop = '1' OR (d.TaiLieuNop[1].DuongDanTaiTepTin != ''
    AND JSONExtractString(d.DanhSachGiayToKetQua[1], 'DuongDanTepTinKetQua') = d.TaiLieuNop[1].DuongDanTaiTepTin) AS is_result_copied,
  if(startsWith(d.SoGiayToChuHoSo, 'MO-PHONG'), '', d.SoGiayToChuHoSo) AS contact
FROM (
  SELECT *, JSONExtract(record, 'Tuple(
    MaHoSo String, MaDinhDanh String, MaTTHC String, MaLinhVuc String, KenhThucHien String, NguoiNhanHoSo String,
    NgayNopHoSo String, NgayTiepNhan String, NgayHenTra String, NgayKetThucXuLy String, NgayTra String, TrangThaiHoSo String,
    SoGiayToChuHoSo String, KetQuaLaTepNop String, GhiChu String, HoSoCoThanhPhanSoHoa String, DuocThanhToanTrucTuyen String,
    DanhSachLePhi Array(Tuple(Gia String)),
    DanhSachHoSoBoSung Array(Tuple(NgayBoSung String, NgayTiepNhanBoSung String, NgayHenTraTruoc String)),
    TaiLieuNop Array(Tuple(DuongDanTaiTepTin String)),
    DanhSachGiayToKetQua Array(String))') AS d
  FROM input
)
