-- A step has no number of its own: its instant and its status tell it from the other steps of its dossier. What was done is kept
-- where it is one of the usual words; free text may be about a person.
SELECT
  s.MaHoSo AS dossier_code,
  concat(s.ThoiDiemXuLy, '/', s.TrangThai) AS step_id,
  transform(lowerUTF8(normalizeUTF8NFC(trimBoth(s.NoiDungXuLy))),
    ['tiếp nhận', 'tiếp nhận hồ sơ', 'yêu cầu bổ sung', 'nhận bổ sung', 'phân công', 'thẩm định', 'xử lý', 'trình ký', 'ký kết quả',
      'phê duyệt', 'ban hành', 'trả kết quả', 'từ chối', 'rút hồ sơ', 'dừng xử lý', 'xin lỗi', 'kết thúc'],
    ['received', 'received', 'supplement_requested', 'supplement_received', 'assigned', 'appraised', 'processed', 'submitted_for_signature', 'signed',
      'approved', 'issued', 'returned', 'refused', 'withdrawn', 'stopped', 'apologised', 'ended'], '') AS step,
  arrayStringConcat(arraySlice(splitByChar('.', s.MaHoSo), 2, 2)) AS point_code,
  s.PhongBanXuLy AS unit,
  s.NguoiXuLy AS agent,
  if(s.ChucDanh = 'Nhân viên hợp đồng', 'contract', 'civil_servant') AS agent_class,
  s.ThoiDiemXuLy AS happened_at,
  s.NgayKetThucTheoQuyDinh AS step_due_at,
  s.TrangThai AS status
FROM (
  SELECT *, JSONExtract(record, 'Tuple(
    MaHoSo String, NguoiXuLy String, ChucDanh String, ThoiDiemXuLy String, PhongBanXuLy String, NoiDungXuLy String,
    TrangThai String, NgayKetThucTheoQuyDinh String)') AS s
  FROM input
)
