-- A step has no number of its own: its instant and its status tell it from the other steps of its dossier.
SELECT
  s.MaHoSo AS dossier_code,
  concat(s.ThoiDiemXuLy, '/', s.TrangThai) AS step_id,
  s.NoiDungXuLy AS step,
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
