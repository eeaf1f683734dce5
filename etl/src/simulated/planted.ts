/** What is hidden in the simulated year, so that tests can look for it and people can learn what the product finds. */
export interface PlantedTruth {
  readonly id: string;
  /** Codes of the service points it is about; empty when it is about the whole city. */
  readonly points: readonly string[];
  /** What must be visible in the answers. */
  readonly mustShow: string;
}

export const SEED = 20_251_101;
/** Half-open: the last simulated day is 31 October 2026. */
export const SIMULATED_RANGE = { from: '2025-11-01', to: '2026-11-01' } as const;

const truth = <const Id extends string>(id: Id, points: readonly string[], mustShow: string) => ({ id, points, mustShow });

/** Yên Sở, Hà Đông, Long Biên, Ô Chợ Dừa, Hoàng Liệt, Xuân Phương, Đông Anh, An Khánh, Thanh Trì. */
export const UNEVEN = ['00340', '09556', '00145', '00190', '00337', '00622', '00454', '09877', '00640'] as const;
/** Cửa Nam, Tây Hồ. */
export const BETTER = ['00082', '00103'] as const;
/** Đại Mỗ. */
export const HARD_MIX = '00637';
/** Minh Châu, Bất Bạt, Yên Bài: tickets of both queues per day. */
export const TINY: Readonly<Record<string, number>> = { '09661': 1.6, '09676': 2.4, '09706': 2.8 };
/** Vĩnh Hưng. */
export const ABANDONED = '00301';
/** Bát Tràng, Kim Liên, Phúc Thọ: the first day of which the queue log never told. */
export const SILENT: Readonly<Record<string, string>> = { '00577': '2026-10-07', '00229': '2026-10-13', '09715': '2026-10-20' };
/** Sơn Đồng, Thường Tín, Phúc Lợi, Mê Linh: who signs steps 9 and 10 there. */
export const CONTRACT_SIGNED = ['09871', '10183', '00136', '09022'] as const;
/** Share of the deciding steps that contract staff sign at those points. */
export const CONTRACT_SHARE = 0.12;
/** Sóc Sơn, Đan Phượng, Vân Đình. */
export const LATE = ['00376', '09784', '10354'] as const;
/** The day from which lent staff open desks in the morning peak. */
export const STAFF_MOVE = { from: '2026-09-14', opens: '08:00', closes: '10:30' } as const;
export const OVERLOADED_BRANCH = 'CN11';
export const IDLE_BRANCHES = ['CN08', 'CN12'] as const;
/** Dossiers received before this day may be corrected by the second delivery. */
export const CORRECTIONS = { receivedBefore: '2026-09-01', share: 0.0024, duePushedByWorkingDays: 3 } as const;

/** One entry per truth. */
export const PLANTED = [
  truth('uneven', UNEVEN, 'The share of waits over 20 minutes is at least 10 points above the city, in every month.'),
  truth('better', BETTER, 'The share of waits over 20 minutes is at most half of the city’s.'),
  truth(
    'hard_mix',
    [HARD_MIX],
    'More than half of the tickets are about land. The raw share of long waits lies above the city; with the city’s rates per field it is as expected.',
  ),
  truth('tiny', Object.keys(TINY), 'Fewer than a thousand tickets in the year: intervals are wide and ranks say nothing.'),
  truth('abandoned', [ABANDONED], 'At least three times the city’s share of tickets is abandoned.'),
  truth(
    'silent',
    Object.keys(SILENT),
    'The queue log ends on a day in October 2026; what follows is unknown, not zero. Dossiers and shifts go on.',
  ),
  truth(
    'corrections',
    [],
    'A second delivery corrects about 500 dossiers of closed months: due dates move later (the first due date stays), ends change.',
  ),
  truth('contract_signed', CONTRACT_SIGNED, 'About one deciding step in eight is signed by contract staff; elsewhere none is.'),
  truth('late', LATE, 'Clearly fewer dossiers are settled on time than in the city, where about nine of ten are.'),
  truth(
    'staff_move',
    [],
    'From 14 September 2026 on half of the ordinary points have a further desk in each queue until 10:30; long waits of the city fall.',
  ),
  truth('overloaded_branch', [], 'Counters of branch CN11 are occupied for more than 85 % of the staffed time.'),
  truth('idle_branches', [], 'Counters of branches CN08 and CN12 are occupied for less than 60 % of the staffed time.'),
] as const satisfies readonly PlantedTruth[];
