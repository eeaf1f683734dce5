import type { Picture } from '@evenhand/charts';

/** Fine enough for print. */
const SCALE = 2;
const UNTIL_FONTS_MS = 120;

async function imageOf({ svg }: Picture): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** A picture in pixels. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * SCALE;
  canvas.height = picture.height * SCALE;
  const draw = async (): Promise<void> => canvas.getContext('2d')?.drawImage(await imageOf(picture), 0, 0, canvas.width, canvas.height);
  // TRICKY: a picture is decoded before the fonts inside it are, and draws no letter until then; the second finds them ready.
  await draw();
  await new Promise((wait) => setTimeout(wait, UNTIL_FONTS_MS));
  await draw();
  return new Promise((done, fail) =>
    canvas.toBlob((content) => (content === null ? fail(new Error('The picture cannot be drawn.')) : done(content)), 'image/png'),
  );
}
