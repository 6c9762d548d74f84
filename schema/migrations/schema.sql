-- Made from schema/migrations by npm run schema; not edited by hand.

CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`clerk_id` text NOT NULL,
	`from_at` text NOT NULL,
	`until_at` text,
	`deputy` text,
	`note` text NOT NULL,
	`override` text,
	`has_begun` integer NOT NULL,
	`ended_at` text
, `overridden_at` text, `overridden_by` text);

CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`telephone` text NOT NULL,
	`hours` text NOT NULL,
	`aliases` text NOT NULL,
	`spelling` text NOT NULL,
	`in_use` integer NOT NULL,
	`offered` integer NOT NULL
);

CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`slot_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`day` text NOT NULL,
	`starts_at` text NOT NULL,
	`until` text NOT NULL,
	`person_id` text,
	`code` text,
	`ticket_id` text
, `language` text, `held_at` text DEFAULT '' NOT NULL, `cancel_until` text, `late_until` text, `proved` integer);

CREATE TABLE `backups` (
	`asked_at` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`done_at` text,
	`outcome` text
);

CREATE TABLE `calendar_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`days_off` text NOT NULL,
	`make_up_workdays` text NOT NULL,
	`source` text NOT NULL
);

CREATE TABLE `calls` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`day` text NOT NULL,
	`ticket_id` text NOT NULL,
	`number` text NOT NULL,
	`letter` text NOT NULL,
	`counter_id` text NOT NULL,
	`call_no` integer NOT NULL,
	`rule` text
);

CREATE TABLE `case_handlers` (
	`seq` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`clerk_id` text NOT NULL,
	`how` text NOT NULL,
	`from_at` text NOT NULL,
	`until_at` text
);

CREATE TABLE `case_sums` (
	`day` text NOT NULL,
	`matter_id` text NOT NULL,
	`came_by` text NOT NULL,
	`state` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `matter_id`, `came_by`, `state`)
);

CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`matter_id` text NOT NULL,
	`origin_kind` text NOT NULL,
	`number` text NOT NULL,
	`origin_day` text NOT NULL,
	`ticket_id` text,
	`person_id` text,
	`first_contact` text NOT NULL,
	`handler` text NOT NULL,
	`opened_at` text NOT NULL,
	`closed_at` text,
	`receipt_no` text,
	`accepted_on` text,
	`due_on` text,
	`legal_due_on` text,
	`notice_no` text,
	`note` text DEFAULT '' NOT NULL,
	`offer_id` text,
	`offer_from` text,
	`offer_to` text,
	`offer_note` text,
	`offer_lapses_at` text,
	`proposal` text,
	`sent_back` text,
	`outcome` text,
	`destination` text
, `due_limit` text, `life` text, `inquiry_by` text, `helper_id` text, `question_by` text, `linked_to` text, `correction` text, `late_by` text, `late_to` text, `inherited_from` text, `has_tasks` integer DEFAULT false NOT NULL, `ring_by` text, `imported_key` text, `stands_from` text);

CREATE TABLE `clerk_sums` (
	`day` text NOT NULL,
	`clerk_id` text NOT NULL,
	`sittings` integer NOT NULL,
	`served_ms` integer NOT NULL,
	PRIMARY KEY(`day`, `clerk_id`)
);

CREATE TABLE `clerks` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`may_pick` integer NOT NULL,
	`active` integer NOT NULL, `blocked` integer DEFAULT false NOT NULL);

CREATE TABLE `conclusions` (
	`seq` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL
);

CREATE TABLE `contacts` (
	`clerk_id` text PRIMARY KEY NOT NULL,
	`telephone` blob NOT NULL,
	`declined` text NOT NULL,
	`language` text NOT NULL,
	`erase_on` text
);

CREATE TABLE `counter_states` (
	`counter_id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`clerk_id` text,
	`closed_by_opening` integer DEFAULT false NOT NULL,
	`since` text NOT NULL
, `free_since` text, `closing_of` text);

CREATE TABLE `counters` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`letters` text NOT NULL,
	`in_use` integer NOT NULL
);

CREATE TABLE `day_sums` (
	`day` text NOT NULL,
	`outcome` text NOT NULL,
	`carried_in` integer NOT NULL,
	`wait_min` integer NOT NULL,
	`tickets` integer NOT NULL,
	`calls` integer NOT NULL,
	`recalls` integer NOT NULL,
	`misses` integer NOT NULL,
	`served_ms` integer NOT NULL,
	PRIMARY KEY(`day`, `outcome`, `carried_in`, `wait_min`)
);

CREATE TABLE `day_tickets` (
	`day` text NOT NULL,
	`ticket_id` text NOT NULL,
	`carried_in` integer NOT NULL,
	`from_at` text NOT NULL,
	`calls` integer DEFAULT 0 NOT NULL,
	`recalls` integer DEFAULT 0 NOT NULL,
	`misses` integer DEFAULT 0 NOT NULL,
	`passes` integer DEFAULT 0 NOT NULL,
	`first_called_at` text,
	`started_at` text,
	`served_ms` integer DEFAULT 0 NOT NULL,
	`counter_id` text,
	`clerk_id` text,
	`why` text,
	`outcome` text,
	`ended_at` text, `wait_ms` integer,
	PRIMARY KEY(`day`, `ticket_id`)
);

CREATE TABLE `device_secrets` (
	`device_id` text PRIMARY KEY NOT NULL,
	`code_hash` blob,
	`code_until` text,
	`token_hash` blob,
	`last_seen_at` text
);

CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`enrolled_at` text,
	`revoked_at` text);

CREATE TABLE `drafts` (
	`case_id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`sealed` blob NOT NULL,
	`day` text NOT NULL
);

CREATE TABLE `erasures` (
	`day` text PRIMARY KEY NOT NULL,
	`people` integer NOT NULL,
	`links` integer NOT NULL
, `texts` integer DEFAULT 0 NOT NULL);

CREATE TABLE `first_secrets` (
	`ref` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`sealed` blob NOT NULL
);

CREATE TABLE `groups` (
	`letter` text PRIMARY KEY NOT NULL,
	`names` text NOT NULL,
	`order` integer NOT NULL
);

CREATE TABLE `hall` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`names` text NOT NULL,
	`telephone` text NOT NULL,
	`address` text NOT NULL,
	`time_zone` text NOT NULL,
	`sample` integer NOT NULL,
	`settings` text NOT NULL
, `object_to` text);

CREATE TABLE `hall_days` (
	`day` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL
);

CREATE TABLE `key_check` (
	`id` integer PRIMARY KEY NOT NULL,
	`value` blob NOT NULL
);

CREATE TABLE `known_places` (
	`place` blob NOT NULL,
	`clerk_id` text NOT NULL,
	`until` text NOT NULL,
	PRIMARY KEY(`place`, `clerk_id`),
	FOREIGN KEY (`clerk_id`) REFERENCES `clerks`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`stream` text NOT NULL,
	`version` integer NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`actor` text NOT NULL,
	`prev` blob NOT NULL,
	`hash` blob NOT NULL
, `v` integer, `request` text);

CREATE TABLE `lines` (
	`day` text NOT NULL,
	`letter` text NOT NULL,
	`waiting` integer NOT NULL,
	`away` integer NOT NULL,
	PRIMARY KEY(`day`, `letter`)
) WITHOUT ROWID;

CREATE TABLE `links` (
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`hash` blob NOT NULL,
	`expires_at` text NOT NULL,
	PRIMARY KEY(`kind`, `ref`)
) WITHOUT ROWID;

CREATE TABLE `looks` (
	`clerk_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);

CREATE TABLE `matter_versions` (
	`matter_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` text NOT NULL,
	`matter` text NOT NULL,
	PRIMARY KEY(`matter_id`, `seq`)
);

CREATE TABLE `matters` (
	`id` text PRIMARY KEY NOT NULL,
	`letter` text NOT NULL,
	`names` text NOT NULL,
	`kind` text NOT NULL,
	`department` text NOT NULL,
	`materials` text NOT NULL,
	`limit_days` integer,
	`limit_unit` text NOT NULL,
	`typical_minutes` integer NOT NULL,
	`fee` text NOT NULL,
	`basis` text NOT NULL,
	`evidence` text NOT NULL,
	`source` text NOT NULL,
	`offered` integer NOT NULL,
	`aliases` text DEFAULT '[]' NOT NULL, `spelling` text DEFAULT '' NOT NULL, `promised_days` integer, `identity` text DEFAULT 'none' NOT NULL, `retention_days` integer, `clerk_a` text, `clerk_b` text, `changed_at` text DEFAULT '' NOT NULL, `applicant_basis` text, `public_notice_basis` text, `standing` text, `conditions` text, `channels` text, `counters` text, `domain` text, `place` text, `extension_days` integer, `pauses` text, `acceptance` text, `held_back` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`letter`) REFERENCES `groups`(`letter`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	"recipient_id" text NOT NULL,
	`kind` text NOT NULL,
	`refs` text NOT NULL,
	`phase` text NOT NULL,
	`created_at` text NOT NULL,
	`sent_at` text
, `recipient` text DEFAULT 'person' NOT NULL);

CREATE TABLE `notes` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`case_id` text,
	`clerk_id` text
, `about` text, `detail` text, `over` integer DEFAULT false NOT NULL, `counter_id` text, `by_clerk` text, `number` text, `ticked_by` text);

CREATE TABLE `number_floors` (
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`letter` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`kind`, `day`, `letter`)
);

CREATE TABLE `once_tokens` (
	`hash` blob PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` text NOT NULL
);

CREATE TABLE `opening_states` (
	`opening_id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`at` text NOT NULL
, `reason` text);

CREATE TABLE `openings` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`last_ticket_at` text NOT NULL,
	`letters` text NOT NULL,
	`counter_ids` text NOT NULL,
	`bookable_share` real NOT NULL,
	`series_id` text
);

CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`due_at` text NOT NULL,
	`added_at` text,
	`adds` integer DEFAULT 0 NOT NULL,
	`done_at` text,
	`result` text
, `faults` integer DEFAULT 0 NOT NULL, `rests_until` text, `case_id` text GENERATED ALWAYS AS (CASE WHEN json_valid(data) THEN json_extract(data, '$.caseId') END) VIRTUAL);

CREATE TABLE `papers` (
	`no` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`case_id` text NOT NULL,
	`clerk_id` text NOT NULL,
	`first_contact` text NOT NULL,
	`due_on` text,
	`note` text NOT NULL,
	`content` text,
	`missing` text NOT NULL
, `due_before` text, `provisional` integer DEFAULT false NOT NULL, `cancelled` integer DEFAULT false NOT NULL);

CREATE TABLE `passwords` (
	`clerk_id` text PRIMARY KEY NOT NULL,
	`encoded` text NOT NULL,
	`must_change` integer NOT NULL
);

CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` blob,
	`telephone` blob,
	`telephone_hash` blob,
	`last_four_hash` blob,
	`language` text NOT NULL,
	`erase_on` text NOT NULL
, `person_hash` blob, `kind` text DEFAULT 'person' NOT NULL, `name_hash` blob, `former_telephone` blob, `document` blob, `document_kind` text, `document_hash` blob);

CREATE TABLE `person_acts` (
	`seq` integer PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`act` text NOT NULL,
	`clerk_id` text,
	`detail` text NOT NULL,
	`reason` text NOT NULL,
	`case_id` text
);

CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL
);

CREATE TABLE `reference_history` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text NOT NULL
);

CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`reply` blob NOT NULL
) WITHOUT ROWID;

CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`plan` text NOT NULL
);

CREATE TABLE `sessions` (
	`hash` blob PRIMARY KEY NOT NULL,
	`clerk_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL, `seen_at` text, `locked_at` text, `browser` text DEFAULT '' NOT NULL, `address` text DEFAULT 'unknown' NOT NULL,
	FOREIGN KEY (`clerk_id`) REFERENCES `clerks`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `sign_in_tries` (
	`account` text PRIMARY KEY NOT NULL,
	`failed` integer NOT NULL,
	`until` text NOT NULL
);

CREATE TABLE `sittings` (
	`id` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`letter` text NOT NULL,
	`matters` text NOT NULL,
	`counter_id` text NOT NULL,
	`clerk_id` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text NOT NULL,
	`duration_ms` integer NOT NULL
);

CREATE TABLE `slot_loads` (
	`slot_id` text PRIMARY KEY NOT NULL,
	`taken` integer NOT NULL,
	`capacity` integer NOT NULL,
	CONSTRAINT "slot_capacity" CHECK("slot_loads"."taken" >= 0 AND "slot_loads"."taken" <= "slot_loads"."capacity")
);

CREATE TABLE `slots` (
	`id` text PRIMARY KEY NOT NULL,
	`opening_id` text NOT NULL,
	`letter` text NOT NULL,
	`day` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`capacity` integer NOT NULL,
	FOREIGN KEY (`opening_id`) REFERENCES `openings`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `texts` (
	`ref` text PRIMARY KEY NOT NULL,
	`about` text NOT NULL,
	`sealed` blob NOT NULL,
	`erase_on` text
);

CREATE TABLE `tickets` (
	`issue_no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`day` text NOT NULL,
	`live_day` text NOT NULL,
	`letter` text NOT NULL,
	`ordinal` integer NOT NULL,
	`number` text NOT NULL,
	`phase` text NOT NULL,
	`klass` text NOT NULL,
	`channel` text NOT NULL,
	`arrived_at` text NOT NULL,
	`rank_at` integer NOT NULL,
	`rank_tie` real NOT NULL,
	`not_before` text,
	`matters` text NOT NULL,
	`letters` text NOT NULL,
	`remaining` text NOT NULL,
	`queues` text NOT NULL,
	`sitting` text NOT NULL,
	`counter_id` text,
	`clerk_id` text,
	`call_no` integer DEFAULT 0 NOT NULL,
	`called_at` text,
	`started_at` text,
	`ended_at` text,
	`missed_at` text,
	`away_until` text,
	`why` text,
	`slip` text NOT NULL,
	`appointment_id` text
, `passes` integer DEFAULT 0 NOT NULL, `misses` integer DEFAULT 0 NOT NULL, `carried_because` text, `passed_to` text, `rejoin_until` text, `stands_from` text, `rank_no` real DEFAULT 0 NOT NULL);

CREATE TABLE `turned_away` (
	`seq` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`hour` integer NOT NULL,
	`matter_id` text NOT NULL,
	`why` text NOT NULL
);

CREATE INDEX `absences_clerk` ON `absences` (`clerk_id`,`ended_at`);

CREATE INDEX `absences_overridden` ON `absences` (`overridden_at`) WHERE overridden_at IS NOT NULL;

CREATE UNIQUE INDEX `appointments_code` ON `appointments` (`day`,`code`) WHERE phase = 'confirmed';

CREATE UNIQUE INDEX `appointments_once` ON `appointments` (`person_id`,`matter_id`) WHERE phase = 'confirmed';

CREATE INDEX `appointments_person` ON `appointments` (`person_id`);

CREATE INDEX `appointments_slot` ON `appointments` (`slot_id`);

CREATE INDEX `calls_day` ON `calls` (`day`,`letter`);

CREATE INDEX `calls_in_order` ON `calls` (`day`,`seq`);

CREATE INDEX `calls_ticket` ON `calls` (`ticket_id`);

CREATE INDEX `case_handlers_case` ON `case_handlers` (`case_id`);

CREATE INDEX `case_handlers_clerk` ON `case_handlers` (`clerk_id`,`from_at`);

CREATE INDEX `case_handlers_until` ON `case_handlers` (`until_at`);

CREATE INDEX `cases_closed` ON `cases` (`closed_at`,`id`) WHERE phase = 'closed';

CREATE INDEX `cases_corrected` ON `cases` (`id`) WHERE correction IS NOT NULL;

CREATE INDEX `cases_due` ON `cases` (`due_on`) WHERE phase IN ('accepted', 'proposed');

CREATE INDEX `cases_first_contact` ON `cases` (`first_contact`,phase <> 'open',coalesce(CASE phase WHEN 'decided' THEN json_extract(life, '$.decision.tellBy')
  WHEN 'closed' THEN coalesce(late_by, ring_by, json_extract(correction, '$.reviewBy')) END, due_on, '9999'),`opened_at`,`id`) WHERE phase <> 'closed';

CREATE INDEX `cases_handler` ON `cases` (`handler`,phase <> 'open',coalesce(CASE phase WHEN 'decided' THEN json_extract(life, '$.decision.tellBy')
  WHEN 'closed' THEN coalesce(late_by, ring_by, json_extract(correction, '$.reviewBy')) END, due_on, '9999'),`opened_at`,`id`) WHERE phase <> 'closed';

CREATE INDEX `cases_helper` ON `cases` (`helper_id`) WHERE helper_id IS NOT NULL;

CREATE INDEX `cases_imported` ON `cases` (`imported_key`) WHERE imported_key IS NOT NULL;

CREATE INDEX `cases_inherited` ON `cases` (`inherited_from`) WHERE inherited_from IS NOT NULL;

CREATE INDEX `cases_inquired` ON `cases` (`inquiry_by`) WHERE inquiry_by IS NOT NULL;

CREATE INDEX `cases_late` ON `cases` (`late_by`) WHERE late_by IS NOT NULL;

CREATE INDEX `cases_late_to` ON `cases` (`late_to`) WHERE late_by IS NOT NULL;

CREATE INDEX `cases_linked` ON `cases` (`linked_to`) WHERE linked_to IS NOT NULL;

CREATE INDEX `cases_offer_to` ON `cases` (`offer_to`) WHERE offer_id IS NOT NULL;

CREATE INDEX `cases_person` ON `cases` (`person_id`) WHERE person_id IS NOT NULL;

CREATE INDEX `cases_proposed` ON `cases` (`phase`) WHERE phase = 'proposed';

CREATE INDEX `cases_questioned` ON `cases` (`question_by`) WHERE question_by IS NOT NULL;

CREATE INDEX `cases_ring` ON `cases` (`ring_by`) WHERE ring_by IS NOT NULL;

CREATE INDEX `cases_sent_back` ON `cases` (`id`) WHERE sent_back IS NOT NULL;

CREATE INDEX `cases_taken` ON `cases` (`origin_kind`,`number`) WHERE ticket_id IS NULL AND number <> '';

CREATE INDEX `cases_tasks` ON `cases` (`id`) WHERE has_tasks = 1;

CREATE INDEX `cases_ticket` ON `cases` (`ticket_id`,`opened_at`,`id`);

CREATE UNIQUE INDEX `clerks_account_unique` ON `clerks` (`account`);

CREATE INDEX `conclusions_case` ON `conclusions` (`case_id`);

CREATE INDEX `conclusions_day` ON `conclusions` (`day`,`kind`);

CREATE INDEX `contacts_erase` ON `contacts` (`erase_on`);

CREATE UNIQUE INDEX `counter_states_clerk` ON `counter_states` (`clerk_id`) WHERE phase <> 'closed';

CREATE UNIQUE INDEX `counters_label_unique` ON `counters` (`label`);

CREATE UNIQUE INDEX `device_secrets_token_hash_unique` ON `device_secrets` (`token_hash`);

CREATE INDEX `drafts_day` ON `drafts` (`day`);

CREATE INDEX `drafts_ticket` ON `drafts` (`ticket_id`);

CREATE INDEX `known_places_until` ON `known_places` (`until`);

CREATE UNIQUE INDEX `ledger_stream` ON `ledger` (`stream`,`version`);

CREATE INDEX `ledger_v` ON `ledger` (`v`) WHERE v > 1;

CREATE INDEX `notes_at` ON `notes` (`at`);

CREATE INDEX `notes_case` ON `notes` (`case_id`,`kind`);

CREATE INDEX `notes_day` ON `notes` (`day`,`kind`);

CREATE INDEX `notes_open` ON `notes` (`kind`) WHERE over = 0;

CREATE INDEX `openings_day` ON `openings` (`day`);

CREATE UNIQUE INDEX `openings_series_day` ON `openings` (`series_id`,`day`);

CREATE INDEX `outbox_case` ON `outbox` (`case_id`,`kind`) WHERE case_id IS NOT NULL AND done_at IS NULL;

CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`kind`,`data`);

CREATE INDEX `outbox_open` ON `outbox` (`due_at`) WHERE done_at IS NULL;

CREATE INDEX `papers_case` ON `papers` (`case_id`);

CREATE INDEX `papers_day` ON `papers` (`kind`,`day`);

CREATE INDEX `people_document` ON `people` (`document_hash`);

CREATE INDEX `people_erase` ON `people` (`erase_on`);

CREATE INDEX `people_last_four` ON `people` (`last_four_hash`);

CREATE INDEX `people_name` ON `people` (`name_hash`);

CREATE INDEX `people_person` ON `people` (`person_hash`);

CREATE INDEX `people_telephone` ON `people` (`telephone_hash`);

CREATE INDEX `person_acts_person` ON `person_acts` (`person_id`,`seq`);

CREATE INDEX `sessions_clerk` ON `sessions` (`clerk_id`);

CREATE INDEX `sittings_day` ON `sittings` (`day`);

CREATE INDEX `sittings_letter` ON `sittings` (`letter`,`id`);

CREATE INDEX `slots_letter` ON `slots` (`letter`,`starts_at`);

CREATE UNIQUE INDEX `slots_start` ON `slots` (`opening_id`,`letter`,`starts_at`);

CREATE INDEX `texts_about` ON `texts` (`about`);

CREATE INDEX `texts_erase` ON `texts` (`erase_on`);

CREATE INDEX `tickets_carried` ON `tickets` (`letter`,`ordinal`,`live_day`) WHERE live_day <> day;

CREATE UNIQUE INDEX `tickets_counter` ON `tickets` (`counter_id`) WHERE phase IN ('called', 'serving');

CREATE UNIQUE INDEX `tickets_id` ON `tickets` (`id`);

CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`day`,`letter`,`ordinal`);

CREATE INDEX `tickets_underway` ON `tickets` (`live_day`) WHERE phase IN ('called', 'serving', 'away', 'missed');

CREATE INDEX `tickets_waiting` ON `tickets` (`live_day`,`rank_at`,`rank_tie`,`rank_no`) WHERE phase = 'waiting';

CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
