SELECT
  MaHoSo AS dossier_code,
  arrayStringConcat(arraySlice(splitByChar('.', MaHoSo), 2, 2)) AS point_code,
  TrangThaiHoSo AS status,
  NgayTiepNhan AS received_at,
  NgayKetThucXuLy AS finished_at
FROM input
