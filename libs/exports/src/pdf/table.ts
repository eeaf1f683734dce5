import { setImmediate as turn } from 'node:timers/promises';
import type { CellText } from '../cell-text';
import { countOf } from '../csv';
import type { Batch, Cell, ExportDocument, Table } from '../document';
import { WORDS } from '../words';
import { PAD, type Placed, placed } from './columns';
import type { Paper } from './paper';
import { INK_2, lineHeight, type Style } from './pen';

const TITLE: Style = { font: 'bold', size: 11 };
const NOTE: Style = { font: 'text', size: 7.5, color: INK_2 };
const HEAD_FACE = '#E6EEF0';
/** Others get their turn after so many rows. */
const ROWS_AT_ONCE = 40;

const sizeFor = (columns: number): number => (columns > 14 ? 6.3 : columns > 9 ? 7 : 8);

interface Row {
  readonly cells: readonly (readonly string[])[];
  readonly height: number;
}

/** Draws one table over as many pages as it takes, its head on each of them. */
class Drawing {
  constructor(
    private readonly paper: Paper,
    private readonly columns: readonly Placed[],
    private readonly styles: { readonly head: Style; readonly body: Style },
    private readonly text: CellText,
  ) {}

  head(): void {
    this.groups();
    const row = this.rowOf(
      this.columns.map(({ column }) => column.name),
      this.styles.head,
    );
    this.face(row.height);
    this.write(row, this.styles.head);
  }

  row(cells: readonly Cell[]): void {
    const row = this.rowOf(
      this.columns.map(({ column, index }) => this.text(cells[index] ?? null, column)),
      this.styles.body,
    );
    if (row.height > this.paper.room) this.turn();
    this.write(row, this.styles.body);
  }

  /** Keeps the head and a first row together. */
  begin(first: readonly Cell[] | undefined): void {
    const { head, body } = this.styles;
    const names = this.rowOf(
      this.columns.map(({ column }) => column.name),
      head,
    );
    const next =
      first === undefined
        ? 0
        : this.rowOf(
            this.columns.map(({ column, index }) => this.text(first[index] ?? null, column)),
            body,
          ).height;
    if (names.height * 2 + next > this.paper.room) this.paper.turn();
    this.head();
  }

  private turn(): void {
    this.paper.turn();
    this.head();
  }

  private rowOf(texts: readonly string[], style: Style): Row {
    const cells = this.columns.map(({ width }, index) => this.paper.pen.lines(texts[index] ?? '', style, width - 2 * PAD));
    return { cells, height: Math.max(...cells.map((lines) => lines.length)) * lineHeight(style) + 2 * PAD };
  }

  private face(height: number): void {
    const { pdf, x, y, width } = this.paper;
    pdf.rect(x, y, width, height).fill(HEAD_FACE);
  }

  private write({ cells, height }: Row, style: Style): void {
    const { pen, x, y, width } = this.paper;
    this.columns.forEach((place, index) =>
      pen.block(cells[index] ?? [], style, {
        x: place.x + PAD,
        y: y + PAD,
        width: place.width - 2 * PAD,
        align: place.isNumber ? 'right' : 'left',
      }),
    );
    this.paper.y += height;
    pen.rule(x, this.paper.y, width);
  }

  /** Headings over neighbouring columns, where there are any. */
  private groups(): void {
    if (this.columns.every(({ column }) => column.group === undefined)) return;
    const { head } = this.styles;
    const spans: { readonly name: string; readonly x: number; width: number }[] = [];
    for (const { column, x, width } of this.columns) {
      const last = spans.at(-1);
      if (last !== undefined && column.group !== undefined && last.name === column.group) last.width += width;
      else spans.push({ name: column.group ?? '', x, width });
    }
    const lines = spans.map(({ name, width }) => this.paper.pen.lines(name, head, width - 2 * PAD));
    const height = Math.max(...lines.map((all) => all.length)) * lineHeight(head) + PAD;
    this.face(height);
    spans.forEach(({ x, width }, index) =>
      this.paper.pen.block(lines[index] ?? [], head, { x: x + PAD, y: this.paper.y + PAD, width: width - 2 * PAD, align: 'center' }),
    );
    this.paper.y += height;
  }
}

function title(paper: Paper, table: Table, document: ExportDocument): void {
  if (paper.room < 80) paper.turn();
  paper.paragraph(table.title, TITLE, { after: 1 });
  const { name, text } = countOf(table, document, 'pdf');
  paper.paragraph(`${name}: ${text}`, NOTE, { after: 4 });
}

/** Writes a table with all the rows it has; rows are read no faster than they are drawn. */
export async function writeTable(paper: Paper, table: Table, document: ExportDocument, text: CellText): Promise<void> {
  title(paper, table, document);
  const size = sizeFor(table.columns.length);
  const styles = { head: { font: 'bold', size }, body: { font: 'text', size } } as const;
  let drawing: Drawing | undefined;
  const open = (sample: Batch): Drawing => {
    const columns = placed(table.columns, sample, { pen: paper.pen, text, ...styles, x: paper.x, width: paper.width });
    const opened = new Drawing(paper, columns, styles, text);
    opened.begin(sample[0]);
    return opened;
  };
  let drawn = 0;
  for await (const batch of table.rows) {
    if (batch.length === 0) continue;
    drawing ??= open(batch);
    for (const row of batch) {
      drawing.row(row);
      if (++drawn % ROWS_AT_ONCE !== 0) continue;
      await turn();
      if (paper.pdf.destroyed) return;
    }
  }
  if (drawn === 0) {
    open([]);
    paper.paragraph(WORDS.none[document.language], NOTE);
  }
  paper.y += 14;
}
