SELECT
  `Mã phiếu` AS ticket_id,
  `Điểm phục vụ` AS point_code,
  `Lấy số lúc` AS issued_at,
  `Gọi lúc` AS first_called_at,
  transform(`Kết quả`, ['Đã phục vụ', 'Bỏ về', 'Đang chờ', 'Gọi không có mặt'], ['served', 'abandoned', 'waiting', 'no_show'], `Kết quả`) AS outcome
FROM input
