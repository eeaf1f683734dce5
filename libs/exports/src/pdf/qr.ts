import { encode } from 'uqr';

/** Draws the QR code of an address into a square. */
export function drawQr(
  pdf: PDFKit.PDFDocument,
  address: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const { size, data } = encode(address, { ecc: 'M', border: 0 });
  const module = side / size;
  pdf.fillColor('#000000');
  data.forEach((row, line) =>
    row.forEach((isDark, column) => {
      // A hair wider than a module: neighbours leave no light line between them.
      if (isDark) pdf.rect(x + column * module, y + line * module, module + 0.05, module + 0.05);
    }),
  );
  pdf.fill();
}
