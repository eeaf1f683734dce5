export { csvNotes, csvOf, countOf } from './csv';
export {
  type Batch,
  type Cell,
  type CellType,
  type Column,
  type ExportDocument,
  type Fact,
  inBatches,
  type OfficialFrame,
  type Table,
  tableOf,
} from './document';
export { cellTexts, dayText } from './cell-text';
export { contentDisposition, fileName, type FileName } from './file-name';
export { fitting, MOST_PDF_ROWS } from './limits';
export { type PackedFile, type PackEntry, packOf } from './pack';
export { pdfOf } from './pdf/pdf';
export { MOST_XLSX_ROWS, xlsxOf } from './xlsx/book';
