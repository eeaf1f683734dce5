/** What a key can do on every page. */
export const DEEDS = [
  'search',
  'go_home',
  'go_wards',
  'go_standards',
  'go_act',
  'previous_period',
  'next_period',
  'filters',
  'table',
  'theme',
  'language',
  'help',
] as const;
export type Deed = (typeof DEEDS)[number];

/** The keys of each deed, one after the other, as a reader sees them. */
export const KEYS: Readonly<Record<Deed, readonly string[]>> = {
  search: ['/'],
  go_home: ['g', 'h'],
  go_wards: ['g', 'w'],
  go_standards: ['g', 's'],
  go_act: ['g', 'a'],
  previous_period: ['['],
  next_period: [']'],
  filters: ['f'],
  table: ['t'],
  theme: ['d'],
  language: ['l'],
  help: ['?'],
};

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where letters belong to what has the focus: there no shortcut of single keys holds. */
const TYPED_IN = 'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"], [role="combobox"]';

/** Whether what has the focus takes letters itself. */
export const takesLetters = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TYPED_IN) !== null;

/** True for Ctrl K, or ⌘ K: it holds also where single keys are switched off. */
export const opensSearch = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k';

/** What a key does after the one before it; `first` waits for a second one. */
export function deedOf({ key, ctrlKey, metaKey, altKey }: Pressed, before: string | null): Deed | 'first' | null {
  if (ctrlKey || metaKey || altKey) return null;
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  const same = (keys: readonly string[], ...wanted: readonly string[]): boolean => keys.join(' ') === wanted.join(' ');
  const both = before === null ? undefined : DEEDS.find((deed) => same(KEYS[deed], before, pressed));
  if (both !== undefined) return both;
  if (DEEDS.some((deed) => KEYS[deed].length > 1 && KEYS[deed][0] === pressed)) return 'first';
  return DEEDS.find((deed) => same(KEYS[deed], pressed)) ?? null;
}
