import { createRequire } from 'node:module';
import { join } from 'node:path';

const PACKAGE = '@expo-google-fonts/be-vietnam-pro';
const FILES = {
  text: '400Regular/BeVietnamPro_400Regular.ttf',
  italic: '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
  bold: '600SemiBold/BeVietnamPro_600SemiBold.ttf',
} as const;

export type FontName = keyof typeof FILES;

/** Makes the fonts of the product known to a document. They are found from the program that runs, bundled or not. */
export function registerFonts(pdf: PDFKit.PDFDocument): void {
  const { resolve } = createRequire(process.argv[1] ?? join(process.cwd(), 'program.js'));
  for (const [name, file] of Object.entries(FILES)) pdf.registerFont(name, resolve(`${PACKAGE}/${file}`));
}
