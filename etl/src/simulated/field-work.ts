/** Which queue a field's tickets wait in. */
export type QueueName = 'general' | 'land';

/** How much work a field brings, per field of the simulated city. */
export interface FieldWork {
  readonly code: string;
  readonly queue: QueueName;
  /** Share of the tickets of its queue. */
  readonly share: number;
  readonly minutes: number;
  /** Coefficient of variation of the service. */
  readonly variation: number;
  /** How many served tickets leave a dossier behind; certification mostly leaves an entry in a book. */
  readonly dossierChance: number;
  /** Share of the dossiers that come online. */
  readonly onlineShare: number;
}

export const FIELD_WORK: readonly FieldWork[] = [
  { code: 'ho-tich', queue: 'general', share: 0.31, minutes: 10, variation: 0.6, dossierChance: 0.146, onlineShare: 0.35 },
  { code: 'chung-thuc', queue: 'general', share: 0.42, minutes: 6, variation: 0.6, dossierChance: 0.0258, onlineShare: 0.12 },
  { code: 'bao-tro-xa-hoi', queue: 'general', share: 0.1, minutes: 12, variation: 0.6, dossierChance: 0.206, onlineShare: 0.08 },
  { code: 'nguoi-co-cong', queue: 'general', share: 0.04, minutes: 13, variation: 0.6, dossierChance: 0.189, onlineShare: 0.03 },
  { code: 'ho-kinh-doanh', queue: 'general', share: 0.08, minutes: 11, variation: 0.6, dossierChance: 0.241, onlineShare: 0.1 },
  { code: 'giao-duc', queue: 'general', share: 0.05, minutes: 8, variation: 0.6, dossierChance: 0.138, onlineShare: 0.04 },
  { code: 'dat-dai', queue: 'land', share: 0.82, minutes: 18.5, variation: 0.5, dossierChance: 0.129, onlineShare: 0.22 },
  { code: 'xay-dung', queue: 'land', share: 0.18, minutes: 17, variation: 0.5, dossierChance: 0.172, onlineShare: 0.06 },
];
