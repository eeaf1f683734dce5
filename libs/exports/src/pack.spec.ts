import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { MANIFEST, type PackedFile, packOf } from './pack';
import { filesOf } from './testing';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const manifestOf = (files: readonly PackedFile[]) => ({ kind: 'figure', files });

describe('a pack', () => {
  it('holds every file as it was, and last a manifest with the size and the hash of each', async () => {
    const entries = [
      { path: 'definition.json', open: () => Readable.from(['{}']) },
      { path: 'rows.csv', open: () => Readable.from(['điểm\r\n', 'Đống Đa\r\n']) },
    ];
    const files = await filesOf(await buffer(packOf(entries, manifestOf)));
    const rows = 'điểm\r\nĐống Đa\r\n';
    expect([...files.keys()]).toEqual(['definition.json', 'rows.csv', MANIFEST]);
    expect(files.get('rows.csv')?.toString('utf8')).toBe(rows);
    expect(JSON.parse(files.get(MANIFEST)?.toString('utf8') ?? '')).toEqual({
      kind: 'figure',
      files: [
        { path: 'definition.json', bytes: 2, sha256: sha256('{}') },
        { path: 'rows.csv', bytes: Buffer.byteLength(rows), sha256: sha256(rows) },
      ],
    });
  });

  it('breaks off where one of its files does, so that nobody takes half a proof for a whole one', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('the warehouse is gone'));
      },
    });
    const pack = packOf([{ path: 'rows.csv', open: () => broken }], manifestOf);
    await expect(buffer(pack)).rejects.toThrow('the warehouse is gone');
  });
});
