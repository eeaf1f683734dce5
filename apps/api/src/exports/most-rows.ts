import type { ExportFormat } from '@evenhand/contracts';
import { MOST_PDF_ROWS } from '@evenhand/exports';

/** No more rows are asked of the engine than a format can hold; the limit of the others is that of the engine's own files. */
export const mostFor = (format: ExportFormat): { readonly most?: number } => (format === 'pdf' ? { most: MOST_PDF_ROWS } : {});
