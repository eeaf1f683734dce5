import { dayFromText, typedDay } from './day-text';

describe('a typed day', () => {
  it.each(['05/03/2026', '5/3/2026', ' 5.3.2026 ', '05-03-2026', '05032026', '2026-03-05'])('reads %s as the fifth of March', (text) => {
    expect(dayFromText(text)).toBe('2026-03-05');
  });

  it.each(['', '31/02/2026', '13/13/2026', '5/3/26', '03/2026', 'mai'])('takes "%s" for no day', (text) => {
    expect(dayFromText(text)).toBeNull();
  });

  it('is written with the day first, as it is read', () => {
    expect(typedDay('2026-03-05')).toBe('05/03/2026');
    expect(dayFromText(typedDay('2026-12-31'))).toBe('2026-12-31');
  });
});
