/** A piece of a sentence: plain, called out (`*…*`) or underlined (`_…_`). */
export interface Piece {
  readonly text: string;
  readonly mark: 'plain' | 'strong' | 'underline';
}

const MARKED = /(\*[^*]+\*|_[^_]+_)/;

/** Cuts a sentence at its marks, so that a translation decides what is called out. */
export const pieces = (sentence: string): readonly Piece[] =>
  sentence
    .split(MARKED)
    .filter((text) => text !== '')
    .map((text) => {
      if (!MARKED.test(text)) return { text, mark: 'plain' };
      return { text: text.slice(1, -1), mark: text.startsWith('*') ? 'strong' : 'underline' };
    });
