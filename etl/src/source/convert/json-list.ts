const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const MOST_KEYS_NAMED = 50;
const MOST_KEY_BYTES = 1_000;

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What is wrong with a document; the message is the end of a sentence about it. */
export class NoDocument extends Error {
  override readonly name = 'NoDocument';
}

/**
 * Takes a JSON document in pieces and gives the records of the list that stands at a path of keys, as the text each has.
 * Memory holds one piece and one record. It follows brackets, strings and keys; whether a record is sound is for its reader.
 */
export class JsonListSplitter {
  /** Keys of the document itself, to say what there is when the list is not found. */
  readonly keysSeen: string[] = [];
  hasList = false;
  private depth = 0;
  private matched = 0;
  private listDepth = 0;
  private inString = false;
  private isEscaped = false;
  private expectsKey = false;
  private key: number[] | undefined;
  private isOnPath = false;
  private hasEnded = false;
  private at = 0;
  private record: Buffer[] = [];
  private recordBytes = 0;

  constructor(
    private readonly path: readonly string[],
    private readonly mostRecordBytes: number,
  ) {}

  /** The records that end in this piece. */
  push(piece: Buffer): string[] {
    const records: string[] = [];
    let start = this.recordBytes > 0 ? 0 : -1;
    for (let i = 0; i < piece.length; i++, this.at++) {
      const byte = piece[i] ?? 0;
      if (this.inString) {
        this.stringByte(byte);
        continue;
      }
      if (isBlank(byte)) continue;
      const isInList = this.listDepth > 0 && this.depth === this.listDepth;
      if (isInList && (byte === COMMA || byte === CLOSE_LIST)) {
        this.endRecord(records, start < 0 ? undefined : piece.subarray(start, i), byte);
        start = -1;
      } else if (isInList && start < 0) start = i;
      this.structure(byte);
    }
    if (start >= 0) this.keep(piece.subarray(start));
    return records;
  }

  /** @throws {NoDocument} when the document has not come to its end */
  end(): void {
    if (!this.hasEnded) throw new NoDocument(this.at === 0 ? 'is empty' : 'ends before the JSON document in it does');
  }

  private keep(bytes: Buffer): void {
    this.recordBytes += bytes.length;
    if (this.recordBytes > this.mostRecordBytes) throw new NoDocument(`has a record of more than ${this.mostRecordBytes} bytes`);
    // A copy, because the piece is the reader's and may be filled again.
    this.record.push(Buffer.from(bytes));
  }

  private endRecord(records: string[], last: Buffer | undefined, byte: number): void {
    if (last) this.keep(last);
    const text = Buffer.concat(this.record).toString('utf8').trimEnd();
    this.record = [];
    this.recordBytes = 0;
    if (text !== '') records.push(text);
    else if (byte === COMMA) throw new NoDocument('has a comma without a record before it');
  }

  private stringByte(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) {
      this.inString = false;
      this.endKey();
      return;
    }
    if (this.key && this.key.length < MOST_KEY_BYTES) this.key.push(byte);
  }

  private endKey(): void {
    if (!this.key) return;
    const name = Buffer.from(this.key).toString('utf8');
    this.key = undefined;
    this.isOnPath = this.depth === this.matched + 1 && name === this.path[this.matched];
    if (this.depth === 1 && this.keysSeen.length < MOST_KEYS_NAMED) this.keysSeen.push(name);
  }

  private structure(byte: number): void {
    if (this.hasEnded) throw new NoDocument('holds more than one JSON document; one record per line is the format JSONEachRow');
    if (this.depth === 0) return this.root(byte);
    switch (byte) {
      case QUOTE:
        this.inString = true;
        if (this.expectsKey && this.depth === this.matched + 1) this.key = [];
        return;
      case COLON:
        this.expectsKey = false;
        return;
      case COMMA:
        this.expectsKey = this.depth === this.matched + 1 && this.listDepth === 0;
        this.isOnPath = false;
        return;
      case OPEN_OBJECT:
      case OPEN_LIST:
        return this.descend(byte);
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        return this.ascend();
    }
  }

  private root(byte: number): void {
    if (this.at < BYTE_ORDER_MARK.length && byte === BYTE_ORDER_MARK[this.at]) return;
    if (byte !== OPEN_OBJECT) throw new NoDocument('is not a JSON document');
    this.depth = 1;
    this.expectsKey = true;
  }

  private descend(byte: number): void {
    this.depth++;
    const isLast = this.matched + 1 === this.path.length;
    if (this.isOnPath && isLast && byte === OPEN_LIST) {
      this.listDepth = this.depth;
      this.hasList = true;
    } else if (this.isOnPath && !isLast && byte === OPEN_OBJECT) {
      this.matched++;
      this.expectsKey = true;
    }
    this.isOnPath = false;
  }

  private ascend(): void {
    if (this.depth === this.listDepth) this.listDepth = 0;
    else if (this.depth === this.matched + 1 && this.matched > 0) this.matched--;
    this.depth--;
    this.hasEnded = this.depth === 0;
  }
}
