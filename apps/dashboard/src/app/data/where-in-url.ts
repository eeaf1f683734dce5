import { type Dimension, DIMENSIONS, type Filter } from '@evenhand/domain';

const isDimension = (text: string): text is Dimension => (DIMENSIONS as readonly string[]).includes(text);

/** Reads the filters of a drill, written as `dimension:value,value`; what names no dimension is left out. */
export const whereIn = (texts: readonly string[]): readonly Filter[] =>
  texts.flatMap((text) => {
    const at = text.indexOf(':');
    const dimension = text.slice(0, at);
    return at > 0 && isDimension(dimension) ? [{ dimension, values: text.slice(at + 1).split(',') }] : [];
  });
