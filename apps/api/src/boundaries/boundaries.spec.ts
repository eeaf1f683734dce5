import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotFound } from '@evenhand/domain';
import { WardBoundaries } from './ward-boundaries';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-boundaries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (text: string): string => {
  const path = join(folder, 'wards.geojson');
  writeFileSync(path, text);
  return path;
};
const GEOMETRY = { type: 'Polygon', coordinates: [[[105, 21], [105, 22], [106, 22], [105, 21]]] }; // prettier-ignore
const collection = (code: string): string =>
  JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code }, geometry: GEOMETRY }] });

describe('the boundaries of a city', () => {
  it('are unknown where the operator gave none', () => expect(new WardBoundaries(undefined).read()).rejects.toThrow(NotFound));

  it('are those of the file, and of the file as it was changed since', async () => {
    const boundaries = new WardBoundaries(fileOf(collection('01')));
    expect((await boundaries.read()).units.map(({ code }) => code)).toEqual(['01']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    fileOf(collection('02'));
    expect((await boundaries.read()).units.map(({ code }) => code)).toEqual(['02']);
  });

  it('say what is wrong with a bad file, by its name and without its folder', async () => {
    const { status, message } = await new WardBoundaries(fileOf('{')).read().then(
      () => ({ status: 200, message: '' }),
      (error: { readonly status: number; readonly message: string }) => error,
    );
    expect([status, message]).toEqual([422, 'wards.geojson: The file is not JSON.']);
  });

  it('[F1] are refused when the file is larger than a map needs, before it is read', async () => {
    const large = join(folder, 'large.geojson');
    writeFileSync(large, '');
    truncateSync(large, 20_000_001);
    await expect(new WardBoundaries(large).read()).rejects.toThrow('large.geojson: The file has more than 20 MB');
  });

  it('say that a missing file cannot be opened', () =>
    expect(new WardBoundaries(join(folder, 'none.geojson')).read()).rejects.toThrow('none.geojson: The file cannot be opened.'));
});
