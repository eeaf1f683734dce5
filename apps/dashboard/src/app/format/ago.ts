import type { Language } from '@evenhand/domain';

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long before a moment an instant was: `5 phút trước`, `2 days ago`; within the minute it is "now". */
export function formatAgo(instant: string, now: number, language: Language): string {
  const passed = now - Date.parse(instant);
  const [unit, size] = STEPS.find(([, length]) => passed >= length) ?? (['second', Infinity] as const);
  const isNow = size === Infinity;
  return new Intl.RelativeTimeFormat(LOCALES[language], { numeric: isNow ? 'auto' : 'always' }).format(
    isNow ? 0 : -Math.floor(passed / size),
    unit,
  );
}
