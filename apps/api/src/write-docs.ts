import { writeFileSync } from 'node:fs';
import { writtenDocuments } from './docs/written-documents';

for (const [path, text] of Object.entries(await writtenDocuments())) writeFileSync(path, text);
