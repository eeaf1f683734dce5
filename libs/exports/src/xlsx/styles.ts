import type { Column } from '../document';

/** Built-in number formats, then those that the workbook names itself. */
const FORMATS = ['dd/mm/yyyy', 'dd/mm/yyyy hh:mm', '0.0%', '#,##0', '#,##0.0', '#,##0.00', '#,##0.000'] as const;
const FIRST_FORMAT = 164;
const PLAIN_FORMATS = 3;

/** Style of headings; the styles of values follow. */
export const HEAD_STYLE = 1;
/** Style of running text. */
export const WRAP_STYLE = 2;
const VALUE_STYLES = 3;

const styleOf = (format: (typeof FORMATS)[number]): number => VALUE_STYLES + FORMATS.indexOf(format);

/** The style of a column's values; 0 leaves them as they are. */
export function columnStyle({ type, digits }: Column): number {
  switch (type) {
    case 'day':
      return styleOf('dd/mm/yyyy');
    case 'instant':
      return styleOf('dd/mm/yyyy hh:mm');
    case 'share':
      return styleOf('0.0%');
    case 'number':
      return digits === undefined ? 0 : styleOf(FORMATS[PLAIN_FORMATS + Math.min(digits, 3)] ?? '#,##0');
    case 'text':
      return 0;
  }
}

const formats = FORMATS.map((code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${code}"/>`).join('');
const values = FORMATS.map(
  (_, index) => `<xf numFmtId="${FIRST_FORMAT + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
).join('');

/** The styles of every workbook. */
export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${FORMATS.length}">${formats}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EEF0"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${VALUE_STYLES + FORMATS.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${values}</cellXfs></styleSheet>`;
