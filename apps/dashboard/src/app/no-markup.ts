interface TextPolicies {
  readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string }) => unknown;
}

declare global {
  interface Window {
    readonly trustedTypes?: TextPolicies;
  }
}

/** What the drawing engine writes to empty an element; the browser gives its `null` as a word. */
const NOTHING = ['', 'null'];

/**
 * Lets no text become markup, in browsers that can be told so: an element may be emptied, and nothing else writes markup but
 * what Angular compiled. The server's policy allows this one rule under the name `default`.
 */
export function allowNoMarkup({ trustedTypes }: Pick<Window, 'trustedTypes'>): void {
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (NOTHING.includes(text)) return '';
      throw new TypeError('A text was about to become markup.');
    },
  });
}
