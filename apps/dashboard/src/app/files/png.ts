import type { Picture } from '@evenhand/charts';

/** Fine enough for print. */
const SCALE = 2;

/** A picture in pixels. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((content) => (content === null ? fail(new Error('The picture cannot be drawn.')) : done(content)), 'image/png'),
  );
}
