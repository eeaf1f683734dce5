/** How a call ended, in the codes of its senders. 0 and -3 are those of the national portal, the others are ours. */
export const SYNC_CODES = {
  accepted: '0',
  unreadableCall: '-1',
  unreadableRecord: '-2',
  exists: '-3',
  unknownSender: '-4',
  tooLarge: '-5',
  queueFull: '-6',
  failed: '-9',
} as const;
export type SyncCode = (typeof SYNC_CODES)[keyof typeof SYNC_CODES];

interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Nothing of a call is taken; the message is the sentence that its sender reads. */
export class SyncRefusal extends Error {
  override readonly name = 'SyncRefusal';

  constructor(
    readonly code: SyncCode,
    message: string,
    readonly answer: HttpAnswer = { status: 200, headers: {} },
  ) {
    super(message);
  }
}

const SECONDS_UNTIL_ROOM = 15;

export const unreadableCall = (message: string): SyncRefusal => new SyncRefusal(SYNC_CODES.unreadableCall, message);

export const unknownSender = (): SyncRefusal =>
  new SyncRefusal(SYNC_CODES.unknownSender, 'Không nhận ra hệ thống gửi: gửi mã đã cấp trong tiêu đề "Authorization: Bearer …".', {
    status: 401,
    headers: { 'www-authenticate': 'Bearer' },
  });

export const tooLarge = (limit: number): SyncRefusal =>
  new SyncRefusal(SYNC_CODES.tooLarge, `Lời gọi lớn hơn ${limit} byte; hãy chia dữ liệu thành nhiều lời gọi.`, {
    status: 413,
    headers: {},
  });

export const queueFull = (): SyncRefusal =>
  new SyncRefusal(SYNC_CODES.queueFull, `Hàng đợi đã đầy, chưa nhận gì; hãy gửi lại sau ${SECONDS_UNTIL_ROOM} giây.`, {
    status: 429,
    headers: { 'retry-after': String(SECONDS_UNTIL_ROOM) },
  });

export const notKept = (requestId: string): SyncRefusal =>
  new SyncRefusal(SYNC_CODES.failed, `Máy chủ chưa ghi được lời gọi này, hãy gửi lại sau ít phút; mã tra cứu ${requestId}.`, {
    status: 503,
    headers: { 'retry-after': '60' },
  });
