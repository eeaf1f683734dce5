import type { Label, PeriodKind, StatedFigure } from '@evenhand/domain';
import type { DossierCounts } from './dossier-counts';
import type { CertifiedCounts, CopyCounts } from './feed-counts';
import { type Feed766, FEEDS_766, NEEDED_766 } from './needs-766';
import type { PetitionCounts } from './petition-counts';
import type { Counted766 } from './score-766';
import { synced766 } from './synced-766';

/** Everything that was counted for one unit and period; `null` where no feed has told of the period. */
export interface UnitCounts {
  readonly dossiers: DossierCounts | null;
  readonly petitions: PetitionCounts | null;
  readonly copies: CopyCounts | null;
  readonly certified: CertifiedCounts | null;
  /** Dossiers of the year before. */
  readonly yearBefore: number | null;
  /** Dossiers and petitions that feeds owe on days on which they told too little. */
  readonly owedDossiers: number;
  readonly owedPetitions: number;
  /** Whether dislikes can be known: ratings or petitions were told. */
  readonly hearsDislikes: boolean;
  readonly kind: PeriodKind;
  readonly stated: readonly StatedFigure[];
}

/** Why cases miss their points. */
export interface Cause766 {
  readonly id: keyof typeof CAUSES;
  readonly label: Label;
  readonly cases: number;
}

const CAUSES = {
  not_on_portal: { vi: 'Chưa có trên Cổng Dịch vụ công quốc gia', en: 'Not on the national portal' },
  supplemented_twice: { vi: 'Yêu cầu bổ sung quá một lần: tính là quá hạn', en: 'Supplements asked for more than once: counts as overdue' },
  ended_late: { vi: 'Giải quyết quá hạn', en: 'Settled late' },
  open_late: { vi: 'Đang giải quyết, đã quá hạn', en: 'In progress and overdue' },
  direct: { vi: 'Nộp trực tiếp', en: 'Submitted at the counter' },
  post: { vi: 'Nộp qua dịch vụ bưu chính', en: 'Submitted by post' },
  online_without_result: {
    vi: 'Nộp trực tuyến nhưng chưa có kết quả điện tử',
    en: 'Submitted online, settled without an electronic result',
  },
  not_paid_online: { vi: 'Có phí, lệ phí nhưng không thanh toán trực tuyến', en: 'With a fee that was not paid online' },
  without_result: { vi: 'Chưa có kết quả điện tử', en: 'Without an electronic result' },
  digitised_without_result: { vi: 'Đã số hóa nhưng chưa có kết quả điện tử', en: 'Digitised, without an electronic result' },
  not_digitised: { vi: 'Giấy tờ chưa số hóa', en: 'Papers not digitised' },
  refused_copy: { vi: 'Từ chối chứng thực bản sao điện tử', en: 'Electronic copies refused' },
  petition_late: { vi: 'Phản ánh, kiến nghị xử lý quá hạn', en: 'Petitions handled late' },
  petition_overdue: { vi: 'Phản ánh, kiến nghị quá hạn', en: 'Petitions overdue' },
  petition_dissatisfied: { vi: 'Không hài lòng với kết quả xử lý', en: 'Dissatisfied with the answer' },
  petition_repeated: { vi: 'Phản ánh, kiến nghị lặp lại', en: 'Petitions repeated' },
  disliked: { vi: 'Hồ sơ có phản ánh hoặc đánh giá không hài lòng', en: 'Dossiers with a petition or a dislike' },
} as const satisfies Readonly<Record<string, Label>>;

/** What is not known, so that points are a range. */
export interface Missing766 {
  readonly id: keyof typeof MISSING;
  readonly label: Label;
  /** How many cases it concerns; `null` where nobody knows. */
  readonly cases: number | null;
}

const MISSING = {
  no_source: { vi: 'Chưa có nguồn dữ liệu nào cho biết', en: 'No source tells it' },
  no_feed: { vi: 'Nguồn dữ liệu chưa có số liệu của kỳ này', en: 'The source has told nothing of the period' },
  owed: {
    vi: 'Hồ sơ của những ngày luồng dữ liệu bị thiếu (ước tính)',
    en: 'Records of days on which the feed told too little (estimated)',
  },
  undecided: { vi: 'Không có ngày hẹn trả và không rõ thời hạn', en: 'Neither a due date nor a limit is known' },
  copy_not_covering: { vi: 'Ngày mà bản sao trên Cổng quốc gia chưa phủ', en: 'Days that the national copy does not cover' },
  sync_rate: { vi: 'Chưa rõ tỷ lệ đồng bộ lên Cổng quốc gia', en: 'The rate of synchronisation is not known' },
  denominator: { vi: 'Chưa rõ số thủ tục phải tính (mẫu số)', en: 'How many procedures count (the denominator) is not known' },
  dislikes: { vi: 'Không có nguồn đánh giá, phản ánh của kỳ này', en: 'Neither ratings nor petitions of the period were told' },
  procedures_with_paper: {
    vi: 'Không rõ thủ tục nào yêu cầu kết quả giấy: tính mọi hồ sơ',
    en: 'Which procedures require a paper result is not known: all dossiers count',
  },
} as const satisfies Readonly<Record<string, Label>>;

const NEEDS = {
  no_source: { vi: 'Chưa có nguồn dữ liệu nào cho biết; cần có', en: 'No source tells it; it takes' },
  denominator: {
    vi: 'Chưa rõ số thủ tục phải tính (mẫu số); cần có',
    en: 'How many procedures count (the denominator) is not known; it takes',
  },
} as const satisfies Readonly<Record<string, Label>>;

/** What an indicator rests on, and what it lacks. */
export interface Evidence766 {
  readonly counted: Counted766 | null;
  readonly causes: readonly Cause766[];
  readonly missing: readonly Missing766[];
  /** Cases that meet the rule and still look wrong: a result that is the first paper submitted. */
  readonly doubtful: number;
  /** What was seen of the numerator although the denominator is not known. */
  readonly seen: number | null;
  /** The document that states the figures. */
  readonly basis: string | null;
}

const cause = (id: Cause766['id'], cases: number): Cause766[] => (cases > 0 ? [{ id, label: CAUSES[id], cases }] : []);
const lacks = (id: Missing766['id'], cases: number | null = null): Missing766[] => (cases === 0 ? [] : [{ id, label: MISSING[id], cases }]);

const named = ({ vi, en }: Label, what: Label): Label => ({ vi: `${vi}: ${what.vi}`, en: `${en}: ${what.en}` });

/** The feed that has told nothing of the period, by name. */
const lacksFeed = (feed: Feed766): Missing766[] => [{ id: 'no_feed', label: named(MISSING.no_feed, FEEDS_766[feed]), cases: null }];

/** What an indicator would need to be known, where no source tells it. */
function lacksNeeded(id: 'no_source' | 'denominator', indicator: string): Missing766[] {
  const needed = NEEDED_766[indicator];
  return needed ? [{ id, label: named(NEEDS[id], needed), cases: null }] : lacks(id);
}

const NOTHING: Evidence766 = { counted: null, causes: [], missing: [], doubtful: 0, seen: null, basis: null };
const unknown = (...missing: readonly Missing766[][]): Evidence766 => ({ ...NOTHING, missing: missing.flat() });

/** Cases with those that feeds owe: they count, and nobody knows how. */
const withOwed = (counted: Counted766, owed: number): Counted766 => ({
  ...counted,
  of: counted.of + owed,
  unsaid: (counted.unsaid ?? 0) + owed,
});

/** Evidence from dossiers, where any were told. */
function ofDossiers(
  counts: UnitCounts,
  read: (dossiers: DossierCounts) => Partial<Evidence766> & { readonly counted: Counted766 },
): Evidence766 {
  const { dossiers, owedDossiers } = counts;
  if (dossiers === null) return unknown(lacksFeed('dossiers'));
  const found = { ...NOTHING, ...read(dossiers) };
  return { ...found, counted: withOwed(found.counted, owedDossiers), missing: [...found.missing, ...lacks('owed', owedDossiers)] };
}

const onTime = (counts: UnitCounts): Evidence766 =>
  ofDossiers(counts, ({ considered, late, undecided, ...one }) => ({
    counted: { met: considered - late - undecided, of: considered, unsaid: undecided },
    causes: [
      ...cause('supplemented_twice', one.supplemented_twice),
      ...cause('ended_late', one.ended_late),
      ...cause('open_late', one.open_late),
    ],
    missing: lacks('undecided', undecided),
  }));

/** The rate of synchronisation as far as it is known. */
function syncOf({ copies, dossiers, owedDossiers, yearBefore, kind }: UnitCounts): Evidence766 {
  if (copies === null) return unknown(lacksFeed('national_copy'));
  const { here, not_covered, on_portal } = copies;
  const { counted } = synced766({ reported: dossiers === null ? null : here, onPortal: on_portal, yearBefore, kind });
  const unsaid = not_covered + owedDossiers;
  // Nothing but days that the copy does not cover: nobody knows.
  const isBlank = here + on_portal === 0 && unsaid > 0;
  const all = isBlank ? { met: 0, of: unsaid, unsaid } : { met: counted.met, of: counted.of + unsaid, unsaid };
  return {
    ...NOTHING,
    counted: all,
    causes: cause('not_on_portal', isBlank ? 0 : Math.ceil(counted.of - counted.met)),
    missing: [...lacks('copy_not_covering', not_covered), ...lacks('owed', owedDossiers)],
  };
}

function submittedOnline(counts: UnitCounts): Evidence766 {
  const sync = syncOf(counts);
  const { met = 0, of = 1, unsaid = 1 } = sync.counted ?? {};
  return ofDossiers(counts, ({ received, online, online_without_result, direct, post }) => ({
    counted: { met: online - online_without_result, of: received, factor: { low: met / of, high: (met + unsaid) / of } },
    causes: [...cause('direct', direct), ...cause('post', post), ...cause('online_without_result', online_without_result)],
    missing: unsaid > 0 ? lacks('sync_rate') : [],
  }));
}

const paidOnline = (counts: UnitCounts): Evidence766 =>
  ofDossiers(counts, ({ with_fee, paid_online, not_paid_online }) => ({
    counted: { met: paid_online, of: with_fee },
    causes: cause('not_paid_online', not_paid_online),
  }));

const withResult = (counts: UnitCounts): Evidence766 =>
  ofDossiers(counts, ({ settled, without_result, copied_result }) => ({
    counted: { met: settled - without_result, of: settled },
    causes: cause('without_result', without_result),
    doubtful: copied_result,
    missing: lacks('procedures_with_paper'),
  }));

const digitised = (counts: UnitCounts): Evidence766 =>
  ofDossiers(counts, ({ settled, digitised: met, not_digitised, digitised_without_result, copied_result }) => ({
    counted: { met, of: settled },
    causes: [...cause('not_digitised', not_digitised), ...cause('digitised_without_result', digitised_without_result)],
    doubtful: copied_result,
  }));

const certified = ({ certified: counts }: UnitCounts): Evidence766 =>
  counts === null
    ? unknown(lacksFeed('certified_copies'))
    : { ...NOTHING, counted: { met: counts.issued, of: counts.issued + counts.refused }, causes: cause('refused_copy', counts.refused) };

function ofPetitions(
  counts: UnitCounts,
  read: (petitions: PetitionCounts) => Partial<Evidence766> & { readonly counted: Counted766 },
): Evidence766 {
  const { petitions, owedPetitions } = counts;
  if (petitions === null) return unknown(lacksFeed('petitions'));
  const found = { ...NOTHING, ...read(petitions) };
  return { ...found, counted: withOwed(found.counted, owedPetitions), missing: [...found.missing, ...lacks('owed', owedPetitions)] };
}

const petitionsOnTime = (counts: UnitCounts): Evidence766 =>
  ofPetitions(counts, ({ handled, handled_on_time, handled_undecided, petition_late }) => ({
    counted: { met: handled_on_time, of: handled, unsaid: handled_undecided },
    causes: cause('petition_late', petition_late),
    missing: lacks('undecided', handled_undecided),
  }));

const petitionsSatisfied = (counts: UnitCounts): Evidence766 =>
  ofPetitions(counts, ({ received, received_undecided, petition_overdue, petition_dissatisfied, petition_repeated }) => ({
    counted: {
      met: received - received_undecided - petition_overdue - petition_dissatisfied - petition_repeated,
      of: received,
      unsaid: received_undecided,
    },
    causes: [
      ...cause('petition_overdue', petition_overdue),
      ...cause('petition_dissatisfied', petition_dissatisfied),
      ...cause('petition_repeated', petition_repeated),
    ],
    missing: lacks('undecided', received_undecided),
  }));

/** 100 % − (overdue % + % with a petition or a dislike): a dossier with both is taken off twice, never below 0. */
const satisfied = (counts: UnitCounts): Evidence766 =>
  ofDossiers(counts, ({ considered, late, undecided, disliked, ...one }) => {
    const heard = counts.hearsDislikes;
    const best = Math.max(0, considered - late - (heard ? disliked : 0));
    const least = heard ? Math.max(0, best - undecided) : 0;
    return {
      counted: { met: least, of: considered, unsaid: best - least },
      causes: [
        ...cause('supplemented_twice', one.supplemented_twice),
        ...cause('ended_late', one.ended_late),
        ...cause('open_late', one.open_late),
        ...(heard ? cause('disliked', disliked) : []),
      ],
      missing: [...lacks('undecided', undecided), ...(heard ? [] : lacks('dislikes'))],
    };
  });

const seenOf = (counts: UnitCounts, indicator: string, seen: (dossiers: DossierCounts) => number): Evidence766 => ({
  ...unknown(lacksNeeded('denominator', indicator)),
  seen: counts.dossiers === null ? null : seen(counts.dossiers),
});

const READ: Readonly<Record<string, (counts: UnitCounts) => Evidence766>> = {
  '1.4': syncOf,
  '2.1': onTime,
  '3.2': (counts) => seenOf(counts, '3.2', ({ online_procedures }) => online_procedures),
  '3.3': submittedOnline,
  '3.5b': (counts) => seenOf(counts, '3.5b', ({ paid_procedures }) => paid_procedures),
  '3.6': paidOnline,
  '4.1': withResult,
  '4.2': digitised,
  '4.certified': certified,
  '5.2': petitionsOnTime,
  '5.3': petitionsSatisfied,
  '5.4': satisfied,
};

/** What an indicator rests on: the cases that feeds tell; where they tell none, what somebody stated. */
export function evidence766(id: string, counts: UnitCounts): Evidence766 {
  const told = READ[id]?.(counts) ?? unknown(lacksNeeded('no_source', id));
  if (told.counted !== null) return told;
  const stated = counts.stated.find(({ item }) => item === `index-766/${id}`);
  if (!stated || stated.met === null || stated.of === null) return told;
  return { ...NOTHING, seen: told.seen, counted: { met: stated.met, of: stated.of, isStated: true }, basis: stated.basis };
}
