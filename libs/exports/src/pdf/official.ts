import type { OfficialFrame } from '../document';
import type { Paper } from './paper';
import { lineHeight, type Style } from './pen';

const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const NUMBER = 'Số: ……/BC-……';
const COPIES = 'Nơi nhận:';

const PLAIN: Style = { font: 'text', size: 12 };
const BOLD: Style = { font: 'bold', size: 12 };
const MOTTO_STYLE: Style = { font: 'bold', size: 13 };
const ITALIC: Style = { font: 'italic', size: 13 };
const KIND: Style = { font: 'bold', size: 14 };
const SMALL_ITALIC: Style = { font: 'italic', size: 12 };
const SIGNATURE_ROOM = 150;

const byHand = (place: string): string => `${place}, ngày …… tháng …… năm ……`;

/** The head of an official document: the agency on the left, the state and its motto on the right, then place and day. */
export function officialHead(paper: Paper, { parent, agency, place, kind }: OfficialFrame): void {
  const { pen, x } = paper;
  const half = paper.width / 2;
  const left = { x, width: half * 0.88 };
  const right = { x: x + half * 0.92, width: half * 1.08 };
  const top = paper.y + 10;
  const parents = pen.lines(parent.toLocaleUpperCase('vi'), PLAIN, left.width);
  const agencies = pen.lines(agency.toLocaleUpperCase('vi'), BOLD, left.width);
  let y = top + (parent === '' ? 0 : pen.block(parents, PLAIN, { ...left, y: top, align: 'center' }));
  y += pen.block(agencies, BOLD, { ...left, y, align: 'center' });
  pen.rule(left.x + left.width * 0.33, y + 3, left.width * 0.33, '#000000');
  pen.block([NUMBER], PLAIN, { ...left, y: y + 8, align: 'center' });
  let beside = top + pen.block([STATE], fits(paper, STATE, BOLD, right.width), { ...right, y: top, align: 'center' });
  beside += pen.block([MOTTO], MOTTO_STYLE, { ...right, y: beside, align: 'center' });
  const line = pen.width(MOTTO, MOTTO_STYLE);
  pen.rule(right.x + (right.width - line) / 2, beside + 2, line, '#000000');
  pen.block([byHand(place)], fits(paper, byHand(place), ITALIC, right.width), { ...right, y: beside + 8, align: 'center' });
  paper.y = Math.max(y, beside) + 8 + lineHeight(PLAIN) + 16;
  paper.paragraph(kind, KIND, { align: 'center' });
}

/** A style no larger than its text fits into. */
const fits = ({ pen }: Paper, text: string, style: Style, width: number): Style => {
  const wide = pen.width(text, style);
  return wide <= width ? style : { ...style, size: (style.size * width) / wide };
};

/** Who receives a copy on the left, who signs on the right. */
export function officialEnd(paper: Paper, { signer }: OfficialFrame): void {
  if (paper.room < SIGNATURE_ROOM) paper.turn();
  const half = paper.width / 2;
  const { pen, x, y } = paper;
  pen.block([COPIES], SMALL_ITALIC, { x, y: y + 8, width: half });
  pen.block(['- …………;', '- Lưu: VT.'], { ...PLAIN, size: 11 }, { x, y: y + 8 + lineHeight(SMALL_ITALIC), width: half });
  const signers = pen.lines(signer.toLocaleUpperCase('vi'), MOTTO_STYLE, half);
  pen.block(signers, MOTTO_STYLE, { x: x + half, y: y + 8, width: half, align: 'center' });
  pen.block(['(Ký, ghi rõ họ tên, đóng dấu)'], SMALL_ITALIC, {
    x: x + half,
    y: y + 8 + signers.length * lineHeight(MOTTO_STYLE),
    width: half,
    align: 'center',
  });
  paper.y += SIGNATURE_ROOM;
}
