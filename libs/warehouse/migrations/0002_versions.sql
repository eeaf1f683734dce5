-- One row per thing we were told about a case, kept for ever: the current row of each fact table is its latest version.
-- Same columns, same partitions and same order as the fact, so that one written part serves both tables.
CREATE TABLE ticket_version AS ticket;
CREATE TABLE dossier_version AS dossier;
CREATE TABLE dossier_event_version AS dossier_event;
CREATE TABLE rating_version AS rating;
CREATE TABLE shift_version AS shift;
CREATE TABLE count_of_record_version AS count_of_record;
CREATE TABLE petition_version AS petition;
CREATE TABLE incident_version AS incident;
CREATE TABLE intervention_version AS intervention;
