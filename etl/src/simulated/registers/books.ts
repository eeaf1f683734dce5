import { BOOK_GAP } from '../planted';
import { includes, type PointSetting, workingDaysOf } from './register-setting';

const FEES = { certified_copy: 2_000, signature: 10_000 } as const;
const SIGNATURE_SHARE = 0.12;

/** The certification books: about as many entries as dossiers, except where the system shows next to nothing of the work. */
export function writeBooks({ profile, days, notes, files, random }: PointSetting): void {
  const hasGap = includes(BOOK_GAP, profile.code);
  for (const { index, day } of workingDaysOf(days)) {
    const shown = notes.certificationReceived[index] ?? 0;
    const entries = hasGap ? Math.max(shown, notes.certified[index] ?? 0) : shown + random.poisson(0.02);
    let signatures = 0;
    for (let entry = 0; entry < entries; entry++) if (random.chance(SIGNATURE_SHARE)) signatures++;
    const copies = entries - signatures;
    files.write('certification-books', profile.code, day, 'certified_copy', copies, copies * FEES.certified_copy * random.between(1, 4));
    files.write('certification-books', profile.code, day, 'signature', signatures, signatures * FEES.signature);
  }
}
