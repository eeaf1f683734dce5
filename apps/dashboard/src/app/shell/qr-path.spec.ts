import { qrOf } from './qr-path';

describe('the code back to a screen', () => {
  it('is a square with a quiet edge and the corner that a reader looks for', () => {
    const { size, path } = qrOf('http://127.0.0.1:3000/city?from=2026-10-01&to=2026-11-01');
    // 17 + 4 × version modules, and the edge on both sides.
    expect((size - 8 - 17) % 4).toBe(0);
    expect(path.startsWith('M4 4h1v1h-1z')).toBe(true);
    expect(path).not.toMatch(/M[0-3] /);
  });

  it('differs from address to address', () => expect(qrOf('http://a/city').path).not.toBe(qrOf('http://a/act').path));
});
