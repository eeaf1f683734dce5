import type { Label, Language } from '@evenhand/domain';

/** A word of the field with its meaning. Names are those of docs/glossary.md. */
export interface Term {
  readonly name: Label;
  readonly meaning: Label;
}

const term = (vi: string, en: string, meaningVi: string, meaningEn: string): Term => ({
  name: { vi, en },
  meaning: { vi: meaningVi, en: meaningEn },
});

/** The words that a reader may not know, in the order of a visit: waiting, dossiers, satisfaction, data, fairness. */
export const TERMS: readonly Term[] = [
  term(
    'thời gian chờ',
    'wait',
    'Từ lúc lấy số đến lần gọi đầu tiên, hoặc đến lúc bắt đầu phục vụ nếu không ghi lần gọi.',
    'From the issue of a ticket to its first call, or to the start of service where no call is recorded.',
  ),
  term(
    'nửa giờ đông',
    'crowded half-hour',
    'Nửa giờ mà hơn một phần mười số người của một hàng chờ phải chờ quá lâu.',
    'A half-hour of a queue in which more than a tenth of the people wait too long.',
  ),
  term('bỏ về', 'abandoned', 'Rời đi trước khi được gọi.', 'Left before being called.'),
  term('hiệu suất quầy', 'occupancy', 'Thời gian phục vụ chia cho thời gian có người trực quầy.', 'Serving time divided by staffed time.'),
  term('ngày công', 'officer-day', 'Một người làm việc trong một ngày.', 'One person who worked on one day.'),
  term(
    'quá tải',
    'overload',
    'Nửa giờ có nhiều việc hơn phần thời gian trực quầy cho phép theo chuẩn.',
    'A half-hour with more serving time than the standard part of the staffed time.',
  ),
  term(
    'tiếp nhận hợp lệ',
    'valid reception',
    'Thời điểm bắt đầu tính thời hạn của hồ sơ.',
    'The instant at which the clock of a dossier starts.',
  ),
  term(
    'đúng hạn',
    'on time',
    'Giải quyết xong trong hoặc trước ngày hẹn trả, tính theo ngày.',
    'Settled on or before the due date, by calendar day.',
  ),
  term('quá hạn', 'overdue', 'Chưa giải quyết xong khi ngày hẹn trả đã qua.', 'Still open after the due date.'),
  term('sắp đến hạn', 'due soon', 'Chưa quá hạn và còn nhiều nhất hai ngày làm việc.', 'Not overdue, with at most two working days left.'),
  term(
    'yêu cầu bổ sung',
    'supplement request',
    'Người nộp được đề nghị bổ sung giấy tờ; thời hạn tạm dừng.',
    'The applicant is asked for more papers; the clock pauses.',
  ),
  term(
    'phi địa giới',
    'cross-boundary',
    'Tiếp nhận ở đơn vị này, thẩm quyền giải quyết ở đơn vị khác.',
    'Received at one unit, decided by another.',
  ),
  term(
    'văn bản xin lỗi',
    'apology',
    'Văn bản giải thích vì sao lỡ hẹn và hẹn ngày khác.',
    'The document that explains a missed due date and names another.',
  ),
  term(
    'mức độ hài lòng',
    'satisfaction',
    'Tỷ lệ lượt đánh giá ở các mức trên: 2–3 trên thang 3, 4–5 trên thang 5.',
    'Share of ratings at the upper levels: 2–3 of 3, 4–5 of 5.',
  ),
  term('tỷ lệ phản hồi', 'response rate', 'Số lượt đánh giá trên mỗi lượt được phục vụ.', 'Ratings for each ticket that was served.'),
  term(
    'độ phủ dữ liệu',
    'coverage',
    'Phần số ngày mở cửa của các điểm mà dữ liệu được biết là đủ.',
    'Share of the days on which points were open that is known to be complete.',
  ),
  term(
    'khoảng có thể',
    'bounds',
    'Con số có thể thấp nhất và cao nhất là bao nhiêu nếu các nguồn im lặng đã gửi.',
    'What a figure could be at the lowest and highest had the silent feeds told.',
  ),
  term(
    'chưa rõ',
    'unknown',
    'Nguồn dữ liệu im lặng quá nhiều để nói được gì; không phải bằng không, cũng không phải tốt.',
    'The feeds were silent for more than the figure can bear; neither zero nor good.',
  ),
  term(
    'đã ẩn',
    'suppressed',
    'Dựa trên quá ít trường hợp nên không được hiện, hoặc để lộ ra một số như thế.',
    'Rests on so few cases that it may not be shown, or would give such a figure away.',
  ),
  term(
    'khoảng tin cậy',
    'interval',
    'Nơi giá trị thật nằm với độ tin 95 %, với số trường hợp đang có.',
    'Where the true value lies with 95 % confidence, given how many cases there are.',
  ),
  term('vượt mức ngẫu nhiên', 'beyond chance', 'Lớn hơn mức mà may rủi giải thích được.', 'More than chance explains.'),
  term(
    'mức kỳ vọng',
    'expected',
    'Thành phố đạt bao nhiêu với cùng loại việc: lĩnh vực, kênh, thủ tục hoặc khung giờ.',
    'What the city does with the same work: field, channel, procedure or hour.',
  ),
  term(
    'số đã điều chỉnh',
    'adjusted figure',
    'Điểm sẽ đạt bao nhiêu nếu có cùng loại việc như cả thành phố.',
    'What a point would have with the work of the city.',
  ),
  term(
    'chênh lệch thực',
    'real spread',
    'Các điểm khác nhau bao nhiêu khi đã bỏ phần do may rủi.',
    'How far the true figures of points lie apart, chance taken away.',
  ),
  term('điểm tương đồng', 'peers', 'Các điểm có quy mô và cơ cấu lĩnh vực gần giống.', 'Points of about the same size and mix of fields.'),
  term(
    'mức dao động thường thấy',
    'usual range',
    'Khoảng mà một chuỗi số nằm trong khi không có gì thay đổi.',
    'Where the values of a series lie while nothing changes.',
  ),
  term(
    'bộ chỉ số 766',
    'index 766',
    '100 điểm mà Cổng Dịch vụ công quốc gia chấm cho một đơn vị (Quyết định 766/QĐ-TTg).',
    '100 points by which the national portal scores a unit (Decision 766/QĐ-TTg).',
  ),
];

/** A stretch of a text; `term` where it names one. */
export interface GlossedPiece {
  readonly text: string;
  readonly term: Term | null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patterns = new Map<Language, RegExp>();

/** Longer names first, and only whole words: "on time" is no part of "location time". */
function patternOf(language: Language): RegExp {
  const names = TERMS.map(({ name }) => name[language]).sort((a, b) => b.length - a.length);
  const made = patterns.get(language) ?? new RegExp(`(?<![\\p{L}\\p{N}])(${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  patterns.set(language, made);
  return made;
}

/** Cuts a text at the terms it names; each of them once, where it comes first, and no more than `most` in all. */
export function glossed(text: string, language: Language, most: number): readonly GlossedPiece[] {
  const seen = new Set<Term>();
  const pieces: GlossedPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(patternOf(language))) {
    const term = TERMS.find(({ name }) => name[language] === match[0].toLowerCase());
    if (term === undefined || seen.has(term) || seen.size === most) continue;
    seen.add(term);
    pieces.push({ text: text.slice(end, match.index), term: null }, { text: match[0], term });
    end = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(end), term: null }].filter((piece) => piece.text !== '');
}
