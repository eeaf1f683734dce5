import type { Certainty, Day, Label } from '@evenhand/domain';
import type { Citation } from './standard';

interface Force {
  readonly from: Day;
  readonly to?: Day;
  readonly article?: Label;
  readonly certainty?: Certainty;
}

/** Cites a text. It counts as commonly stated until somebody has held the rule against the gazetted text. */
export const cite = (vi: string, en: string, { from, to, article, certainty = 'commonly_stated' }: Force): Citation => ({
  instrument: { vi, en },
  article: article ?? null,
  from,
  to: to ?? null,
  certainty,
});

/** One-stop service before the administrative units were reorganised, and since. */
export const ONE_STOP: readonly Citation[] = [
  cite('Nghị định 61/2018/NĐ-CP', 'Decree 61/2018/NĐ-CP', { from: '2018-06-21', to: '2025-07-01' }),
  cite('Nghị định 118/2025/NĐ-CP', 'Decree 118/2025/NĐ-CP', { from: '2025-07-01' }),
];

/** How petitions and feedback are counted by the national index. */
export const INDEX_766: readonly Citation[] = [
  cite('Quyết định 766/QĐ-TTg ngày 23/6/2022', 'Decision 766/QĐ-TTg of 23 June 2022', {
    from: '2022-06-23',
    article: { vi: 'Nhóm chỉ số mức độ hài lòng', en: 'Group of indicators on satisfaction' },
  }),
];

/** The reorganisation of 1 July 2025, from which cities run their centres by their own requirements. */
export const TWO_LEVELS = '2025-07-01';

/** A requirement of a city, as its announcements state it. */
export const cityRequirement = (vi: string, en: string, from: Day, certainty: Certainty = 'confirmed'): readonly Citation[] => [
  cite(vi, en, { from, certainty }),
];
