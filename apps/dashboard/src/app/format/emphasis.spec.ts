import { pieces } from './emphasis';

it('cuts a sentence where its translation calls something out', () => {
  expect(pieces('Cứ 100 người thì *16 người chờ*. _9 điểm_ khác biệt.')).toEqual([
    { text: 'Cứ 100 người thì ', mark: 'plain' },
    { text: '16 người chờ', mark: 'strong' },
    { text: '. ', mark: 'plain' },
    { text: '9 điểm', mark: 'underline' },
    { text: ' khác biệt.', mark: 'plain' },
  ]);
});

it('leaves a sentence without marks whole', () => {
  expect(pieces('Chưa có dữ liệu.')).toEqual([{ text: 'Chưa có dữ liệu.', mark: 'plain' }]);
});
