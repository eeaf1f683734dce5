import { holdsNumberOfPerson } from './number-in-text';

describe('a text that somebody typed', () => {
  it.each([
    'gọi chị Lan 0912345678',
    'số 0912.345.678 không gọi được',
    '+84 912 345 678',
    'CCCD 001099012345',
    'CCCD 001 099 012 345',
    'viết cho a.b@hanoi.gov.vn',
    'CMND 012345678',
    '０９１２３４５６７８',
    '0912\u200b345678',
  ])('[P4] holds a number of a person: %s', (text) => expect(holdsNumberOfPerson(text)).toBe(true));

  it.each([
    'Mất điện từ 08:30 đến 10:15 ngày 05/10/2026',
    'Điểm Đống Đa mở thêm quầy 4, 12 cán bộ tăng cường',
    'Quyết định 766/QĐ-TTg ngày 23/6/2022',
    'Hồ sơ 000.00.004.H26-261005-0001 chuyển chi nhánh',
    '2026-10-05 – 2026-10-09',
  ])('holds none: %s', (text) => expect(holdsNumberOfPerson(text)).toBe(false));
});
