import facts from '../migrations/0001_facts.sql';
import versions from '../migrations/0002_versions.sql';
import loads from '../migrations/0003_loads.sql';
import city from '../migrations/0004_city.sql';
import rollups from '../migrations/0005_rollups.sql';
import tellings from '../migrations/0006_tellings.sql';
import moreRollups from '../migrations/0007_more_rollups.sql';
import registers from '../migrations/0008_registers.sql';
import feeds from '../migrations/0009_feeds.sql';
import privacyAndQuarantine from '../migrations/0010_privacy_and_quarantine.sql';
import ticketEvents from '../migrations/0011_ticket_events.sql';
import workingTime from '../migrations/0012_working_time.sql';
import nationalCopy from '../migrations/0019_national_copy.sql';
import legsOfTickets from '../migrations/0021_legs_of_tickets.sql';
import dossierCode from '../migrations/0053_dossier_code.sql';
import leftQuarantine from '../migrations/0054_left_quarantine.sql';

export interface Migration {
  readonly name: string;
  readonly text: string;
}

/** In the order in which they run. A published migration is never edited: a change is a new file. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001_facts', text: facts },
  { name: '0002_versions', text: versions },
  { name: '0003_loads', text: loads },
  { name: '0004_city', text: city },
  { name: '0005_rollups', text: rollups },
  { name: '0006_tellings', text: tellings },
  { name: '0007_more_rollups', text: moreRollups },
  { name: '0008_registers', text: registers },
  { name: '0009_feeds', text: feeds },
  { name: '0010_privacy_and_quarantine', text: privacyAndQuarantine },
  { name: '0011_ticket_events', text: ticketEvents },
  { name: '0012_working_time', text: workingTime },
  { name: '0019_national_copy', text: nationalCopy },
  { name: '0021_legs_of_tickets', text: legsOfTickets },
  { name: '0053_dossier_code', text: dossierCode },
  { name: '0054_left_quarantine', text: leftQuarantine },
];

/** The statements of a file; comment lines go, a semicolon at the end of a line ends a statement. */
export const statementsOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
