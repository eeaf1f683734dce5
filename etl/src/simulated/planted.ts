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
/** Quảng Oai: a quarter of those who are served there are sent on to another counter and wait once more. */
export const SENT_ON = ['09619'] as const;
/** Chuyên Mỹ: one number in eight is the second of its visit, taken because the first was cancelled. */
export const REISSUED = ['10330'] as const;
/** Sơn Tây: on Fridays from this day on somebody presses the button of one device after closing. */
export const PRESSED = { point: '09574', device: 'Q1', from: '2026-06-05', perEvening: 24 } as const;
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

/** Yên Sở: its civil-status software fails at these times. */
export const YEN_SO = '00340';
export const CIVIL_STATUS_OUTAGES = [
  { day: '2026-09-21', from: '13:45', to: '16:00' },
  { day: '2026-10-06', from: '08:10', to: '11:20' },
  { day: '2026-10-14', from: '09:00', to: '10:30' },
  { day: '2026-10-22', from: '14:00', to: '16:45' },
] as const;
/** Added up over the outages of Yên Sở: 135 + 190 + 90 + 165. */
export const CIVIL_STATUS_OUTAGE_MINUTES = 580;
/** The portal of the whole city. */
export const PORTAL_OUTAGE = { day: '2026-06-17', from: '09:00', to: '11:40' } as const;
export const PORTAL_OUTAGE_MINUTES = 160;
/** Phú Thượng, Xuân Đỉnh, Hoà Lạc. */
export const BOOK_GAP = ['00091', '00611', '09988'] as const;
/** Hai Bà Trưng, Phú Diễn. */
export const PETITION_LATE = ['00256', '00619'] as const;
/** Thường Tín, Mê Linh. */
export const UNCERTIFIED = ['10183', '09022'] as const;
/** Ba Đình: whoever signs there has no valid certificate since 15 August 2026. */
export const EXPIRED_SIGNATURE = ['00004'] as const;
/** Yên Sở, Đông Anh, An Khánh. */
export const CRAMPED = ['00340', '00454', '09877'] as const;
/** Nghĩa Đô, Xuân Mai. */
export const OUTDATED_BOARD = ['00160', '10045'] as const;
/** Yên Sở, Cửa Nam, Đống Đa, Sóc Sơn, Minh Châu, Thanh Xuân. */
export const SURVEYED = ['00340', '00082', '00235', '00376', '09661', '00367'] as const;
/** One device fills in four forms a day by itself, from this day on. */
export const SURVEY_DEVICE = { point: '00367', device: 'M-00367-X', from: '2026-08-03' } as const;
/** Cửa Nam: a robot receives people. */
export const ROBOT_POINT = '00082';

/** Cầu Giấy: the portal holds its waiting dossiers as settled. Định Công: a tenth of its dossiers never reach the portal. */
export const NATIONAL_COPY = { masks: '00166', forgets: '00316', forgottenShare: 0.1 } as const;

/** Faults of real connectors, each at one point: what its messages say is not what happened. */
export const TRAPS = {
  masked_status: '00008',
  random_id: '00283',
  filler_identity: '00685',
  invented_steps: '08980',
  result_is_input: '09856',
  always_digitised: '09988',
  submitted_is_received: '00235',
  no_due_date: '00611',
  late_on_the_day: '00091',
  received_on_holiday: '00160',
  ended_before_received: '00619',
  returned_before_signed: '00367',
  old_unit_code: '10045',
} as const;
/** The former unit whose code carried-over dossiers of Xuân Mai bear. */
export const FORMER_UNIT = '10018';
export type TrapName = keyof typeof TRAPS;

/** One entry per truth. */
export const PLANTED = [
  truth('uneven', UNEVEN, 'The share of waits over 20 minutes is at least 10 points above the city, in every month.'),
  truth('better', BETTER, 'The share of waits over 20 minutes is at most half of the city’s.'),
  truth(
    'hard_mix',
    [HARD_MIX],
    'Four in five tickets are about land. The raw share of long waits lies above the city; with the city’s rates per field it is as expected.',
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
  truth('sent_on', SENT_ON, 'About one ticket in four waits once more at another counter; elsewhere about one in eighty.'),
  truth('reissued', REISSUED, 'Numbers are cancelled and given anew: counted by visit people wait longer than their last number tells.'),
  truth(
    'pressed',
    [PRESSED.point],
    'From June 2026 on more than half of the ratings are suspect: bursts of one device, after hours; without them fewer are satisfied.',
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
  truth(
    'book_gap',
    BOOK_GAP,
    'The certification books hold at least five times as many entries as the system shows dossiers; elsewhere about as many.',
  ),
  truth(
    'petition_late',
    PETITION_LATE,
    'More than a quarter of the petitions are answered after 15 working days; elsewhere fewer than one in ten.',
  ),
  truth(
    'uncertified',
    UNCERTIFIED,
    'Contract staff work without a valid certificate of information security; elsewhere everybody has one.',
  ),
  truth('expired_signature', EXPIRED_SIGNATURE, 'The head goes on signing with a certificate that expired on 15 August 2026.'),
  truth('cramped', CRAMPED, 'On most days more people wait at the same time than there are seats; elsewhere hardly ever.'),
  truth('outdated_board', OUTDATED_BOARD, 'The paper board shows the list of procedures that was in force before 13 May 2026.'),
  truth(
    'survey_device',
    [SURVEY_DEVICE.point],
    'One device fills in four forms a day within seconds, all with full marks; without them the point scores lower.',
  ),
  truth(
    'civil_status_outage',
    [YEN_SO],
    'The civil-status software fails for 580 minutes, most of them in October 2026; calls of those hours fail.',
  ),
  truth('portal_outage', [], 'The portal of the city fails for 160 minutes on 17 June 2026.'),
  truth('queue_counts', Object.keys(SILENT), 'The queue systems of the silent points count tickets that no file told of.'),
  truth(
    'national_copy',
    [NATIONAL_COPY.masks, NATIONAL_COPY.forgets],
    'From July 2026 on the national portal holds waiting dossiers of one point as settled, and misses a tenth of another’s.',
  ),
  truth(
    'traps',
    [...new Set(Object.values(TRAPS))],
    'Each point has one fault of real connectors, see TRAPS: masked statuses, invented codes and steps, missing and moved dates.',
  ),
] as const satisfies readonly PlantedTruth[];
