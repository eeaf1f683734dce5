import { brokenLines, framedPicture } from './chart-picture';

const theme = { surface: '#fff', ink: '#111', ink2: '#444', worse: '#c24a0b', fontFamily: "'Be Vietnam Pro', sans-serif" };
const drawing = {
  svg: '<svg width="600" height="200" xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  width: 600,
  height: 200,
  theme,
};

const read = (svg: string): Document => new DOMParser().parseFromString(svg, 'image/svg+xml');

describe('a picture of a chart', () => {
  it('carries its title, the mark of invented data, its finding and what it covers', () => {
    const { svg } = framedPicture(drawing, {
      title: 'Giờ nào tắc?',
      mark: 'Dữ liệu mô phỏng',
      lines: ['Tắc nhất lúc 09:00.', '01/10/2026 – 31/10/2026'],
    });
    expect([...read(svg).querySelectorAll('text')].map((text) => text.textContent)).toEqual([
      'Giờ nào tắc?',
      'Dữ liệu mô phỏng',
      'Tắc nhất lúc 09:00.',
      '01/10/2026 – 31/10/2026',
    ]);
  });

  it('holds the drawing below its title, whole and on a ground of its own', () => {
    const { svg, width, height } = framedPicture(drawing, { title: 'x', mark: null, lines: [] });
    const inner = read(svg).querySelector('svg svg');
    expect([inner?.getAttribute('x'), inner?.querySelector('path')?.getAttribute('d'), width]).toEqual(['18', 'M0 0', 636]);
    expect(Number(inner?.getAttribute('y')) + 200).toBeLessThan(height);
    expect(read(svg).querySelector('rect')?.getAttribute('fill')).toBe('#fff');
  });

  it('[X2] shows names as text, whatever they look like', () => {
    const { svg } = framedPicture(drawing, { title: '<img src=x onerror=alert(1)> & "co"', mark: null, lines: [] });
    expect(read(svg).querySelector('img, parsererror')).toBeNull();
    expect(read(svg).querySelector('text')?.textContent).toBe('<img src=x onerror=alert(1)> & "co"');
  });

  it('breaks lines between words', () => {
    expect(brokenLines('một hai ba bốn năm', 10, 50)).toEqual(['một hai', 'ba bốn', 'năm']);
  });
});
