/** Tells how large a box is, as soon as that is known and whenever it changes; returns what ends it. */
export function followSize(box: HTMLElement, tell: (size: { readonly width: number; readonly height: number }) => void): () => void {
  const observer = new ResizeObserver(() => tell({ width: Math.floor(box.clientWidth), height: Math.floor(box.clientHeight) }));
  observer.observe(box);
  return () => observer.disconnect();
}

/** Tells that the theme may be another, or that a reader asks for less motion; returns what ends it. */
export function followTheme(tell: () => void): () => void {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  const media = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map((query) => matchMedia(query));
  for (const list of media) list.addEventListener('change', tell);
  return () => {
    observer.disconnect();
    for (const list of media) list.removeEventListener('change', tell);
  };
}

/** Tells that the page goes to paper, or comes back from it; returns what ends it. */
export function followPaper(tell: () => void): () => void {
  const paper = matchMedia('print');
  paper.addEventListener('change', tell);
  return () => paper.removeEventListener('change', tell);
}
