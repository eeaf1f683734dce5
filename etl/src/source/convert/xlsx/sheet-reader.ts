import { SourceProblem } from '../../source-problem';
import type { XmlReader } from '../read-xml';
import { dayText, type NumberKind, numberText } from './number-text';
import { plainText } from './strings';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_CELL_CHARACTERS = 32_767;

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly called: string;
  readonly strings: readonly string[];
  readonly styles: readonly NumberKind[];
  readonly countsFrom1904: boolean;
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{0,4}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Turns the cells of a sheet into rows of text; tells rows with at least one filled cell, by their number in the sheet. */
export class SheetReader implements XmlReader {
  private row = 0;
  private column = 0;
  private cells: string[] = [];
  private type = 'n';
  private style = 0;
  private value = '';
  private isValue = false;
  private isSpoken = false;

  constructor(
    private readonly sheet: SheetContext,
    private readonly tell: (row: number, cells: readonly string[]) => void,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        return this.openRow(attributes['r']);
      case 'c':
        return this.openCell(attributes);
      case 'rPh':
        this.isSpoken = true;
        return;
      case 'v':
      case 't':
        this.isValue = !this.isSpoken;
    }
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isSpoken = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row' && this.cells.some((cell) => cell !== '')) this.tell(this.row, this.cells);
  }

  private openRow(number: string | undefined): void {
    this.row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > LAST_ROW)
      throw new SourceProblem(`${this.sheet.called} has a row "${number ?? this.row}"; a sheet has the rows 1 to ${LAST_ROW}.`);
    this.column = 0;
    this.cells = [];
  }

  private openCell({ r: reference, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>): void {
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    if (this.column < 1 || this.column > LAST_COLUMN)
      throw new SourceProblem(`${this.sheet.called} has a cell "${reference ?? ''}" in row ${this.row}; a sheet has the columns A to XFD.`);
    this.type = type;
    this.style = Number(style);
    this.value = '';
  }

  private closeCell(): void {
    const text = this.cellText();
    if (text.length > MOST_CELL_CHARACTERS)
      throw new SourceProblem(`${this.sheet.called} has a cell of more than ${MOST_CELL_CHARACTERS} characters in row ${this.row}.`);
    if (text === '') return;
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells[this.column - 1] = text;
  }

  private cellText(): string {
    const { value, type } = this;
    if (value === '') return '';
    if (type === 's') return this.sheet.strings[Number(value)] ?? this.refuse(`names the text ${value}, which the file does not have`);
    if (type === 'b') return value === '1' ? 'true' : 'false';
    if (type !== 'n') return plainText(value);
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    const kind = this.sheet.styles[this.style] ?? 'number';
    return kind === 'number' ? numberText(number) : dayText(number, kind, this.sheet.countsFrom1904);
  }

  private refuse(why: string): never {
    throw new SourceProblem(`${this.sheet.called}: the cell ${columnLetters(this.column)}${this.row} ${why}.`);
  }
}
