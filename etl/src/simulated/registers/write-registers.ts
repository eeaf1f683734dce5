import type { CityDescription } from '../../city/city-description';
import type { Days } from '../days';
import type { PointNotes } from '../point-notes';
import type { PointProfile } from '../point-profile';
import { Random } from '../random';
import { writeBooks } from './books';
import {
  writeAssistance,
  writeCitizenReception,
  writeDigitalEducation,
  writeElectronicCopies,
  writeMobileVisits,
  writePopulationLookups,
  writeSourceCounts,
} from './daily-counts';
import { writeHelperRota } from './helper-rota';
import { writeHotline, writeRobot } from './inquiries';
import { writeInterventions } from './interventions';
import { writeNationalCopy } from './national-copy';
import { writeNoticeBoards } from './notice-boards';
import { writePetitions } from './petitions';
import { writePortalScores } from './portal-scores';
import { writePremises } from './premises';
import type { RegisterFiles } from './register-files';
import type { CitySetting, PointSetting } from './register-setting';
import { writeStaffRecords } from './staff-records';
import { writeSurveys } from './surveys';
import { writeIncidents, writePortalHealth, writeSystemHealth } from './systems';
import { writeChains, writeDocumentTasks } from './tasks';

/** Each with the purpose of its randomness: a register that is added changes no other. */
const AT_POINTS: Readonly<Record<string, (setting: PointSetting) => void>> = {
  petitions: writePetitions,
  books: writeBooks,
  surveys: writeSurveys,
  premises: writePremises,
  staff: writeStaffRecords,
  helpers: writeHelperRota,
  lookups: writePopulationLookups,
  copies: writeElectronicCopies,
  assistance: writeAssistance,
  mobile: writeMobileVisits,
  education: writeDigitalEducation,
  reception: writeCitizenReception,
  counts: writeSourceCounts,
  boards: writeNoticeBoards,
  documents: writeDocumentTasks,
  chains: writeChains,
  scores: writePortalScores,
  portal: writeNationalCopy,
  health: writeSystemHealth,
};

const OF_THE_CITY: Readonly<Record<string, (setting: CitySetting) => void>> = {
  incidents: writeIncidents,
  portal: writePortalHealth,
  interventions: writeInterventions,
  hotline: writeHotline,
  robot: writeRobot,
};

interface Setting {
  readonly city: CityDescription;
  readonly days: Days;
  readonly files: RegisterFiles;
  readonly seed: number;
}

/** Writes what is kept about one point besides its queues and dossiers. */
export function writePointRegisters({ seed, ...setting }: Setting, profile: PointProfile, notes: PointNotes): void {
  for (const [name, write] of Object.entries(AT_POINTS))
    write({ ...setting, profile, notes, random: new Random(seed, `register/${name}/${profile.code}`) });
}

/** Writes what is kept about the whole city. */
export function writeCityRegisters({ seed, ...setting }: Setting, profiles: readonly PointProfile[]): void {
  for (const [name, write] of Object.entries(OF_THE_CITY)) write({ ...setting, profiles, random: new Random(seed, `register/${name}`) });
}
