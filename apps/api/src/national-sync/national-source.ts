/** The source that all senders of the national dossier sync tell. */
export const NATIONAL_SOURCE = 'national-dossiers';

/** How its files are read; relative to the root of the project, where every command runs. */
export const NATIONAL_SOURCE_FOLDER = 'etl/sources/national-dossiers';
