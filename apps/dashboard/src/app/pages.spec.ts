import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = join(__dirname, 'pages');
const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe('the pages', () => {
  it('import what they have in common from design and data, never from one another', () => {
    const importing = files.filter((file) =>
      [...readFileSync(join(pages, file), 'utf8').matchAll(/from '(\.\.\/[^']*)'/g)].some(([, path]) => !path?.startsWith('../../')),
    );
    expect(importing).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });
});
