import { SourceProblem } from '../source-problem';
import type { ConvertedTable } from './converted-table';
import { readXml, type XmlReader } from './read-xml';
import { unpacked } from './unpacked';

const ATTRIBUTES = new Set(['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container']);
const MOST_ATTRIBUTES = 10_000;

const asJson = (attributes: ReadonlyMap<string, string>): string =>
  `{${[...attributes].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;

/** An element that carries attributes and has been opened. */
interface Carrier {
  readonly attributes: Map<string, string>;
  readonly line: number;
  /** Keys of the attributes that are open, each inside the one before it. */
  readonly keys: string[];
}

const carrier = (line: number): Carrier => ({ attributes: new Map(), line, keys: [] });

/** Turns the elements of an event log into rows: one per trace, then one per event of it, which repeats what is said of its trace. */
class XesReader implements XmlReader {
  private readonly elements: string[] = [];
  private trace: Carrier | undefined;
  private event: Carrier | undefined;
  private traceText = '{}';
  private events = 0;
  private skippedFrom = Infinity;

  constructor(
    private readonly path: string,
    private readonly table: ConvertedTable,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.elements.push(name);
    if (this.elements.length === 1 && name !== 'log')
      throw new SourceProblem(`${this.path} is not an XES log: its root element is <${name}>, not <log>.`);
    if (this.elements.length === 1 || this.elements.length > this.skippedFrom) return;
    if (name === 'trace' && this.elements.length === 2) this.trace = carrier(line);
    else if (name === 'event' && !this.event && this.elements.length === (this.trace ? 3 : 2)) this.startEvent(line);
    else if (name === 'values') return;
    else if (ATTRIBUTES.has(name) && (this.event ?? this.trace)) this.startAttribute(name, attributes, line);
    else this.skippedFrom = this.elements.length;
  }

  close(name: string): void {
    const depth = this.elements.length;
    this.elements.pop();
    if (depth > this.skippedFrom) return;
    if (depth === this.skippedFrom) this.skippedFrom = Infinity;
    else if (name === 'event') this.endEvent();
    else if (name === 'trace') this.endTrace();
    else if (name !== 'values') (this.event ?? this.trace)?.keys.pop();
  }

  private startEvent(line: number): void {
    if (this.events === 0) this.tellTrace();
    this.event = carrier(line);
  }

  private startAttribute(type: string, { key = '', value }: Readonly<Record<string, string>>, line: number): void {
    const owner = this.event ?? this.trace;
    if (!owner) return;
    if (owner === this.trace && this.events > 0)
      throw new SourceProblem(
        `${this.path}: the attribute "${key}" of a trace stands behind its events; it must stand before them (line ${line}).`,
      );
    if (owner.attributes.size >= MOST_ATTRIBUTES)
      throw new SourceProblem(`${this.path}: an element has more than ${MOST_ATTRIBUTES} attributes (line ${line}).`);
    owner.keys.push(key);
    if (value !== undefined) owner.attributes.set(owner.keys.join('/'), value);
    else if (type !== 'list' && type !== 'container')
      throw new SourceProblem(`${this.path}: the attribute "${key}" has no value (line ${line}).`);
  }

  private tellTrace(): void {
    if (!this.trace) return;
    this.traceText = asJson(this.trace.attributes);
    this.table.add({ line: this.trace.line, fields: ['trace', '0', `{"trace":${this.traceText}}`] });
  }

  private endEvent(): void {
    if (!this.event) return;
    const record = `{"trace":${this.traceText},"event":${asJson(this.event.attributes)}}`;
    this.table.add({ line: this.event.line, fields: ['event', String(++this.events), record] });
    this.event = undefined;
  }

  private endTrace(): void {
    if (this.events === 0) this.tellTrace();
    this.trace = undefined;
    this.traceText = '{}';
    this.events = 0;
  }
}

/** Writes an XES event log as a table of its traces and events. Throws {@link SourceProblem}. */
export async function convertXes(path: string, table: ConvertedTable): Promise<void> {
  table.header(['element', 'position', 'record']);
  const reader = new XesReader(path, table);
  await readXml({ called: path, pieces: unpacked(path), afterPiece: () => table.flush() }, reader);
}
