-- A second wall for people and tools that read the facts beside the product. Run once by the user who manages access.
-- Nothing here can write, read a file or reach another host: no right on SOURCES is given, and readonly forbids changing settings.
CREATE SETTINGS PROFILE IF NOT EXISTS evenhand_reading SETTINGS readonly = 1, max_execution_time = 60, max_memory_usage = 4000000000, max_result_rows = 1000000;
CREATE ROLE IF NOT EXISTS evenhand_reader SETTINGS PROFILE 'evenhand_reading';
GRANT SELECT ON evenhand.* TO evenhand_reader;
CREATE ROLE IF NOT EXISTS evenhand_point_reader SETTINGS PROFILE 'evenhand_reading';
GRANT SELECT ON evenhand.ticket TO evenhand_point_reader;
GRANT SELECT ON evenhand.ticket_day TO evenhand_point_reader;
GRANT SELECT ON evenhand.dossier TO evenhand_point_reader;
GRANT SELECT ON evenhand.dossier_day TO evenhand_point_reader;
-- Who reads the whole city, and who reads one point: the name of the user ends in the code of the point.
CREATE ROW POLICY IF NOT EXISTS whole ON evenhand.* USING 1 TO evenhand, evenhand_reader;
CREATE ROW POLICY IF NOT EXISTS own_point ON evenhand.ticket USING point_code = splitByString('__', currentUser())[2] TO evenhand_point_reader;
CREATE ROW POLICY IF NOT EXISTS own_point ON evenhand.ticket_day USING point_code = splitByString('__', currentUser())[2] TO evenhand_point_reader;
CREATE ROW POLICY IF NOT EXISTS own_point ON evenhand.dossier USING point_code = splitByString('__', currentUser())[2] TO evenhand_point_reader;
CREATE ROW POLICY IF NOT EXISTS own_point ON evenhand.dossier_day USING point_code = splitByString('__', currentUser())[2] TO evenhand_point_reader;
