import { byName, matches, plainLetters } from './search';

describe('names', () => {
  it('are found without diacritics, đ included', () => {
    expect(plainLetters('Đống Đa')).toBe('dong da');
    expect(matches('Đống Đa', 'dong da')).toBe(true);
    expect(matches('Yên Sở', 'hoa')).toBe(false);
  });

  it('are found in either spelling of the tone mark', () => {
    expect(['Hoà', 'Hòa'].every((name) => matches(name, 'hoa'))).toBe(true);
  });

  it('are found by what was typed as a whole, and all of them by nothing', () => {
    expect(matches('Yên Sở CN Hoàng Mai', ' yen  so ')).toBe(true);
    expect(matches('Dân Hoà CN Hà Đông', 'dong da')).toBe(false);
    expect(matches('Yên Sở', '')).toBe(true);
  });

  it('stand in Vietnamese order', () => {
    const sorted = ['Ơn', 'Đống Đa', 'Ô Chợ Dừa', 'Đan Phượng', 'Ba Đình', 'Âu Cơ', 'Cầu Giấy', 'An Khánh'].sort(byName);
    expect(sorted).toEqual(['An Khánh', 'Âu Cơ', 'Ba Đình', 'Cầu Giấy', 'Đan Phượng', 'Đống Đa', 'Ô Chợ Dừa', 'Ơn']);
  });
});
