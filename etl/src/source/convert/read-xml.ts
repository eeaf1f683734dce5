import { SaxesParser, type SaxesOptions } from 'saxes';
import { SourceProblem } from '../source-problem';

const MOST_DEPTH = 64;
const MOST_CHARACTERS_WITHOUT_TAG = 16 * 1024 * 1024;

/** What is told of an XML document while it is read. Names come without their prefix. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface XmlPlace {
  /** Names the document in a sentence. */
  readonly called: string;
  readonly pieces: AsyncIterable<Buffer>;
  /** Called after each piece, so that what was gathered can be written away. */
  readonly afterPiece?: () => Promise<void>;
}

interface PlainNames extends SaxesOptions {
  readonly xmlns: false;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Refuses what makes a small document large: entities of its own, endless nesting, a tag or a text without an end. */
function guarded(called: string, reader: XmlReader): { readonly parser: SaxesParser<PlainNames>; readonly checkSize: () => void } {
  const parser = new SaxesParser<PlainNames>({ xmlns: false, position: true });
  let depth = 0;
  let lastTagAt = 0;
  const refuse = (why: string): never => {
    throw new SourceProblem(`${called} ${why} (line ${parser.line}).`);
  };
  parser.on('error', (error) => refuse(`is not well-formed XML: ${error.message.replace(/^[\d:]+ /, '').replace(/\.$/, '')}`));
  parser.on('doctype', () => refuse('declares a document type; entities and document types are not read'));
  parser.on('opentag', ({ name, attributes }) => {
    lastTagAt = parser.position;
    if (++depth > MOST_DEPTH) refuse(`nests more than ${MOST_DEPTH} elements`);
    reader.open(localName(name), attributes, parser.line);
  });
  parser.on('closetag', ({ name }) => {
    lastTagAt = parser.position;
    depth--;
    reader.close?.(localName(name));
  });
  const text = reader.text?.bind(reader);
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return {
    parser,
    checkSize: () => {
      if (parser.position - lastTagAt > MOST_CHARACTERS_WITHOUT_TAG) refuse('has a tag or a text of more than 16 million characters');
    },
  };
}

/** Reads an XML document in pieces: memory holds one piece and what the reader keeps. Throws {@link SourceProblem}. */
export async function readXml({ called, pieces, afterPiece }: XmlPlace, reader: XmlReader): Promise<void> {
  const { parser, checkSize } = guarded(called, reader);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (error) {
      throw new SourceProblem(`${called} is not text in UTF-8 (near line ${parser.line}).`, { cause: error });
    }
  };
  for await (const piece of pieces) {
    parser.write(decode(piece));
    checkSize();
    await afterPiece?.();
  }
  parser.write(decode());
  parser.close();
}
