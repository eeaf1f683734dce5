import { encode } from 'uqr';

/** A QR code as one path; each module is a unit square. */
interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** The code of an address, with the quiet edge of four modules that readers of such codes need. */
export function qrOf(address: string): QrPath {
  const { size, data } = encode(address, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
