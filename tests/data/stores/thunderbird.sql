PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE cal_calendar_schema_version (
    version INTEGER
);
INSERT INTO cal_calendar_schema_version VALUES(23);
CREATE TABLE cal_attendees (
    item_id TEXT,
    recurrence_id INTEGER,
    recurrence_id_tz TEXT,
    cal_id TEXT,
    icalString TEXT
);
INSERT INTO cal_attendees VALUES('ada-weekly@example.com',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN=Robin Sommer;PARTSTAT=ACCEPTED:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('ada-weekly@example.com',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN="Winter, Ada";PARTSTAT=NEEDS-ACTION;X-NUM-GUESTS=0:mailto:ada.winter@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('ada-weekly@example.com',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ORGANIZER;CN=Robin Sommer:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('ada-weekly@example.com',1794214800000000,'Europe/Berlin','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN=Robin Sommer;PARTSTAT=ACCEPTED:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('ada-weekly@example.com',1794214800000000,'Europe/Berlin','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN="Winter, Ada";PARTSTAT=ACCEPTED:mailto:ada.winter@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('ada-weekly@example.com',1794214800000000,'Europe/Berlin','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ORGANIZER;CN=Robin Sommer:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('cust@example.com',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN=Robin Sommer;PARTSTAT=ACCEPTED:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('cust@example.com',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN="Winter, Ada";PARTSTAT=NEEDS-ACTION;X-NUM-GUESTS=0:mailto:ada.winter@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('cust@example.com',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ORGANIZER;CN=Robin Sommer:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('cust@example.com',1794214800000000,replace(replace('BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone 1\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n','\r',char(13)),'\n',char(10)),'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN=Robin Sommer;PARTSTAT=ACCEPTED:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('cust@example.com',1794214800000000,replace(replace('BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone 1\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n','\r',char(13)),'\n',char(10)),'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN="Winter, Ada";PARTSTAT=ACCEPTED:mailto:ada.winter@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('cust@example.com',1794214800000000,replace(replace('BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone 1\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n','\r',char(13)),'\n',char(10)),'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ORGANIZER;CN=Robin Sommer:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('float',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;PARTSTAT=ACCEPTED:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('float',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN=Tom Berg;X-FOO=bar:mailto:tom@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('float',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ORGANIZER:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('allday',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;PARTSTAT=ACCEPTED:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('allday',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN=Tom Berg;X-FOO=bar:mailto:tom@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('allday',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ORGANIZER:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('tom-two',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;PARTSTAT=ACCEPTED:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('tom-two',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN=Tom Berg:mailto:tom@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('tom-two',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ORGANIZER:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('tom-two',1794315600000000,'Europe/Berlin','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;PARTSTAT=ACCEPTED:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('tom-two',1794315600000000,'Europe/Berlin','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ATTENDEE;CN=Tom Berg:mailto:tom@example.com\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_attendees VALUES('tom-two',1794315600000000,'Europe/Berlin','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('ORGANIZER:mailto:robin.sommer@example.com\r\n','\r',char(13)),'\n',char(10)));
CREATE TABLE cal_recurrence (
    item_id TEXT,
    cal_id TEXT,
    icalString TEXT
);
INSERT INTO cal_recurrence VALUES('ada-weekly@example.com','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('RRULE:FREQ=WEEKLY;BYDAY=MO\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_recurrence VALUES('ada-weekly@example.com','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('EXDATE;TZID=Europe/Berlin:20261116T100000\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_recurrence VALUES('cust@example.com','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('RRULE:FREQ=WEEKLY;BYDAY=MO\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_recurrence VALUES('cust@example.com','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('EXDATE;TZID=Customized Time Zone 1:20261116T100000\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_recurrence VALUES('float','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('RRULE:FREQ=WEEKLY;BYDAY=TU\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_recurrence VALUES('allday','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('RRULE:FREQ=WEEKLY;BYDAY=TU\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_recurrence VALUES('tom-two','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('RRULE:FREQ=WEEKLY;BYDAY=TU\r\n','\r',char(13)),'\n',char(10)));
INSERT INTO cal_recurrence VALUES('tom-two','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39',replace(replace('EXDATE;TZID=Europe/Berlin:20261124T140000\r\n','\r',char(13)),'\n',char(10)));
CREATE TABLE cal_properties (
    item_id TEXT,
    key TEXT,
    value BLOB,
    recurrence_id INTEGER,
    recurrence_id_tz TEXT,
    cal_id TEXT
);
INSERT INTO cal_properties VALUES('ada-weekly@example.com','X-SOMETHING-OWN','kept?',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39');
INSERT INTO cal_properties VALUES('cust@example.com','X-SOMETHING-OWN','kept?',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39');
INSERT INTO cal_properties VALUES('tom-two','X-MOZ-GENERATION','2',1794315600000000,'Europe/Berlin','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39');
INSERT INTO cal_properties VALUES('tom-two','DURATION',NULL,1794315600000000,'Europe/Berlin','2a3d1ce7-ebf6-4358-95ed-bc117cac6a39');
INSERT INTO cal_properties VALUES('tom-two','X-MOZ-GENERATION','2',NULL,NULL,'2a3d1ce7-ebf6-4358-95ed-bc117cac6a39');
CREATE TABLE cal_events (
    cal_id TEXT,
    id TEXT,
    time_created INTEGER,
    last_modified INTEGER,
    title TEXT,
    priority INTEGER,
    privacy TEXT,
    ical_status TEXT,
    flags INTEGER,
    event_start INTEGER,
    event_end INTEGER,
    event_stamp INTEGER,
    event_start_tz TEXT,
    event_end_tz TEXT,
    recurrence_id INTEGER,
    recurrence_id_tz TEXT,
    alarm_last_ack INTEGER,
    offline_journal INTEGER
);
INSERT INTO cal_events VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','ada-weekly@example.com',NULL,NULL,'Ada / Robin (moved)',NULL,NULL,NULL,6,1794321000000000,1794322800000000,1793491200000000,'Europe/Berlin','Europe/Berlin',1794214800000000,'Europe/Berlin',NULL,NULL);
INSERT INTO cal_events VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','ada-weekly@example.com',NULL,NULL,'Ada / Robin',NULL,NULL,NULL,54,1793610000000000,1793611800000000,1793491200000000,'Europe/Berlin','Europe/Berlin',NULL,NULL,NULL,NULL);
INSERT INTO cal_events VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','cust@example.com',NULL,NULL,'Cust (moved)',NULL,NULL,NULL,6,1794321000000000,1794322800000000,1793491200000000,replace(replace('BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone 1\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n','\r',char(13)),'\n',char(10)),replace(replace('BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone 1\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n','\r',char(13)),'\n',char(10)),1794214800000000,replace(replace('BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone 1\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n','\r',char(13)),'\n',char(10)),NULL,NULL);
INSERT INTO cal_events VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','cust@example.com',NULL,NULL,'Cust',NULL,NULL,NULL,54,1793610000000000,1793611800000000,1793491200000000,replace(replace('BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone 1\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n','\r',char(13)),'\n',char(10)),replace(replace('BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone 1\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n','\r',char(13)),'\n',char(10)),NULL,NULL,NULL,NULL);
INSERT INTO cal_events VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','float',NULL,NULL,'Float',NULL,NULL,NULL,22,1793714400000000,1793716200000000,1793491200000000,'floating','floating',NULL,NULL,NULL,NULL);
INSERT INTO cal_events VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','allday',NULL,NULL,'All day',NULL,NULL,NULL,30,1793664000000000,1793750400000000,1793491200000000,'floating','floating',NULL,NULL,NULL,NULL);
INSERT INTO cal_events VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','tom-two',1796030317000000,1796030317000000,'Tom two',NULL,NULL,NULL,6,1794322800000000,1794324600000000,1796030317000000,'Europe/Berlin','Europe/Berlin',1794315600000000,'Europe/Berlin',NULL,NULL);
INSERT INTO cal_events VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','tom-two',NULL,1796030317000000,'Tom two',NULL,NULL,NULL,54,1793710800000000,1793712600000000,1796030317000000,'Europe/Berlin','Europe/Berlin',NULL,NULL,NULL,NULL);
CREATE TABLE cal_tz_version (
    version TEXT
);
INSERT INTO cal_tz_version VALUES('2026f');
CREATE TABLE cal_metadata (
    cal_id TEXT,
    item_id TEXT,
    value BLOB
);
CREATE TABLE cal_alarms (
    cal_id TEXT,
    item_id TEXT,
    recurrence_id INTEGER,
    recurrence_id_tz TEXT,
    icalString TEXT
);
CREATE TABLE cal_relations (
    cal_id TEXT,
    item_id TEXT,
    recurrence_id INTEGER,
    recurrence_id_tz TEXT,
    icalString TEXT
);
CREATE TABLE cal_attachments (
    item_id TEXT,
    cal_id TEXT,
    recurrence_id INTEGER,
    recurrence_id_tz TEXT,
    icalString TEXT
);
CREATE TABLE cal_parameters (
    cal_id TEXT,
    item_id TEXT,
    recurrence_id INTEGER,
    recurrence_id_tz TEXT,
    key1 TEXT,
    key2 TEXT,
    value BLOB
);
INSERT INTO cal_parameters VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','ada-weekly@example.com',NULL,NULL,'X-SOMETHING-OWN','X-PARAM','a:b;c');
INSERT INTO cal_parameters VALUES('2a3d1ce7-ebf6-4358-95ed-bc117cac6a39','cust@example.com',NULL,NULL,'X-SOMETHING-OWN','X-PARAM','a:b;c');
CREATE INDEX idx_cal_alarms_cal_id_item_id_recurrence_id_recurrence_id_tz ON cal_alarms(cal_id,item_id,recurrence_id,recurrence_id_tz);
CREATE INDEX idx_cal_attachments_cal_id_item_id_recurrence_id_recurrence_id_tz ON cal_attachments(cal_id,item_id,recurrence_id,recurrence_id_tz);
CREATE INDEX idx_cal_attendees_cal_id_item_id_recurrence_id_recurrence_id_tz ON cal_attendees(cal_id,item_id,recurrence_id,recurrence_id_tz);
CREATE INDEX idx_cal_relations_cal_id_item_id_recurrence_id_recurrence_id_tz ON cal_relations(cal_id,item_id,recurrence_id,recurrence_id_tz);
CREATE INDEX idx_cal_events_flags_cal_id_recurrence_id ON cal_events(flags,cal_id,recurrence_id);
CREATE INDEX idx_cal_events_id_cal_id_recurrence_id ON cal_events(id,cal_id,recurrence_id);
CREATE INDEX idx_cal_metadata_cal_id_item_id ON cal_metadata(cal_id,item_id);
CREATE INDEX idx_cal_properties_cal_id_item_id_recurrence_id_recurrence_id_tz ON cal_properties(cal_id,item_id,recurrence_id,recurrence_id_tz);
CREATE INDEX idx_cal_recurrence_cal_id_item_id ON cal_recurrence(cal_id,item_id);
CREATE INDEX idx_cal_parameters_cal_id_item_id_recurrence_id_recurrence_id_tz ON cal_parameters(cal_id,item_id,recurrence_id,recurrence_id_tz);
COMMIT;
