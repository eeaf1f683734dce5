import { InvalidQuery } from '@evenhand/domain';
import { z } from 'zod';
import { refuseHostileShape } from '../http/validation';
import { SYNC_CODES, SyncRefusal, unreadableCall } from './sync-refusal';
import { dossierRecord, stepRecord } from './sync-records';

const MOST_RECORDS = 1_000;

const records = <Schema extends z.ZodType>(record: Schema, what: string) =>
  z
    .array(record, 'phải là danh sách')
    .min(1, 'phải có ít nhất một bản ghi')
    .max(MOST_RECORDS, `phải có nhiều nhất ${MOST_RECORDS} bản ghi`)
    .describe(what);

/** The envelope that provincial systems send to the national portal. */
export const syncCallSchema = z.discriminatedUnion(
  'service',
  [
    z
      .looseObject({
        service: z.literal('DongBoHoSoMC').describe('Tells dossiers as they stand.'),
        isUpdating: z.enum(['True', 'False'], 'chỉ nhận True, False').describe('"True" when the dossiers may be known already.'),
        data: records(dossierRecord, `Dossiers, up to ${MOST_RECORDS}.`),
      })
      .describe('Dossiers. All values are strings.'),
    z
      .looseObject({
        service: z.literal('CapNhatTienDoHoSoMC').describe('Tells steps of dossiers.'),
        data: records(stepRecord, `Steps, up to ${MOST_RECORDS}.`),
      })
      .describe('Steps of dossiers. All values are strings.'),
  ],
  'chỉ nhận DongBoHoSoMC, CapNhatTienDoHoSoMC',
);
/** A call that was checked. */
export type SyncBody = z.infer<typeof syncCallSchema>;
export type SyncService = SyncBody['service'];
export type SyncDossier = Extract<SyncBody, { service: 'DongBoHoSoMC' }>['data'][number];
export type SyncStep = Extract<SyncBody, { service: 'CapNhatTienDoHoSoMC' }>['data'][number];

/** A call that can be kept. */
export interface SyncCall {
  readonly service: SyncService;
  /** True when a dossier that is known already is refused. */
  readonly isFirstTelling: boolean;
  /** Codes of the dossiers that it tells; none for steps. */
  readonly dossiers: readonly string[];
  readonly records: number;
  /** What is kept: of what was checked what `keep` leaves, so no second reader can see another value. */
  readonly text: string;
}

const LONGEST_QUOTE = 80;
const quoted = (value: unknown): string => {
  const said = JSON.stringify(value) ?? '';
  return said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE - 1)}…` : said;
};

const inside = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === String(key))?.[1] : undefined;

const written = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((way, key) => (typeof key === 'number' ? `${way}[${key}]` : way === '' ? String(key) : `${way}.${String(key)}`), '');

/** One sentence for what is wrong: which dossier, which field, which value, what is allowed. */
function refusalFor({ path, message }: z.core.$ZodIssue, body: unknown): SyncRefusal {
  const value = path.reduce(inside, body);
  const state = value === undefined ? 'không có' : `là ${quoted(value)}`;
  const [list, place] = path;
  if (list !== 'data' || typeof place !== 'number')
    return unreadableCall(path.length === 0 ? `Lời gọi ${message}.` : `Trường ${written(path)} ${state}; ${message}.`);
  const record = inside(inside(body, list), place);
  const code = inside(record, 'MaHoSo');
  const dossier = typeof code === 'string' && code !== '' ? `Hồ sơ ${quoted(code)}` : `Bản ghi thứ ${place + 1}`;
  const field = path.length === 2 ? state : `trường ${written(path.slice(2))} ${state}`;
  return new SyncRefusal(SYNC_CODES.unreadableRecord, `${dossier}: ${field}; ${message}.`);
}

/** Half of a character that JSON can write and the engine cannot read. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

function parsed(text: string): unknown {
  let body: unknown;
  try {
    body = JSON.parse(text);
    refuseHostileShape(body);
  } catch (error) {
    throw unreadableCall(
      error instanceof InvalidQuery
        ? 'Lời gọi lồng quá 12 cấp hoặc có tên trường không được dùng (__proto__, prototype, constructor).'
        : 'Nội dung lời gọi không phải JSON.',
    );
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unreadableCall('Lời gọi phải là một đối tượng JSON.');
  return body;
}

/** Reads a call. Throws {@link SyncRefusal} with what is wrong first. */
export function readSyncCall(text: string, keep: (call: SyncBody) => object = (call) => call): SyncCall {
  const body = parsed(text);
  const result = syncCallSchema.safeParse(body);
  const [issue] = result.error?.issues ?? [];
  if (!result.success) throw issue ? refusalFor(issue, body) : unreadableCall('Không đọc được lời gọi.');
  if (LONE_SURROGATE.test(JSON.stringify(body))) throw unreadableCall('Lời gọi có ký tự không phải Unicode.');
  const call = result.data;
  const isDossiers = call.service === 'DongBoHoSoMC';
  return {
    service: call.service,
    isFirstTelling: isDossiers && call.isUpdating === 'False',
    dossiers: isDossiers ? [...new Set(call.data.map(({ MaHoSo }) => MaHoSo))] : [],
    records: call.data.length,
    text: JSON.stringify(keep(call)),
  };
}
