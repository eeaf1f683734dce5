export { filesOf, partsOf, type ReadCell, rowsOf } from './book-text';
export { type PageText, pdfText } from './pdf-text';
