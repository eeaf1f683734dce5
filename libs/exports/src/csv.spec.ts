import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { csvOf } from './csv';
import { tableOf } from './document';
import { sample } from './testing/sample';

const written = (document: Parameters<typeof csvOf>[0]): Promise<string> => text(Readable.from(csvOf(document)));

describe('a CSV for people', () => {
  it('[X1] begins with the mark of UTF-8, then the head, the rows, and its notes below an empty line', async () => {
    const csv = await written(sample([['H1', '2026-10-01', '2026-10-05T09:30:00Z', 12.5, 0.5]]));
    expect(csv.split('\r\n')).toEqual([
      '\ufeffMã hồ sơ,Ngày tiếp nhận,Hẹn trả,Thời gian chờ (phút),Tỷ lệ đúng hạn',
      'H1,2026-10-01,2026-10-05T09:30:00Z,12.5,0.5',
      '',
      'Ghi chú',
      'Tên,Hồ sơ trễ hạn theo điểm phục vụ',
      'Lưu ý,Dữ liệu mô phỏng',
      'Phạm vi,Thành phố Hà Nội',
      'Kỳ,01/10/2026 – 31/10/2026',
      'Dữ liệu đến,31/10/2026 17:00',
      'Số dòng,1',
      'Đã ẩn,Số dưới 5 được ẩn.',
      '',
    ]);
  });

  it('says of several tables which one a row belongs to', async () => {
    const columns = [{ name: 'Giá trị', type: 'number' }] as const;
    const csv = await written(sample([], { tables: [tableOf('A', columns, [[1]]), tableOf('B', columns, [[2]])] }));
    expect(csv.split('\r\n').slice(0, 3)).toEqual(['\ufeffBảng,Giá trị', 'A,1', 'B,2']);
  });

  it('says how many of how many rows it holds, and why', async () => {
    const [table] = sample([]).tables;
    const csv = await written(sample([], { tables: table === undefined ? [] : [{ ...table, shown: 2, total: 9000 }] }));
    expect(csv).toContain('Số dòng,2 trên 9.000: một tệp không chứa nhiều hơn; hãy thu hẹp kỳ hoặc bộ lọc');
  });
});
